/** One stop: it points at the real control, chooses what it speaks of, and goes on by itself once that was done. */

import { type ReactElement, useEffect, useEffectEvent, useRef, useState } from "react";
import { useDesk } from "../desk/use-desk.ts";
import { caseText } from "../text/case.ts";
import { tourText } from "../text/tour.ts";
import { CoachMark } from "./CoachMark.tsx";
import { type NextFlip, type TourFacts, isReady, useNextFlip, useTourFacts } from "./tour-facts.ts";
import { TOUR_STOPS, type TourStop } from "./tour-stops.ts";
import { type Anchor, useAnchor } from "./use-anchor.ts";

export type TourStopCardProps = {
  readonly place: number;
  readonly onGo: (place: number) => void;
  readonly onLeave: () => void;
};

const NOTHING = { anchors: [] } as const;

/** The card stays the same from stop to stop, so that its focus and its voice do. */
export function TourStopCard({ place, onGo, onLeave }: TourStopCardProps): ReactElement {
  const facts = useTourFacts();
  const stop: TourStop = TOUR_STOPS[Math.min(place, TOUR_STOPS.length - 1)] ?? TOUR_STOPS[0];
  const isReadyNow = isReady(stop, facts);
  const flip = useNextFlip(stop.chooses === "flip" && isReadyNow);
  const anchor = useAnchor(isReadyNow ? stop : NOTHING);
  const next = (): void => onGo(place + 1);
  useChoice(stop, isReadyNow, stop.chooses === "flip" ? flip?.finding : facts.leader);
  useDone({ key: `${stop.id} ${isReadyNow}`, stop, facts, next });
  useOpening(stop.isDoneByOpening === true && anchor?.isTab === false ? anchor : undefined, next);
  const { title, words } = tourText.stops[stop.id];
  return (
    <CoachMark
      anchor={anchor}
      title={title}
      step={tourText.stop(place + 1, TOUR_STOPS.length)}
      onBack={place === 0 ? undefined : () => onGo(place - 1)}
      onNext={next}
      isLast={place === TOUR_STOPS.length - 1}
      onLeave={onLeave}
    >
      <p className="text-ink-soft">{words}</p>
      <More stop={stop} isReady={isReadyNow} flip={flip} anchor={anchor} />
    </CoachMark>
  );
}

type MoreProps = {
  readonly stop: TourStop;
  readonly isReady: boolean;
  readonly flip: NextFlip | undefined;
  readonly anchor: Anchor | undefined;
};

/** What has to be done first, or next. */
function More({ stop, isReady: isReadyNow, flip, anchor }: MoreProps): ReactElement | null {
  if (!isReadyNow) return <p className="font-[560]">{tourText.waitForEnd}</p>;
  if (anchor?.isTab === true && stop.pane !== undefined)
    return <p className="font-[560]">{tourText.openTab(caseText.panes[stop.pane])}</p>;
  if (flip === undefined) return null;
  return (
    <p>
      <span className="font-[560] wrap-anywhere">{tourText.toTake(flip.name)}.</span>{" "}
      <span className="text-ink-soft">{tourText.stillToTake(flip.count)}</span>
    </p>
  );
}

/** Chosen once when the stop is reached, and again when what it speaks of is another; not against the person's hand. */
function useChoice({ chooses }: TourStop, isReadyNow: boolean, node: string | undefined): void {
  const desk = useDesk();
  const wanted = chooses === undefined || !isReadyNow ? undefined : node;
  useEffect(() => {
    if (wanted !== undefined) desk.select({ type: "node", id: wanted });
  }, [desk, wanted]);
}

/** Done is what changed since the stop was reached. */
function useDone(parts: {
  readonly key: string;
  readonly stop: TourStop;
  readonly facts: TourFacts;
  readonly next: () => void;
}): void {
  const { key, stop, facts, next } = parts;
  const [reached, setReached] = useState({ key, facts });
  if (reached.key !== key) setReached({ key, facts });
  const isDone = reached.key === key && stop.isDone?.(facts, reached.facts) === true;
  const goOn = useEffectEvent(next);
  useEffect(() => {
    if (isDone) goOn();
  }, [isDone]);
}

/** What was open already when the stop was reached is not opened. */
function useOpening(anchor: Anchor | undefined, next: () => void): void {
  const element = anchor?.element;
  const isOpen = anchor?.isOpen === true;
  const seenShut = useRef<HTMLElement>(undefined);
  const goOn = useEffectEvent(next);
  useEffect(() => {
    if (!isOpen) seenShut.current = element;
    else if (element !== undefined && seenShut.current === element) goOn();
  }, [element, isOpen]);
}
