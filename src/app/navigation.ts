/**
 * Moves between workbench routes without leaving the document, and refuses to leave it for another host. Links stay
 * plain anchors; the Navigation API turns them into route changes, and without it a click listener does.
 */
import { isWorkbenchPath } from "./routes.ts";

export type Navigation = {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly readPath: () => string;
  readonly go: (path: string) => void;
};

/** Takes over navigation of this document; `onStopped` hears of every attempt to leave for another host. */
export function createNavigation(onStopped: () => void): Navigation {
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };
  if ("navigation" in globalThis) {
    navigation.addEventListener("navigate", (event) => handleNavigate(event, announce, onStopped));
  } else {
    followClicks(announce, onStopped);
  }
  return {
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    readPath: () => location.pathname,
    go: (path) => {
      if ("navigation" in globalThis) navigation.navigate(path);
      else pushPath(path, announce);
    },
  };
}

function handleNavigate(event: NavigateEvent, announce: () => void, onStopped: () => void): void {
  const destination = new URL(event.destination.url);
  if (destination.origin !== location.origin) {
    // A blocked navigation would replace the app with an error page and lose what is on screen.
    event.preventDefault();
    onStopped();
    return;
  }
  if (!event.canIntercept || event.hashChange || event.downloadRequest !== null) return;
  if (event.navigationType === "reload" || !isWorkbenchPath(destination.pathname)) return;
  event.intercept({
    handler: async () => announce(),
    focusReset: "manual",
    scroll: "after-transition",
  });
}

function followClicks(announce: () => void, onStopped: () => void): void {
  globalThis.addEventListener("popstate", announce);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || isModified(event)) return;
    if (link.origin !== location.origin) {
      event.preventDefault();
      onStopped();
    } else if (!link.hasAttribute("download") && isWorkbenchPath(link.pathname)) {
      event.preventDefault();
      pushPath(link.pathname, announce);
    }
  });
}

function pushPath(path: string, announce: () => void): void {
  history.pushState(undefined, "", path);
  announce();
  globalThis.scrollTo(0, 0);
}

function isModified(event: MouseEvent): boolean {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
