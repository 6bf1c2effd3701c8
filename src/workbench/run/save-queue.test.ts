import { expect, test } from "vitest";
import type { RecordEvent } from "../../domain/record/events.ts";
import { EVENT_VERSION } from "../../domain/record/events.ts";
import { err, ok } from "../../shared/result.ts";
import { createSaveQueue } from "./save-queue.ts";
import { createRecordDouble } from "./testing/record-double.ts";

const author = { kind: "model", profile: "test" } as const;

function event(order: number): RecordEvent {
  const base = { version: EVENT_VERSION, id: `e${order}`, order, time: 0, author, caseId: "c" } as const;
  return { ...base, type: "thinking-append", run: "r", text: "x" };
}

const idsOf = (events: readonly RecordEvent[]): readonly string[] => events.map(({ id }) => id);

test("events are handed on at once, in order, each as durably as it was asked", async () => {
  const record = createRecordDouble();
  const queue = createSaveQueue(record.save, () => undefined);
  queue.add([event(1)], "relaxed");
  queue.add([event(2), event(3)], "strict");
  expect(queue.readState()).toEqual({ type: "saving", events: 3 });
  await queue.settle();
  expect(idsOf(record.events)).toEqual(["e1", "e2", "e3"]);
  expect(record.writes).toEqual([
    { count: 1, durability: "relaxed" },
    { count: 2, durability: "strict" },
  ]);
  expect(queue.readState()).toEqual({ type: "saved" });
});

test("a full disk keeps everything waiting in order until there is room again", async () => {
  const record = createRecordDouble();
  let changes = 0;
  const queue = createSaveQueue(record.save, () => (changes += 1));
  record.failWith = { type: "vault-no-room" };
  queue.add([event(1)], "relaxed");
  queue.add([event(2)], "relaxed");
  await queue.settle();
  // The next event tries again, and only that.
  queue.add([event(3)], "relaxed");
  await queue.settle();
  expect(queue.readState()).toEqual({ type: "failed", events: 3, error: { type: "vault-no-room" } });
  expect(changes).toBe(3);
  record.failWith = undefined;
  queue.retry();
  await queue.settle();
  expect(idsOf(record.events)).toEqual(["e1", "e2", "e3"]);
  expect(record.writes).toEqual([{ count: 3, durability: "strict" }]);
  expect(queue.readState()).toEqual({ type: "saved" });
});

test("a write that works does not hide the one before it that failed", async () => {
  const kept: RecordEvent[] = [];
  let calls = 0;
  const save = async (events: readonly RecordEvent[]) => {
    calls += 1;
    if (calls === 1) return err({ type: "vault-write-failed" } as const);
    kept.push(...events);
    return ok(undefined);
  };
  const queue = createSaveQueue(save, () => undefined);
  queue.add([event(1)], "strict");
  queue.add([event(2)], "strict");
  await queue.settle();
  expect(queue.readState()).toEqual({ type: "failed", events: 1, error: { type: "vault-write-failed" } });
  queue.retry();
  await queue.settle();
  expect(idsOf(kept)).toEqual(["e2", "e1"]);
  expect(queue.readState()).toEqual({ type: "saved" });
});

test("there is nothing to try again where nothing failed", async () => {
  const record = createRecordDouble();
  const queue = createSaveQueue(record.save, () => undefined);
  queue.retry();
  await queue.settle();
  expect(record.writes).toEqual([]);
});
