/** Brings a sentence into sight that was lit from elsewhere. Only the note scrolls, and the focus stays where it is. */
import { type RefObject, useEffect } from "react";
import { type DeskTarget, litBy } from "../../../workbench/desk/selection.ts";
import { useDesk } from "../../desk/use-desk.ts";

/** Nothing moves while any of the lit sentences can be seen already. */
export function useShowLit(list: RefObject<HTMLElement | null>, isBack: boolean): void {
  const { selection, facts } = useDesk();
  useEffect(() => {
    // After the sentences were drawn lit.
    const showSoon = (selected: DeskTarget, page: Element | null): void =>
      void requestAnimationFrame(() =>
        show(list.current, litBy(facts.getState().graph, selected).sentences, page),
      );
    // Who comes to the note with something chosen elsewhere comes for it.
    if (!isBack) showSoon(selection.getState().selected, document.scrollingElement);
    return selection.subscribe(({ selected }, before) => {
      if (selected !== before.selected) showSoon(selected, null);
    });
  }, [list, selection, facts, isBack]);
}

function show(list: HTMLElement | null, lit: ReadonlySet<string>, page: Element | null): void {
  const scroller = findScroller(list) ?? page;
  if (list === null || scroller === null || lit.size === 0) return;
  const rows = [...lit]
    .map((id) => list.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`))
    .filter((row) => row !== null);
  if (rows.some((row) => distanceOf(row, scroller) === 0)) return;
  const first = rows.toSorted((one, other) => topOf(one) - topOf(other))[0];
  if (first === undefined) return;
  const top = topOf(first) - topOf(scroller) - scroller.clientHeight / 3;
  scroller.scrollBy({ top, behavior: isFar(top, scroller) || prefersStillness() ? "instant" : "smooth" });
  // What was never drawn is only as high as was guessed, so look once more when it is.
  requestAnimationFrame(() => {
    if (isFar(top, scroller) && distanceOf(first, scroller) !== 0)
      scroller.scrollBy({ top: topOf(first) - topOf(scroller) - scroller.clientHeight / 3 });
  });
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** How far the row is outside of what the scroller shows. */
function distanceOf(row: Element, scroller: Element): number {
  const { top, bottom } = row.getBoundingClientRect();
  const from = Math.max(0, topOf(scroller));
  const to = Math.min(scroller.getBoundingClientRect().bottom, innerHeight);
  if (top >= from && bottom <= to) return 0;
  return top < from ? top - from : bottom - to;
}

/** A smooth way over many pages only makes dizzy. */
function isFar(top: number, scroller: Element): boolean {
  return Math.abs(top) > scroller.clientHeight * 2;
}

function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The nearest thing around the note that scrolls; none on a phone, where the page does and must not jump. */
function findScroller(from: HTMLElement | null): HTMLElement | undefined {
  for (let element = from?.parentElement; element; element = element.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(element).overflowY)) return element;
  }
  return undefined;
}
