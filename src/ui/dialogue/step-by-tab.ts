/**
 * Tab takes a dialogue of hundreds of buttons in a few steps: from the list to the card where one is, through its own
 * buttons, and out. Arrows go from card to card. All buttons stay where a screen reader finds them.
 */
import type { KeyboardEvent } from "react";

const CARD = "[data-card]";
const STOPS =
  ":is(button, a[href], input, textarea, select, summary, [tabindex]):not([tabindex='-1'], :disabled)";

/** Whether the key was for this, and has done all that it should. */
export function stepByTab(
  event: KeyboardEvent,
  list: HTMLElement | null,
  after: HTMLElement | null,
): boolean {
  const { key, shiftKey, target } = event;
  if (key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (list === null || !(target instanceof HTMLElement) || !list.contains(target)) return false;
  // Out of the list backwards the browser knows the way.
  if (target === list && shiftKey) return false;
  const stops = findStops(list, findCard(list, target));
  const next = stops[stops.indexOf(target) + (shiftKey ? -1 : 1)] ?? (shiftKey ? list : undefined);
  if (next === undefined) {
    // From here the browser goes on to what comes after the list.
    after?.focus({ preventScroll: true });
    return true;
  }
  event.preventDefault();
  next.focus();
  return true;
}

/** The card with the focus, else the one that is selected, else the first that can be seen. */
function findCard(list: HTMLElement, target: HTMLElement): HTMLElement | undefined {
  const own = target.closest<HTMLElement>(CARD) ?? list.querySelector<HTMLElement>(`${CARD}[aria-current]`);
  if (own !== null) return own;
  const { top } = list.getBoundingClientRect();
  return [...list.querySelectorAll<HTMLElement>(CARD)].find(
    (card) => card.getBoundingClientRect().bottom > top,
  );
}

/** That card and what it holds, and whatever stands between the cards. */
function findStops(list: HTMLElement, card: HTMLElement | undefined): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(`${CARD}, ${STOPS}`)].filter((stop) => {
    const around = stop.closest<HTMLElement>(CARD);
    return (around === null || around === card) && stop.checkVisibility();
  });
}
