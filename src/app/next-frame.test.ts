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
