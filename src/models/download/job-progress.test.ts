import { expect, test } from "vitest";
import { createJobProgress } from "./job-progress.ts";
import { createDownloadWorld } from "./testing/download-world.ts";
import { createTransferRate, secondsLeft } from "./transfer-rate.ts";

/** A clock that a test turns on by hand. */
function createHandClock() {
  let now = 0;
  const waits = new Set<() => void>();
  return {
    now: () => now,
    wait: (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((done) => {
        const at = now + milliseconds;
        const look = () => (now >= at || signal.aborted ? done() : undefined);
        waits.add(look);
        signal.addEventListener("abort", look);
      }),
    turn: async (milliseconds: number) => {
      now += milliseconds;
      for (const look of waits) look();
      await new Promise((done) => setTimeout(done, 0));
    },
  };
}

async function createProgress() {
  const clock = createHandClock();
  const { entry } = await createDownloadWorld();
  let told = 0;
  const progress = createJobProgress({
    entry,
    source: "server",
    doneBytes: 0,
    state: { type: "checking" },
    surroundings: clock,
    onChange: () => void (told += 1),
  });
  return { clock, progress, told: () => told };
}

test("tells numbers at most four times a second, however small the pieces", async () => {
  const { clock, progress, told } = await createProgress();
  progress.setState({ type: "downloading" });
  for (let step = 1; step <= 400; step += 1) {
    progress.setDone(step * 10);
    await clock.turn(10);
  }
  expect(told()).toBeGreaterThan(8);
  expect(told()).toBeLessThanOrEqual(17);
});

test("tells what came last even when nothing comes after it, and then is quiet", async () => {
  const { clock, progress, told } = await createProgress();
  progress.setState({ type: "downloading" });
  progress.setDone(700);
  expect(told()).toBe(1);
  await clock.turn(250);
  expect(told()).toBe(2);
  for (let second = 0; second < 60; second += 1) await clock.turn(1000);
  const quiet = told();
  await clock.turn(1000);
  expect(told()).toBe(quiet);
});

test("knows no speed before it can, then the last seconds' mean, and none when it does not run", async () => {
  const { clock, progress } = await createProgress();
  progress.setState({ type: "downloading" });
  progress.setDone(100);
  await clock.turn(1000);
  expect(progress.read().bytesPerSecond).toBeUndefined();
  for (let step = 0; step < 4; step += 1) {
    progress.setDone(progress.read().doneBytes + 1000);
    await clock.turn(1000);
  }
  const { bytesPerSecond, secondsLeft: left } = progress.read();
  expect(bytesPerSecond).toBeCloseTo(4100 / 5, 0);
  expect(left).toBe(Math.ceil((16_300 - 4100) / 820));
  progress.setState({ type: "paused" });
  expect(progress.read()).toMatchObject({ bytesPerSecond: undefined, secondsLeft: undefined });
});

test("a rate forgets what is longer ago than its window", () => {
  const rate = createTransferRate();
  rate.note(1_000_000, 0);
  for (let at = 1000; at <= 20_000; at += 1000) rate.note(8000, at);
  expect(rate.read(20_000)).toBeCloseTo(9000, -3);
  expect(rate.read(40_000)).toBe(0);
  rate.reset();
  expect(rate.read(41_000)).toBeUndefined();
});

test("time left is unknown while nothing moves", () => {
  expect(secondsLeft(1000, undefined)).toBeUndefined();
  expect(secondsLeft(1000, 0)).toBeUndefined();
  expect(secondsLeft(1000, 300)).toBe(4);
});
