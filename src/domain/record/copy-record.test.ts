import * as fc from "fast-check";
import { expect, test } from "vitest";
import { copyRecord } from "./copy-record.ts";
import type { RecordEvent } from "./events.ts";
import { foldRecord } from "./fold.ts";
import { randomRecord, toPlain } from "./random-record.ts";
import { toSampleEvent } from "./sample-record.ts";

const author = { kind: "clinician", profile: "me" } as const;

function copy(events: readonly RecordEvent[]): readonly RecordEvent[] | undefined {
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `new ${made}`;
  };
  return copyRecord(events, { title: "Copy", author, time: 99, newId });
}

/** What a fold shows, with the ids of events as they were in the record that was copied. */
function show(events: readonly RecordEvent[], original: readonly RecordEvent[]): string {
  const leftOut = ["caseId", "title", "author", "order", "time"];
  const words = JSON.stringify(toPlain(foldRecord(events).state, leftOut));
  return events
    .reduce(
      (text, { id }, index) => text.replaceAll(JSON.stringify(id), JSON.stringify(original[index]?.id ?? id)),
      words,
    )
    .replaceAll(`"id":${JSON.stringify(events[0]?.caseId)}`, '"id":"case"');
}

const created = randomRecord.map((events) => [
  toSampleEvent(0, { type: "case-create", title: "Sample" }, "e0"),
  ...events,
]);

test("the copy of a case says what the case says, under ids of its own", () => {
  fc.assert(
    fc.property(created, (events) => {
      const copied = copy(events) ?? [];
      expect(copied).toHaveLength(events.length);
      expect(show(copied, events)).toBe(show(events, events));
      const known = new Set(events.map(({ id }) => id));
      expect(copied.some(({ id, caseId }) => known.has(id) || caseId !== copied[0]?.caseId)).toBe(false);
    }),
    { seed: 603, numRuns: 300 },
  );
});

test("what was taken back stays taken back, and what was written together stays together", () => {
  const text = { type: "text-revise", text: "Fever.", sentences: [{ id: "s1", start: 0, end: 6 }] } as const;
  const events = [
    toSampleEvent(1, { type: "case-create", title: "Sample" }),
    toSampleEvent(2, text),
    toSampleEvent(3, { ...text, text: "Cough." }),
    { ...toSampleEvent(4, { type: "branch-favour", branch: "main" }), together: "e3" },
    toSampleEvent(5, { type: "change-undo", change: "e3" }),
  ];
  const copied = copy(events) ?? [];
  expect(foldRecord(copied).state.text?.text).toBe("Fever.");
  expect(copied[3]?.together).toBe(copied[2]?.id);
});

test("the copy is made now, by who makes it; its work was done before, by who did it", () => {
  const events = [
    toSampleEvent(1, { type: "case-create", title: "Sample" }),
    toSampleEvent(2, { type: "run-end", run: "r", reason: "stopped" }),
  ];
  const [create, revise] = copy(events) ?? [];
  expect(create).toMatchObject({ type: "case-create", title: "Copy", time: 99, author });
  expect(revise?.author).not.toEqual(author);
});

test("a record that never began, and events of another case, are not copied", () => {
  const create = toSampleEvent(1, { type: "case-create", title: "Sample" });
  expect(copy([])).toBeUndefined();
  expect(
    copy([create, { ...toSampleEvent(2, { type: "branch-favour", branch: "main" }), caseId: "x" }]),
  ).toHaveLength(1);
});
