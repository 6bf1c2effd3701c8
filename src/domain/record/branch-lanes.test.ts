import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { readLanes } from "./branch-lanes.ts";
import { foldRecord } from "./fold.ts";
import { randomRecord } from "./random-record.ts";
import type { EventPayload } from "./read-payload.ts";
import { createSampleRecord, drawEdge, drawNode, toSampleEvent } from "./sample-record.ts";

function view(...payloads: readonly EventPayload[]) {
  const opening = createSampleRecord(3);
  return foldRecord([...opening, ...payloads.map((payload, at) => toSampleEvent(at + 4, payload))]);
}

const branch = "main";
const run = { type: "run-end", run: "r1", reason: "finished" } as const;
const add = (id: string): EventPayload => ({ type: "node-add", branch, node: drawNode(id, 0) });

test("a case has one lane until something is run again", () => {
  expect(readLanes(view(run))).toMatchObject([{ id: "main", kind: "first", number: 1, causes: [] }]);
});

test("a re-run knows where it began and after which corrections that still stand", () => {
  const lanes = readLanes(
    view(
      run,
      add("a"),
      add("b"),
      { type: "change-undo", change: "e6" },
      { type: "node-retract", branch, node: "a" },
      { type: "branch-start", branch: "second", parent: "main", leavesOut: "stale" },
      { type: "edge-add", branch: "second", edge: drawEdge("x", "a", "b") },
      { type: "branch-start", branch: "third", parent: "second", leavesOut: "stale" },
      { type: "branch-start", branch: "fourth", parent: "main", leavesOut: "nothing" },
    ),
  );
  expect(lanes.map(({ id, kind, number, depth }) => [id, kind, number, depth])).toEqual([
    ["main", "first", 1, 0],
    ["second", "rerun", 1, 1],
    ["third", "rerun", 2, 2],
    ["fourth", "copy", 1, 1],
  ]);
  const [, second, third] = lanes;
  expect(second?.causes.map(({ type }) => type)).toEqual(["node-add", "node-retract"]);
  expect([third?.parent, third?.causes.map(({ type }) => type)]).toEqual(["second", ["edge-add"]]);
});

test("every branch of any record has exactly one lane, and lanes of a kind are counted through", () => {
  assert(
    property(randomRecord, (record) => {
      const folded = foldRecord(record);
      const lanes = readLanes(folded);
      expect(lanes.map(({ id }) => id).toSorted()).toEqual([...folded.state.branches.keys()].toSorted());
      expect(new Set(lanes.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(lanes.length);
    }),
    { numRuns: 200 },
  );
});
