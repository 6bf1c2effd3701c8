import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clampShare, shareAfterKey, shareAtPointer } from "./splitter-maths.ts";

const LIMITS = { least: 0.25, most: 0.7 };

test("keys move by small and large steps, others do nothing", () => {
  expect(shareAfterKey("ArrowRight", 0.5, LIMITS)).toBeCloseTo(0.52);
  expect(shareAfterKey("ArrowLeft", 0.5, LIMITS)).toBeCloseTo(0.48);
  expect(shareAfterKey("ArrowDown", 0.5, LIMITS)).toBeUndefined();
  expect(shareAfterKey("PageUp", 0.5, LIMITS)).toBeCloseTo(0.4);
  expect(shareAfterKey("PageDown", 0.5, LIMITS)).toBeCloseTo(0.6);
  expect(shareAfterKey("Home", 0.5, LIMITS)).toBe(0.25);
  expect(shareAfterKey("End", 0.5, LIMITS)).toBe(0.7);
  expect(shareAfterKey("Enter", 0.5, LIMITS)).toBeUndefined();
});

test("a pointer maps linearly between the limits", () => {
  expect(shareAtPointer(600, 100, 1000, LIMITS)).toBeCloseTo(0.5);
  expect(shareAtPointer(0, 100, 1000, LIMITS)).toBe(0.25);
  expect(shareAtPointer(5000, 100, 1000, LIMITS)).toBe(0.7);
  expect(shareAtPointer(600, 100, 0, LIMITS)).toBe(0.25);
});

test("nothing leaves the limits, whatever the number", () => {
  fc.assert(
    fc.property(fc.double(), (wanted) => {
      const share = clampShare(wanted, LIMITS);
      expect(share).toBeGreaterThanOrEqual(LIMITS.least);
      expect(share).toBeLessThanOrEqual(LIMITS.most);
    }),
    { seed: 20261120, numRuns: 300 },
  );
});
