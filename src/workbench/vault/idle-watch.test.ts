import { expect, test } from "vitest";
import { createIdleWatch } from "./idle-watch.ts";

const MINUTE = 60_000;

/** Checks once a second up to `end`, and gives the last answer. */
function watchUntil(watch: ReturnType<typeof createIdleWatch>, from: number, end: number) {
  let state = watch.check(from, false);
  for (let time = from; time <= end; time += 1000) state = watch.check(time, false);
  return state;
}

test("announces the last half minute, counts down, and is over at the limit", () => {
  const watch = createIdleWatch(MINUTE, 0);
  expect(watchUntil(watch, 0, 29_000)).toEqual({ type: "active" });
  expect(watchUntil(watch, 30_000, 35_000)).toEqual({ type: "ending", secondsLeft: 25 });
  expect(watchUntil(watch, 36_000, MINUTE)).toEqual({ type: "over", because: "idle" });
});

test("somebody who shows up begins the wait anew", () => {
  const watch = createIdleWatch(MINUTE, 0);
  watchUntil(watch, 0, 55_000);
  watch.touch(55_000);
  expect(watchUntil(watch, 56_000, 80_000)).toEqual({ type: "active" });
});

test("a jump of the clock means that the device slept, however long the limit is", () => {
  const watch = createIdleWatch(15 * MINUTE, 0);
  expect(watchUntil(watch, 0, 5000)).toEqual({ type: "active" });
  expect(watch.check(40_000, false)).toEqual({ type: "over", because: "suspend" });
});

test("a hidden tab that is woken once a minute has not slept", () => {
  const watch = createIdleWatch(15 * MINUTE, 0);
  for (let time = 0; time <= 5 * MINUTE; time += MINUTE)
    expect(watch.check(time, true)).toEqual({ type: "active" });
});

test("a clock that was set back still ends the wait", () => {
  const watch = createIdleWatch(MINUTE, 10 * MINUTE);
  expect(watch.check(5 * MINUTE, false)).toEqual({ type: "active" });
  expect(watchUntil(watch, 5 * MINUTE, 6 * MINUTE)).toEqual({ type: "over", because: "idle" });
});
