/**
 * A small window in a corner of the case screen, a sheet at the foot of a phone: what is written in it is found by
 * reading note, dialogue and graph, so it shuts off nothing of them. Escape puts it away from anywhere inside.
 */

import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { focusContent } from "./focus-content.ts";

export type CornerWindowProps = {
  /** What is done here. */
  readonly title: string;
  /** What it is done to; absent where there is nothing yet. */
  readonly about: string | undefined;
  readonly closeLabel: string;
  /** Where the focus goes when it closes; absent for where it was before. */
  readonly trigger?: HTMLElement | null | undefined;
  readonly onClose: () => void;
  /** A `CornerBody` and a `CornerFoot`, or what holds them. */
  readonly children: ReactNode;
};

/** Takes the focus into its first field when it opens. Another thing in it is another window: give it another key. */
export function CornerWindow(props: CornerWindowProps): ReactElement {
  const { title, about, closeLabel, trigger, onClose, children } = props;
  const place = useRef<HTMLDialogElement>(null);
  useFocusAndGiveBack(place, trigger);
  return (
    <dialog
      open
      ref={place}
      aria-label={about === undefined ? title : `${title}: ${about}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A list that is open above it takes the first Escape for itself.
        if (event.key !== "Escape" || event.defaultPrevented || isListOpen(event.target)) return;
        event.stopPropagation();
        onClose();
      }}
      // The bar at the top stays free: whoever writes must be able to lock the vault.
      className="fixed inset-x-0 top-auto bottom-0 z-30 m-0 flex max-h-[85dvh] w-full max-w-none flex-col rounded-t-dialog border border-line bg-raised p-0 text-ink shadow-dialog outline-none sm:start-auto sm:end-4 sm:bottom-4 sm:max-h-[min(50rem,calc(100dvh-5.5rem))] sm:w-118 sm:rounded-dialog contrast-more:border-line-strong forced-colors:border-[CanvasText] print:hidden"
    >
      <header className="flex items-start justify-between gap-3 border-b border-line py-1.5 ps-4 pe-2">
        <div className="min-w-0 pt-1">
          <h2 className="text-body font-[620]">{title}</h2>
          {about !== undefined && (
            <p className="line-clamp-2 text-small text-ink-soft wrap-anywhere">{about}</p>
          )}
        </div>
        <IconButton size="small" icon={<CloseIcon />} label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}

/** What scrolls where the window is too low for all of it. */
export function CornerBody({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div
      data-corner-body
      className="grid min-h-0 grid-cols-1 content-start gap-3 overflow-y-auto overscroll-contain px-4 py-3"
    >
      {children}
    </div>
  );
}

/** What stays in sight: a line of words, and the buttons. */
export function CornerFoot(props: { readonly words?: string; readonly children: ReactNode }): ReactElement {
  const { words, children } = props;
  return (
    <footer className="flex items-center justify-end gap-2 border-t border-line bg-sunken/60 px-4 py-2 sm:rounded-b-dialog">
      {words !== undefined && <p className="min-w-0 flex-1 text-small text-ink-soft">{words}</p>}
      {children}
    </footer>
  );
}

const FIRST_FIELD = "[data-corner-body] :is(input, select, textarea, button)";

/** Back only where nothing else took the focus meanwhile, and to where the case begins if what opened it is gone. */
function useFocusAndGiveBack(
  place: RefObject<HTMLElement | null>,
  trigger: HTMLElement | null | undefined,
): void {
  const opener = useRef(trigger);
  useEffect(() => {
    const from = opener.current ?? document.activeElement;
    const form = place.current;
    (form?.querySelector<HTMLElement>(FIRST_FIELD) ?? form)?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      if (form?.contains(now) !== true && now !== document.body) return;
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
      else focusContent();
    };
  }, [place]);
}

function isListOpen(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute("aria-expanded") === "true";
}
