import { expect, test } from "vitest";
import { createTourMemory, parseTourPlace, tourPlaceToWords, type TourPlace } from "./tour-place.ts";

const STOPS = 10;

test("every place is read back as it was stored, and nothing else is read", () => {
  const places: readonly TourPlace[] = [
    { type: "finished" },
    ...Array.from({ length: STOPS }, (_, stop) => [
      { type: "left", stop } as const,
      { type: "under-way", stop } as const,
    ]).flat(),
  ];
  for (const place of places) expect(parseTourPlace(tourPlaceToWords(place), STOPS)).toEqual(place);
  for (const stored of [null, "", "left", "left 10", "left -1", "left 1 2", "under-way 1e1", "{}"])
    expect(parseTourPlace(stored, STOPS)).toEqual({ type: "unseen" });
});

const refused = (): never => {
  throw new DOMException("refused", "SecurityError");
};

test("it is remembered without a storage, and whoever listens hears of it", () => {
  const memory = createTourMemory(STOPS, refused);
  const heard: TourPlace[] = [];
  const stop = memory.subscribe(() => heard.push(memory.read()));
  expect(memory.read()).toEqual({ type: "unseen" });
  memory.keep({ type: "left", stop: 3 });
  stop();
  memory.keep({ type: "finished" });
  expect(heard).toEqual([{ type: "left", stop: 3 }]);
  expect(memory.read()).toEqual({ type: "finished" });
});
