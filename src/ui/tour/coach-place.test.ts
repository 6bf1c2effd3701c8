import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coachPlace, overlap } from "./coach-place.ts";

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;

test("never covers a control it points at, and never leaves the screen", () => {
  const arbitrary = fc.record({
    viewport: fc.constantFrom(...SCREENS),
    left: fc.double({ min: 0, max: 1, noNaN: true }),
    top: fc.double({ min: 0, max: 1, noNaN: true }),
    width: fc.integer({ min: 8, max: 374 }),
    height: fc.integer({ min: 8, max: 60 }),
    mark: fc.integer({ min: 120, max: 360 }),
  });
  fc.assert(
    fc.property(arbitrary, ({ viewport, left, top, width, height, mark }) => {
      const anchor = {
        left: left * (viewport.width - width),
        top: top * (viewport.height - height),
        width,
        height,
      };
      const size = { width: 352, height: mark };
      const place = coachPlace(anchor, size, viewport);
      expect(overlap({ ...place, ...size }, anchor)).toBe(0);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.top).toBeGreaterThanOrEqual(8);
      expect(place.left + size.width).toBeLessThanOrEqual(viewport.width - 8);
      expect(place.top + size.height).toBeLessThanOrEqual(viewport.height - 8);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

test("leaves what stands around the control in sight where there is room", () => {
  const [, desk] = SCREENS;
  const size = { width: 352, height: 240 };
  const around = { left: 430, top: 300, width: 480, height: 560 };
  const anchor = { left: 790, top: 320, width: 70, height: 32 };
  const place = coachPlace(anchor, size, desk, around);
  expect(overlap({ ...place, ...size }, around)).toBe(0);
});

test("stands below by choice, and at the bottom while there is nothing to point at", () => {
  const [, desk] = SCREENS;
  const size = { width: 352, height: 200 };
  const anchor = { left: 300, top: 200, width: 80, height: 40 };
  expect(coachPlace(anchor, size, desk)).toEqual({ left: 300, top: 252 });
  expect(coachPlace(undefined, size, desk)).toEqual({ left: 1080, top: 692 });
});
