/** The tour on the case screen: nothing on any other case, and nothing to whoever never asked for it. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { focusContent } from "../common/focus-content.ts";
import { useCase } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { teachingIndexQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { tourText } from "../text/tour.ts";
import { TOUR_CASE, tourMemory, useTourPlace } from "./tour.ts";
import { TOUR_STOPS } from "./tour-stops.ts";
import { TourStopCard } from "./TourStopCard.tsx";

/** Only on a copy of the teaching case that the tour is about. */
export function TourGuide(): ReactElement | null {
  const place = useTourPlace();
  const title = useCase(({ view }) => view.state.title);
  const { data: index } = useQuery(teachingIndexQuery(useServices()));
  const isHere =
    index?.ok === true && index.value.cases.some((entry) => entry.id === TOUR_CASE && entry.title === title);
  if (!isHere) return null;
  if (place.type === "under-way") return <UnderWay stop={place.stop} />;
  return place.type === "left" ? <Waiting stop={place.stop} /> : null;
}

function UnderWay({ stop }: { readonly stop: number }): ReactElement {
  const leave = (): void => {
    tourMemory.keep({ type: "left", stop });
    focusContent();
  };
  return <TourStopCard place={stop} onGo={goToStop} onLeave={leave} />;
}

/** Past the last stop it is finished. */
function goToStop(stop: number): void {
  if (stop < TOUR_STOPS.length) return tourMemory.keep({ type: "under-way", stop });
  tourMemory.keep({ type: "finished" });
  return focusContent();
}

/** One slim line, because whoever left may want it back and is not to be asked. */
function Waiting({ stop }: { readonly stop: number }): ReactElement {
  return (
    <section
      aria-label={tourText.region}
      className="flex flex-wrap items-center gap-2 text-small text-ink-soft"
    >
      <p>{tourText.leftHere(stop + 1, TOUR_STOPS.length)}</p>
      <Button size="small" onClick={() => tourMemory.keep({ type: "under-way", stop })}>
        {tourText.goOn}
      </Button>
      <Button size="small" tone="quiet" onClick={() => tourMemory.keep({ type: "finished" })}>
        {tourText.putAway}
      </Button>
    </section>
  );
}
