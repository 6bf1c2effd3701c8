import { expect, test } from "vitest";
import { MAIN_BRANCH } from "../../domain/record/events.ts";
import { foldRecord } from "../../domain/record/fold.ts";
import { readMoments } from "../../domain/record/moments.ts";
import { createSampleRecord, drawEdge, drawNode, toSampleEvent } from "../../domain/record/sample-record.ts";
import { momentWords } from "./time.ts";

const branch = MAIN_BRANCH;

test("every moment of an everyday record has words, and each of its own kind", () => {
  const words = readMoments(foldRecord(createSampleRecord(60))).map(momentWords);
  expect(words.slice(0, 3)).toEqual([
    "The case text was written",
    "The scripted walk-through began",
    "Stated: Inference “sample statement”",
  ]);
  expect(words.every((each) => each.length > 0 && !each.includes("undefined"))).toBe(true);
});

test("what was taken back is told by what it was, and a link by its ends", () => {
  const view = foldRecord([
    toSampleEvent(1, { type: "case-create", title: "Sample" }),
    toSampleEvent(2, { type: "text-revise", text: "", sentences: [] }),
    toSampleEvent(3, { type: "node-add", branch, node: drawNode("a", 1, "one") }),
    toSampleEvent(4, { type: "node-add", branch, node: drawNode("b", 1, "other") }),
    toSampleEvent(5, { type: "edge-add", branch, edge: drawEdge("x", "a", "b") }),
    toSampleEvent(6, { type: "change-undo", change: "e5" }),
    toSampleEvent(7, { type: "text-revise", text: "Fever.", sentences: [] }),
  ]);
  expect(readMoments(view).map(momentWords).slice(3)).toEqual([
    "Added by hand: “one” supports “other”",
    "Taken back: added by hand: “one” supports “other”",
    "The case text was corrected",
  ]);
});
