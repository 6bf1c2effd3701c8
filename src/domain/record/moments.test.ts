import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MAIN_BRANCH } from "./events.ts";
import { foldRecord } from "./fold.ts";
import { findMoment, readMoments } from "./moments.ts";
import { randomRecord } from "./random-record.ts";
import { drawEdge, drawNode, toSampleEvent } from "./sample-record.ts";

const branch = MAIN_BRANCH;

test("what was written in one go is one stop, at which all of it stands", () => {
  const node = drawNode("a", 1, "a reason");
  const view = foldRecord([
    toSampleEvent(1, { type: "case-create", title: "Sample" }),
    toSampleEvent(2, { type: "node-add", branch, node: drawNode("b", 1, "a claim") }),
    toSampleEvent(3, { type: "node-add", branch, node }),
    { ...toSampleEvent(4, { type: "edge-add", branch, edge: drawEdge("x", "a", "b") }), together: "e3" },
    { ...toSampleEvent(5, { type: "change-undo", change: "e4" }) },
    { ...toSampleEvent(6, { type: "change-undo", change: "e3" }), together: "e5" },
    toSampleEvent(7, { type: "edge-retract", branch, edge: "x" }),
  ]);
  expect(readMoments(view)).toMatchObject([
    { length: 2, event: { type: "node-add" }, subject: { node: { text: "a claim" } } },
    { length: 4, event: { id: "e3" }, subject: { node: { text: "a reason" } } },
    { length: 6, event: { type: "change-undo" }, change: { id: "e3" }, subject: { node } },
    { length: 7, event: { type: "edge-retract" }, subject: { from: "a reason", to: "a claim" } },
  ]);
});

test("that something still holds is a stop, and what was half written is none", () => {
  const view = foldRecord([
    toSampleEvent(1, { type: "node-add", branch, node: drawNode("a", 1, "a claim") }),
    toSampleEvent(2, { type: "draft-keep", form: "one", text: "Half" }),
    toSampleEvent(3, { type: "stale-settle", branch, target: "a" }),
  ]);
  expect(readMoments(view)).toMatchObject([
    { length: 1 },
    { length: 3, event: { type: "stale-settle" }, subject: { node: { text: "a claim" } } },
  ]);
});

test("a step is told by the words that it had then", () => {
  const view = foldRecord([
    toSampleEvent(1, { type: "node-add", branch, node: drawNode("a", 1, "first") }),
    toSampleEvent(2, { type: "node-edit", branch, node: drawNode("a", 1, "second") }),
    toSampleEvent(3, { type: "node-retract", branch, node: "a" }),
  ]);
  const words = readMoments(view).map(({ subject }) => subject?.type === "node" && subject.node.text);
  expect(words).toEqual(["first", "second", "second"]);
});

test("stops are in order, none is told twice, and each is found at its own place", () => {
  fc.assert(
    fc.property(randomRecord, (record) => {
      const view = foldRecord(record);
      const moments = readMoments(view);
      const lengths = moments.map(({ length }) => length);
      expect(lengths).toEqual([...new Set(lengths)].toSorted((one, other) => one - other));
      expect(moments.every(({ length }, at) => findMoment(moments, length) === at)).toBe(true);
      expect(findMoment(moments, 0)).toBe(-1);
    }),
    { seed: 351, numRuns: 100 },
  );
});
