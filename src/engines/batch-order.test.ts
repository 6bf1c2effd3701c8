import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBatchOrder } from "./batch-order.ts";

const batchOf = (place: number) => ({ texts: [`t${place}`], chances: undefined });

test("any order, with any doubles, comes out in order and once", () => {
  const arrivals = fc.integer({ min: 0, max: 12 }).chain((count) => {
    const places = Array.from({ length: count }, (_, place) => place);
    const doubles = count === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...places), { maxLength: 6 });
    return doubles.chain((more) =>
      fc.record({
        count: fc.constant(count),
        order: fc.shuffledSubarray([...places, ...more], { minLength: count + more.length }),
      }),
    );
  });
  fc.assert(
    fc.property(arrivals, ({ count, order }) => {
      const { take, isComplete } = createBatchOrder();
      const out = order.flatMap((place) => take(place, batchOf(place))).flatMap(({ texts }) => texts);
      expect(out).toEqual(Array.from({ length: count }, (_, place) => `t${place}`));
      expect(isComplete(count)).toBe(true);
      expect(isComplete(count + 1)).toBe(false);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test("what follows a lost batch is held, and the loss is known at the end", () => {
  const { take, isComplete } = createBatchOrder();
  expect([take(0, batchOf(0)), take(2, batchOf(2))]).toEqual([[batchOf(0)], []]);
  expect(isComplete(3)).toBe(false);
  // One more arrived than was announced: that is not whole either.
  expect(isComplete(1)).toBe(false);
});
