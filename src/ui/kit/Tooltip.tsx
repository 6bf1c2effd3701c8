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
  useLayoutEffect(() => {
    const element = bubble.current;
    const button = wrapper.current?.firstElementChild;
    if (!element || !button) return;
    element.showPopover();
    const place = tooltipPlace(button.getBoundingClientRect(), element.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
  }, [wrapper]);
  const hide = useEffectEvent(onHide);
  useEffect(() => {
    const hideOnScroll = (): void => hide();
    const hideOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // The first Escape closes the tooltip, not the dialog beneath it.
      event.stopPropagation();
      hide();
    };
    document.addEventListener("keydown", hideOnEscape, true);
    window.addEventListener("scroll", hideOnScroll, true);
    return () => {
      document.removeEventListener("keydown", hideOnEscape, true);
      window.removeEventListener("scroll", hideOnScroll, true);
    };
  }, []);
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
