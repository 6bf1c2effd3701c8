import { expect, test } from "vitest";
import { blockingMsIn } from "./trace.ts";

const mainThread = { name: "thread_name", pid: 1, tid: 1, args: { name: "CrRendererMain" } };
const worker = { name: "thread_name", pid: 1, tid: 2, args: { name: "DedicatedWorker thread" } };
const task = (tid: number, tdur: number) => ({ name: "RunTask", pid: 1, tid, dur: 900_000, tdur });

test("counts what goes beyond 50 ms of processor time, on main threads only", () => {
  const traceEvents = [
    mainThread,
    worker,
    task(1, 80_000),
    task(1, 49_000),
    task(1, 51_000),
    task(2, 700_000),
  ];
  expect(blockingMsIn(JSON.stringify({ traceEvents }))).toBe(31);
});
