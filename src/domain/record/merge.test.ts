import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldRecord } from "./fold.ts";
import { mergeRecords, toCanonicalText } from "./merge.ts";
import { randomCopy, toPlain } from "./random-record.ts";

test(
  "merging is commutative, associative and idempotent, and keeps every id once",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(randomCopy, randomCopy, randomCopy, (one, two, three) => {
        const all = mergeRecords(one, two, three);
        expect(mergeRecords(three, one, two)).toEqual(all);
        expect(mergeRecords(mergeRecords(one, two), three)).toEqual(all);
        expect(mergeRecords(one, mergeRecords(two, three))).toEqual(all);
        expect(mergeRecords(all, all, two)).toEqual(all);
        expect(new Set(all.map(({ id }) => id))).toEqual(
          new Set([...one, ...two, ...three].map(({ id }) => id)),
        );
        expect(all).toHaveLength(new Set(all.map(({ id }) => id)).size);
      }),
      { seed: 331, numRuns: 400 },
    );
  },
);

test("two readers who merge see the same case", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomCopy, randomCopy, (mine, theirs) => {
      const here = foldRecord([...mine, ...theirs]).state;
      expect(toPlain(foldRecord([...theirs, ...mine]).state)).toEqual(toPlain(here));
    }),
    { seed: 332, numRuns: 200 },
  );
});

test("the order in which fields were written does not matter", () => {
  expect(toCanonicalText({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(toCanonicalText({ a: [{ c: 2, d: 1 }], b: 1 }));
  expect(toCanonicalText({ a: 1 })).not.toBe(toCanonicalText({ a: 2 }));
});
