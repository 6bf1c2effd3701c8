import { expect, test } from "vitest";
import { foldRecord } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { createSampleRecord, drawEdge, drawNode, toSampleEvent } from "../../domain/record/sample-record.ts";
import { sayChange } from "./say-change.ts";

const branch = "main";

test("every change is named by its words, what is gone by those it had", () => {
  const payloads: readonly EventPayload[] = [
    { type: "node-add", branch, node: drawNode("a", 0, "Fever") },
    { type: "node-add", branch, node: drawNode("b", 1, "Infection") },
    { type: "edge-add", branch, edge: drawEdge("x", "a", "b") },
    { type: "node-edit", branch, node: drawNode("b", 1, "Severe infection") },
    { type: "edge-retract", branch, edge: "x" },
    { type: "node-retract", branch, node: "a" },
    { type: "stale-settle", branch, target: "b" },
    { type: "stale-settle", branch, target: "x" },
    { type: "branch-favour", branch },
  ];
  const events = payloads.map((payload, at) => toSampleEvent(at + 4, payload));
  const state = foldRecord([...createSampleRecord(3), ...events]).state.branches.get(branch);
  expect(events.map((event) => state && sayChange(state, event))).toEqual([
    "added “Fever”",
    "added “Infection”",
    "added the link “Fever supports Severe infection”",
    "edited “Severe infection”",
    "retracted the link “Fever supports Severe infection”",
    "retracted “Fever”",
    "found that “Severe infection” still holds",
    "found that “Fever supports Severe infection” still holds",
    undefined,
  ]);
});
