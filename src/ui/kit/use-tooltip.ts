/**
 * When a tooltip shows: after a short hover, at once on keyboard focus; it stays while the pointer is over it, and
 * Escape, a press, leaving, or a scroll that takes its button out of sight takes it away (WCAG 1.4.13).
 */

import { useRef, useState } from "react";
import type { FocusEvent, PointerEvent } from "react";

const SHOW_AFTER_MS = 350;
const HIDE_AFTER_MS = 120;

export type TooltipTrigger = {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: () => void;
};

/**
 * Answers whether the tooltip is open, how it is taken away, and the handlers that its trigger and the tooltip itself
 * wear. A screen has hundreds that are never shown: whatever one needs when it is shown is in the bubble.
 */
export function useTooltip(): {
  readonly isOpen: boolean;
  readonly hide: () => void;
  readonly trigger: TooltipTrigger;
} {
  const [isOpen, setIsOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (open: boolean, delay: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(open), delay);
  };
  const now = (open: boolean): void => {
    clearTimeout(timer.current);
    setIsOpen(open);
  };
  return {
    isOpen,
    hide: () => now(false),
    trigger: {
      onPointerEnter: (event) => {
        if (event.pointerType === "mouse") later(true, SHOW_AFTER_MS);
      },
      onPointerLeave: () => later(false, HIDE_AFTER_MS),
      onFocus: (event) => {
        if (event.target.matches(":focus-visible")) now(true);
      },
      onBlur: () => now(false),
      onPointerDown: () => now(false),
    },
  };
}
