/** What presenting takes over from the page for its time: the screen, the keys, and where one looks. */
import { useEffect, useEffectEvent } from "react";
import { useDesk } from "../desk/use-desk.ts";
import type { History } from "../desk/use-history.ts";
import { watchFullScreenEnd } from "./full-screen.ts";

/** Begins at the first step unless one looks back already; afterwards all is as it was. */
export function usePresenting({ go }: History, onLeave: () => void): void {
  const desk = useDesk();
  const begin = useEffectEvent(() => {
    const { lookingAt } = desk.case.getState();
    if (lookingAt === undefined) go(0);
    return lookingAt;
  });
  const end = useEffectEvent(() => onLeave());
  useEffect(() => {
    const before = begin();
    const stop = watchFullScreenEnd(() => end());
    return () => {
      stop();
      desk.hideStrengths(false);
      desk.lookAt(before);
    };
  }, [desk]);
}

export type PresentingKey = "forward" | "back" | "first" | "last" | "pointer" | "strengths" | "leave";

/** Clickers send page keys. */
const KEYS: Readonly<Record<string, PresentingKey>> = {
  ArrowRight: "forward",
  ArrowDown: "forward",
  PageDown: "forward",
  " ": "forward",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Home: "first",
  End: "last",
  p: "pointer",
  s: "strengths",
  Escape: "leave",
};

/** The keys of the whole presentation; a button that has the focus keeps the space bar. */
export function usePresentingKeys(onKey: (key: PresentingKey) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const meant = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (meant === undefined || (key === " " && isOnButton)) return;
    event.preventDefault();
    onKey(key === " " && event.shiftKey ? "back" : meant);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
