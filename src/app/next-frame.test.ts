import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** Frames that are asked for, and come when told. */
let frames: Map<number, () => void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  frames = new Map();
  let asked = 0;
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => {
    asked += 1;
    frames.set(asked, work);
    return asked;
  });
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => frames.delete(frame));
  vi.stubGlobal("document", { visibilityState: "visible" });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function drawFrame(): void {
  for (const [frame, work] of frames) {
    frames.delete(frame);
    work();
  }
}

test("all that is asked for until the next frame is done in it, once", async () => {
  const { nextFrame } = await import("./next-frame.ts");
  const done: string[] = [];
  nextFrame(() => done.push("one"));
  nextFrame(() => done.push("other"));
  expect(done).toEqual([]);
  drawFrame();
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual(["one", "other"]);
});

test("where a frame that was asked for never comes it is done all the same, and so is what comes after", async () => {
  const { nextFrame } = await import("./next-frame.ts");
  const done: string[] = [];
  nextFrame(() => done.push("one"));
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(["one"]);
  nextFrame(() => done.push("other"));
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(["one", "other"]);
  drawFrame();
  expect(done).toEqual(["one", "other"]);
});

test("in a tab that is not seen nothing waits for a frame", async () => {
  const { nextFrame } = await import("./next-frame.ts");
  vi.stubGlobal("document", { visibilityState: "hidden" });
  const done: string[] = [];
  nextFrame(() => done.push("one"));
  vi.advanceTimersByTime(1000);
  expect(frames.size).toBe(0);
  expect(done).toEqual(["one"]);
});

test("what is calm is done at moments that are the same for all, together with what is calmer still", async () => {
  const { nextFrame } = await import("./next-frame.ts");
  const done: string[] = [];
  // After a pause it comes with the very next frame.
  nextFrame(() => done.push("first word"), 96);
  nextFrame(() => done.push("first figure"), 480);
  drawFrame();
  expect(done.splice(0)).toEqual(["first word", "first figure"]);
  nextFrame(() => done.push("figure"), 480);
  vi.advanceTimersByTime(480 - (performance.now() % 480) - 40);
  nextFrame(() => done.push("word after a pause"), 96);
  drawFrame();
  expect(done.splice(0)).toEqual(["word after a pause"]);
  nextFrame(() => done.push("word"), 96);
  drawFrame();
  expect(done.splice(0)).toEqual([]);
  vi.advanceTimersByTime(40);
  expect(done.splice(0)).toEqual(["figure", "word"]);
  vi.advanceTimersByTime(10_000);
  expect([done, frames.size]).toEqual([[], 0]);
});

test("what a person did is not kept waiting by what is calm", async () => {
  const { nextFrame } = await import("./next-frame.ts");
  const done: string[] = [];
  nextFrame(() => done.push("first figure"), 480);
  drawFrame();
  nextFrame(() => done.push("figure"), 480);
  vi.advanceTimersByTime(60);
  nextFrame(() => done.push("act"));
  drawFrame();
  expect(done).toEqual(["first figure", "act"]);
});
