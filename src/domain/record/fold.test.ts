import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUndoable } from "./events.ts";
import type { RecordEvent } from "./events.ts";
import { appendEvent, createCaseView, foldRecord, nextOrder, readFlags, viewToRecord } from "./fold.ts";
import type { CaseView } from "./fold.ts";
import { randomRecord, toPlain } from "./random-record.ts";
import { createSampleRecord, toSampleEvent } from "./sample-record.ts";

const long = process.env["CURBSIDE_LONG"] === "1";
const RUNS = long ? 5000 : 250;
/** Generous, because the laws are what is tested and not the machine. */
const options = { timeout: long ? 900_000 : 60_000 };

/** Everything that a view says, without how it is kept. */
function toContent(view: CaseView): unknown {
  const { state, undoStack, redoStack, nextSentence, undone } = view;
  return toPlain({ state, undoStack, redoStack, nextSentence, undone: [...undone.keys()].toSorted() });
}

function append(events: readonly RecordEvent[]): CaseView {
  let view = createCaseView();
  for (const event of events) view = appendEvent(view, event);
  return view;
}

test("event by event gives what folding in any order gives, and never throws", options, () => {
  fc.assert(
    fc.property(randomRecord, fc.nat(), (record, seed) => {
      const shuffled = record.toSorted(
        (left, right) => ((left.order * 7919 + seed) % 101) - ((right.order * 7919 + seed) % 101),
      );
      const view = append(record);
      expect(toContent(append(shuffled))).toEqual(toContent(view));
      expect(toContent(foldRecord([...shuffled, ...record]))).toEqual(toContent(view));
      expect(viewToRecord(view)).toEqual(record);
    }),
    { seed: 321, numRuns: RUNS },
  );
});

test("undo then redo is the identity", options, () => {
  fc.assert(
    fc.property(randomRecord, fc.nat(), (record, pick) => {
      const view = append(record);
      const standing = record.filter((event) => isUndoable(event) && !view.undone.has(event.id));
      const change = standing[pick % Math.max(1, standing.length)];
      if (change === undefined) return;
      const order = nextOrder(view);
      const undone = appendEvent(view, toSampleEvent(order, { type: "change-undo", change: change.id }, "u"));
      expect(undone.undone.has(change.id)).toBe(true);
      const redone = appendEvent(
        undone,
        toSampleEvent(order + 1, { type: "change-redo", change: change.id }, "v"),
      );
      expect(toContent(redone)).toEqual(toContent(view));
    }),
    { seed: 322, numRuns: RUNS },
  );
});

test("the state is the fold of the events that are not undone", options, () => {
  fc.assert(
    fc.property(randomRecord, (record) => {
      const view = append(record);
      const kept = record.filter(
        (event) => !view.undone.has(event.id) && event.type !== "change-undo" && event.type !== "change-redo",
      );
      // A branch point may be an undone event, which a record without it cannot name.
      if (kept.some((event) => event.type === "branch-start" && event.from !== undefined)) return;
      // Numbers of undone sentences stay used, so the text's next number may differ.
      const leftOut = ["position", "nextNumber"];
      expect(toPlain(view.state, leftOut)).toEqual(toPlain(append(kept).state, leftOut));
    }),
    { seed: 323, numRuns: RUNS },
  );
});

test("n steps back and n steps forward lead to the same case", options, () => {
  let view = append(createSampleRecord(400));
  const before = toContent(view);
  const steps = 60;
  for (let step = 0; step < steps; step += 1) {
    const change = view.undoStack?.first ?? "";
    view = appendEvent(view, toSampleEvent(nextOrder(view), { type: "change-undo", change }));
  }
  expect(toContent(view)).not.toEqual(before);
  for (let step = 0; step < steps; step += 1) {
    const change = view.redoStack?.first ?? "";
    view = appendEvent(view, toSampleEvent(nextOrder(view), { type: "change-redo", change }));
  }
  expect(toContent(view)).toEqual(before);
});

test("older views stay what they were, and two views can go on from one", () => {
  const record = createSampleRecord(300);
  const early = append(record.slice(0, 100));
  const content = toContent(early);
  const late = append(record);
  let grown = early;
  for (const event of record.slice(100)) grown = appendEvent(grown, event);
  const other = appendEvent(
    early,
    toSampleEvent(nextOrder(early), { type: "branch-favour", branch: "main" }, "other"),
  );
  expect(toContent(early)).toEqual(content);
  expect(toContent(grown)).toEqual(toContent(late));
  expect(viewToRecord(other)).toHaveLength(101);
});

test("what makes no sense is flagged and stays in the record", () => {
  const view = append([
    toSampleEvent(1, { type: "case-create", title: "Sample" }),
    toSampleEvent(2, { type: "thinking-append", run: "r9", text: "" }),
    toSampleEvent(3, { type: "node-retract", branch: "main", node: "gone" }),
    toSampleEvent(4, { type: "branch-favour", branch: "nowhere" }),
    toSampleEvent(5, { type: "change-undo", change: "e1" }),
    { ...toSampleEvent(6, { type: "branch-favour", branch: "main" }), caseId: "another" },
  ]);
  expect(viewToRecord(view)).toHaveLength(6);
  expect(readFlags(view)).toEqual([
    { event: "e2", type: "unknown-run", id: "r9" },
    { event: "e3", type: "unknown-target", id: "gone" },
    { event: "e4", type: "unknown-branch", id: "nowhere" },
    { event: "e6", type: "other-case", id: "another" },
    { event: "e5", type: "not-undoable", id: "e1" },
  ]);
});
