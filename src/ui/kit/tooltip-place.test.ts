import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tooltipPlace } from "./tooltip-place.ts";

const VIEWPORT = { width: 400, height: 300 };

test("stands centred below its trigger, above when there is no room below", () => {
  const size = { width: 60, height: 20 };
  expect(tooltipPlace({ left: 100, top: 50, width: 40, height: 40 }, size, VIEWPORT)).toEqual({
    left: 90,
    top: 96,
  });
  expect(tooltipPlace({ left: 100, top: 250, width: 40, height: 40 }, size, VIEWPORT)).toEqual({
    left: 90,
    top: 224,
  });
});

test("never leaves the screen sideways while it fits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 380 }), (left, width) => {
      const place = tooltipPlace({ left, top: 10, width: 40, height: 40 }, { width, height: 20 }, VIEWPORT);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + width).toBeLessThanOrEqual(392);
    }),
    { seed: 20261120, numRuns: 200 },
  );
});
