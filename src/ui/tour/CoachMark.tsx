/** The tour's card beside the control it speaks of, and a ring around that control. Nothing is blocked by it. */

import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from "react";
import { Button } from "../kit/Button.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import type { Box } from "../kit/tooltip-place.ts";
import { tourText } from "../text/tour.ts";
import { coachPlace } from "./coach-place.ts";
import { type Anchor, bringIntoSight } from "./use-anchor.ts";

export type CoachMarkProps = {
  readonly anchor: Anchor | undefined;
  readonly title: string;
  /** Which stop of how many. */
  readonly step: string;
  readonly children: ReactNode;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly isLast: boolean;
  readonly onLeave: () => void;
};

/** Its words are read out as they change; F6 goes to the card and back to the control. */
export function CoachMark(props: CoachMarkProps): ReactElement {
  const { anchor, title, step, children, onBack, onNext, isLast, onLeave } = props;
  return (
    <>
      {anchor !== undefined && <Ring box={anchor.box} />}
      <FloatingCard anchor={anchor} onLeave={onLeave}>
        <div className="flex items-center justify-between gap-2">
          <p className="text-small text-ink-soft tabular-nums">{step}</p>
          <span className="-me-2">
            <IconButton size="small" icon={<CloseIcon />} label={tourText.leave} onClick={onLeave} />
          </span>
        </div>
        <div aria-live="polite" aria-atomic="true" className="grid gap-1.5">
          <h2 className="text-lead font-[600]">{title}</h2>
          {children}
        </div>
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <Button size="small" tone="primary" onClick={onNext}>
            {isLast ? tourText.finish : tourText.next}
          </Button>
          {onBack !== undefined && (
            <Button size="small" onClick={onBack}>
              {tourText.back}
            </Button>
          )}
          {anchor !== undefined && (
            <Button size="small" tone="quiet" className="ms-auto" onClick={() => goTo(anchor.element)}>
              {tourText.show}
            </Button>
          )}
        </div>
        <p className="text-fine text-ink-faint pointer-coarse:sr-only">{tourText.keys}</p>
      </FloatingCard>
    </>
  );
}

type FloatingCardProps = {
  readonly anchor: Anchor | undefined;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** Placed before it is painted, so that it never jumps. */
function FloatingCard({ anchor, onLeave, children }: FloatingCardProps): ReactElement {
  const card = useRef<HTMLElement>(null);
  useMoveKey(card, anchor?.element);
  const { box, around } = anchor ?? {};
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return undefined;
    const place = (): void => {
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const { left, top } = coachPlace(box, element.getBoundingClientRect(), { width, height }, around);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    };
    place();
    const resized = new ResizeObserver(place);
    resized.observe(element);
    addEventListener("resize", place);
    return () => {
      resized.disconnect();
      removeEventListener("resize", place);
    };
  }, [box, around]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves from any control in it
    <section
      ref={card}
      tabIndex={-1}
      aria-label={tourText.region}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
      className="fixed z-40 grid max-h-[60dvh] w-88 max-w-[calc(100vw-1rem)] gap-2 overflow-y-auto rounded-panel border border-accent-line bg-raised px-4 py-3 shadow-raised print:hidden forced-colors:border-[CanvasText]"
    >
      {children}
    </section>
  );
}

const RING_PIXELS = 4;

function Ring({ box: { left, top, width, height } }: { readonly box: Box }): ReactElement {
  return (
    <div
      data-ring
      aria-hidden="true"
      style={{
        left: left - RING_PIXELS,
        top: top - RING_PIXELS,
        width: width + 2 * RING_PIXELS,
        height: height + 2 * RING_PIXELS,
      }}
      className="pointer-events-none fixed z-40 rounded-control border-3 border-accent print:hidden forced-colors:border-[Highlight]"
    />
  );
}

function useMoveKey(card: RefObject<HTMLElement | null>, control: HTMLElement | undefined): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const isInside = card.current?.contains(document.activeElement) === true;
    if (isInside && control !== undefined) goTo(control);
    else card.current?.focus();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function goTo(control: HTMLElement): void {
  bringIntoSight(control);
  control.focus({ preventScroll: true });
}
