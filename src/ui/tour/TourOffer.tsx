/** Offers the tour where somebody begins, in one line that can be passed over. */

import type { ReactElement } from "react";
import { OpenTeachingCase } from "../common/OpenTeachingCase.tsx";
import { Button } from "../kit/Button.tsx";
import { tourText } from "../text/tour.ts";
import { TOUR_CASE, tourMemory, useTourPlace } from "./tour.ts";
import type { TourPlace } from "./tour-place.ts";
import { TOUR_STOPS } from "./tour-stops.ts";

/** Whoever left it before its end goes on where they were. */
export function TourOffer(): ReactElement {
  const place = useTourPlace();
  const stop = "stop" in place ? place.stop : 0;
  const isBegun = stop > 0;
  return (
    <section
      aria-labelledby="tour-offer"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border border-accent-line bg-accent-soft px-5 py-4"
    >
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <h2 id="tour-offer" className="text-lead font-[600]">
          {place.type === "unseen" ? tourText.offerTitle : tourText.offerAgainTitle}
        </h2>
        <p className="text-small text-ink-soft">{wordsOf(place)}</p>
      </div>
      {isBegun && (
        <Button tone="quiet" onClick={() => tourMemory.keep({ type: "left", stop: 0 })}>
          {tourText.fromStart}
        </Button>
      )}
      <OpenTeachingCase id={TOUR_CASE} onOpened={() => tourMemory.keep({ type: "under-way", stop })}>
        {isBegun ? tourText.goOn : tourText.start}
      </OpenTeachingCase>
    </section>
  );
}

function wordsOf(place: TourPlace): string {
  if (place.type === "finished") return tourText.offerDone;
  return "stop" in place && place.stop > 0
    ? tourText.offerLeft(place.stop + 1, TOUR_STOPS.length)
    : tourText.offer;
}
