import * as fc from "fast-check";
import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";
import type { TimeLeft } from "./time-left.ts";

test("says nothing before a rate can be known", () => {
  expect(timeLeft(0, 100)).toEqual({ type: "unknown" });
  expect(timeLeft(0.005, 100)).toEqual({ type: "unknown" });
  expect(timeLeft(0.5, 1)).toEqual({ type: "unknown" });
  expect(timeLeft(Number.NaN, 10)).toEqual({ type: "unknown" });
});

test.each([
  [0.5, 3, { type: "almost-done" }],
  [1, 0, { type: "almost-done" }],
  [0.5, 12, { type: "seconds", seconds: 10 }],
  [0.5, 57, { type: "seconds", seconds: 55 }],
  [0.5, 58, { type: "minutes", minutes: 1 }],
  [0.1, 60, { type: "minutes", minutes: 9 }],
  [0.5, 3569, { type: "minutes", minutes: 59 }],
  [0.5, 3571, { type: "hours", hours: 1, minutes: 0 }],
  [0.5, 5300, { type: "hours", hours: 1, minutes: 30 }],
])("share %d after %d s", (share, elapsed, expected) => {
  expect(timeLeft(share, elapsed)).toEqual(expected);
});

/** The seconds that the words stand for, and how far rounding may have moved them. */
function said(left: TimeLeft): { readonly seconds: number; readonly within: number } | undefined {
  if (left.type === "seconds") return { seconds: left.seconds, within: 2.5 };
  if (left.type === "minutes") return { seconds: left.minutes * 60, within: 30 };
  if (left.type === "hours") return { seconds: left.hours * 3600 + left.minutes * 60, within: 300 };
  return undefined;
}

const jobs = fc.tuple(fc.double({ min: 0.01, max: 0.999, noNaN: true }), fc.integer({ min: 3, max: 1e6 }));

test("stays near the exact figure", () => {
  fc.assert(
    fc.property(jobs, ([share, elapsed]) => {
      const exact = (elapsed * (1 - share)) / share;
      const words = said(timeLeft(share, elapsed)) ?? { seconds: 0, within: 5 };
      expect(Math.abs(words.seconds - exact)).toBeLessThanOrEqual(words.within + 1e-6);
    }),
    { seed: 20261120, numRuns: 500 },
  );
});

test("never says zero of anything, sixty seconds or sixty minutes", () => {
  fc.assert(
    fc.property(jobs, ([share, elapsed]) => {
      const { type: _, ...parts } = timeLeft(share, elapsed);
      const numbers: readonly number[] = Object.values(parts);
      expect(numbers.length === 0 || numbers.some((part) => part > 0)).toBe(true);
      expect("minutes" in parts ? parts.minutes : 0).toBeLessThan(60);
      expect("seconds" in parts ? parts.seconds : 0).toBeLessThan(60);
    }),
    { seed: 20261120, numRuns: 500 },
  );
});
