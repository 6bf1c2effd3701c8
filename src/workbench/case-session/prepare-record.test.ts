import { assert, nat, property, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import type { RecordEvent } from "../../domain/record/events.ts";
import { foldRecord, viewToRecord } from "../../domain/record/fold.ts";
import { createSampleRecord } from "../../domain/record/sample-record.ts";
import { prepareRecord, viewOf } from "./prepare-record.ts";

const record = createSampleRecord(90);

test("what was prepared of any part of a record changes nothing of what is shown", () => {
  assert(
    property(shuffledSubarray([...record], { minLength: 1 }), nat(record.length), (events, prepared) => {
      const view = viewOf(events, prepareRecord(events.slice(0, prepared)));
      const plain = foldRecord(events);
      expect(viewToRecord(view)).toEqual(viewToRecord(plain));
      expect(view.state).toEqual(plain.state);
    }),
    { numRuns: 60 },
  );
});

test("a record that goes on from what was prepared is not folded from its beginning", () => {
  const prepared = prepareRecord(record.slice(0, 80));
  expect(viewOf(record, prepared).log).toBe(prepared?.view.log);
});

test("a record of other objects than were prepared is folded by itself", () => {
  const prepared = prepareRecord(record.slice(0, 80));
  const others = record.map((event) => ({ ...event }));
  const view = viewOf(others, prepared);
  expect(view.log).not.toBe(prepared?.view.log);
  expect(view.log.events).toEqual(record);
});

test("nothing is prepared of what cannot be folded", () => {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a later release may have written anything
  const odd = { ...record[1], type: "none-of-ours" } as unknown as RecordEvent;
  expect(prepareRecord([record[0]!, odd])).toBeUndefined();
  expect(prepareRecord(record)).toBeDefined();
});
