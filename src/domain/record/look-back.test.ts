import * as fc from "fast-check";
import { expect, test } from "vitest";
import { appendEvent, createCaseView, foldRecord, nextOrder, viewToRecord } from "./fold.ts";
import type { CaseView } from "./fold.ts";
import { viewAt } from "./look-back.ts";
import { randomRecord, toPlain } from "./random-record.ts";
import { createSampleRecord, toSampleEvent } from "./sample-record.ts";

const long = process.env["CURBSIDE_LONG"] === "1";
const RUNS = long ? 5000 : 250;
const options = { timeout: long ? 900_000 : 60_000 };

/** Everything that a view says, without how it is kept. */
function toContent(view: CaseView): unknown {
  const { state, undoStack, redoStack, nextSentence, undone, undoFlags, length } = view;
  const standing = [...undone.keys()].toSorted();
  return toPlain({ state, undoStack, redoStack, nextSentence, undoFlags, length, undone: standing });
}

test("looking back shows what folding the events up to there gives", options, () => {
  fc.assert(
    fc.property(randomRecord, fc.nat(60), (record, pick) => {
      const view = foldRecord(record);
      const length = pick % (record.length + 1);
      expect(toContent(viewAt(view, length))).toEqual(toContent(foldRecord(record.slice(0, length))));
    }),
    { seed: 341, numRuns: RUNS },
  );
});

test("beyond the checkpoints, from one place back to another, and with an early undo at the very end", () => {
  const record = createSampleRecord(400);
  const grown = record.reduce(appendEvent, createCaseView());
  const undo = { type: "change-undo", change: record[1]?.id ?? "" } as const;
  const view = appendEvent(grown, toSampleEvent(nextOrder(grown), undo, "undo"));
  let earlier = view;
  for (const length of [399, 300, 299, 128, 127, 65, 64, 17, 3, 2, 0]) {
    const expected = toContent(foldRecord(record.slice(0, length)));
    earlier = viewAt(earlier, length);
    expect(toContent(earlier)).toEqual(expected);
    expect(toContent(viewAt(view, length))).toEqual(expected);
  }
  expect(viewAt(view, view.length)).toBe(view);
});

test("a view of the past can go on with a story of its own, and what came after stays as it was", () => {
  const view = foldRecord(createSampleRecord(200));
  const content = toContent(view);
  const past = viewAt(view, 90);
  const added = appendEvent(past, toSampleEvent(91, { type: "branch-favour", branch: "main" }, "other"));
  expect(viewToRecord(added)).toHaveLength(91);
  expect(toContent(view)).toEqual(content);
});
