/**
 * The bubble of an icon button, drawn in the browser's top layer so that no panel clips it. It repeats the button's
 * name for the eye, so it is hidden from screen readers, which already heard the name.
 */

import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { tooltipPlace } from "./tooltip-place.ts";

export type TooltipProps = {
  /** The element whose first child is the button. */
  readonly wrapper: RefObject<HTMLElement | null>;
  readonly onHide: () => void;
  readonly children: ReactNode;
};

/** Shown as long as it is mounted. */
export function Tooltip({ wrapper, onHide, children }: TooltipProps): ReactElement {
  const bubble = useRef<HTMLSpanElement>(null);
  const hide = useEffectEvent(onHide);
  useLayoutEffect(() => {
    const element = bubble.current;
    const button = wrapper.current?.firstElementChild;
    if (!element || !button) return undefined;
    element.showPopover();
    placeBeside(element, button);
    // A button that takes the focus is scrolled into sight right after: the bubble goes with it.
    const followOnScroll = (): void => {
      if (isInSight(button, element)) placeBeside(element, button);
      else hide();
    };
    window.addEventListener("scroll", followOnScroll, true);
    return () => window.removeEventListener("scroll", followOnScroll, true);
  }, [wrapper]);
  useEffect(() => {
    const hideOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // Of whoever is at the button the first Escape closes the tooltip, not the dialog beneath it. To whoever writes
      // elsewhere, with the pointer left there, the key means something else.
      const { current } = wrapper;
      if (current?.contains(document.activeElement) === true) event.stopPropagation();
      hide();
    };
    document.addEventListener("keydown", hideOnEscape, true);
    return () => document.removeEventListener("keydown", hideOnEscape, true);
  }, [wrapper]);
  return (
    <span
      ref={bubble}
      popover="manual"
      aria-hidden="true"
      className="fixed inset-auto m-0 w-max max-w-[min(20rem,90vw)] items-center gap-2 rounded-control border border-transparent bg-ink px-2.5 py-1.5 text-small text-surface shadow-raised open:inline-flex contrast-more:border-current"
    >
      {children}
    </span>
  );
}

function placeBeside(bubble: HTMLElement, button: Element): void {
  const place = tooltipPlace(button.getBoundingClientRect(), bubble.getBoundingClientRect(), {
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  });
  bubble.style.left = `${place.left}px`;
  bubble.style.top = `${place.top}px`;
}

/** Not when a scroll took it out of its panel, or beneath what stays in place. Words may go over several lines. */
function isInSight(button: Element, bubble: HTMLElement): boolean {
  const line = button.getClientRects()[0];
  if (line === undefined) return false;
  const hit = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return button.contains(hit) || bubble.contains(hit);
}
