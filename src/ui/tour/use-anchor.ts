/** Finds the control that a stop points at, and follows it as the page scrolls and changes. */
import { useEffect, useState } from "react";
import type { Box } from "../kit/tooltip-place.ts";

export type Anchor = {
  readonly element: HTMLElement;
  readonly box: Box;
  /** The card that it stands on. */
  readonly around: Box | undefined;
  /** It is selected or unfolded. */
  readonly isOpen: boolean;
  /** It is the tab behind which the control will be. */
  readonly isTab: boolean;
};

/** What may make a control appear, move or go. */
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["aria-current", "aria-selected", "aria-expanded", "disabled"],
};

export type AnchorWish = {
  readonly anchors: readonly string[];
  readonly pane?: string | undefined;
  readonly atTopOf?: string | undefined;
};

/** Undefined while neither the control nor its tab is on the screen. */
export function useAnchor({ anchors, pane, atTopOf }: AnchorWish): Anchor | undefined {
  const [anchor, setAnchor] = useState<Anchor>();
  const wanted = anchors.join("\n");
  useEffect(() => {
    let due = 0;
    let shown: HTMLElement | undefined;
    const look = (): void => {
      due = 0;
      const found = findAnchor(wanted.split("\n").filter(Boolean), pane);
      if (found === undefined && wanted !== "" && atTopOf !== undefined)
        document.querySelector(atTopOf)?.scrollTo({ top: 0 });
      if (found !== undefined && found.element !== shown) bringIntoSight(found.element);
      shown = found?.element;
      const now = found && measure(found);
      setAnchor((before) => (isSame(before, now) ? before : now));
    };
    const lookSoon = (): void => {
      if (due === 0) due = requestAnimationFrame(look);
    };
    look();
    const changes = new MutationObserver(lookSoon);
    changes.observe(document.body, WATCHED);
    addEventListener("scroll", lookSoon, true);
    addEventListener("resize", lookSoon);
    return () => {
      cancelAnimationFrame(due);
      changes.disconnect();
      removeEventListener("scroll", lookSoon, true);
      removeEventListener("resize", lookSoon);
    };
  }, [wanted, pane, atTopOf]);
  return anchor;
}

/** With the card that a control stands on, so that it is seen what it is about. */
export function bringIntoSight(element: HTMLElement): void {
  (element.closest("article") ?? element).scrollIntoView({ block: "nearest" });
}

type Found = Pick<Anchor, "element" | "isTab">;

function findAnchor(selectors: readonly string[], pane: string | undefined): Found | undefined {
  for (const selector of selectors) {
    const element = lastVisible(selector);
    if (element !== undefined) return { element, isTab: false };
  }
  const tab =
    pane === undefined ? undefined : lastVisible(`[data-tab="${pane}"]:not([aria-selected="true"])`);
  return tab && { element: tab, isTab: true };
}

/** The newest of several stands last. */
function lastVisible(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].findLast((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility();
  });
}

function measure({ element, isTab }: Found): Anchor {
  const card = element.closest("article");
  return {
    element,
    isTab,
    isOpen: element.matches('[aria-selected="true"], [aria-expanded="true"]'),
    box: boxOf(element),
    around: card === null ? undefined : boxOf(card),
  };
}

function isSame(one: Anchor | undefined, other: Anchor | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const isAlike = one.element === other.element && one.isTab === other.isTab && one.isOpen === other.isOpen;
  return isAlike && isSameBox(one.box, other.box) && isSameBox(one.around, other.around);
}

function isSameBox(one: Box | undefined, other: Box | undefined): boolean {
  return (
    one?.left === other?.left &&
    one?.top === other?.top &&
    one?.width === other?.width &&
    one?.height === other?.height
  );
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
