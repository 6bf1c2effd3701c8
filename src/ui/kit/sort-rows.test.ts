import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextSort, sortRows } from "./sort-rows.ts";

test("a heading sorts up, then down, and a new heading starts up again", () => {
  const first = nextSort(undefined, "name");
  expect(first).toEqual({ column: "name", direction: "ascending" });
  const second = nextSort(first, "name");
  expect(second).toEqual({ column: "name", direction: "descending" });
  expect(nextSort(second, "name")).toEqual(first);
  expect(nextSort(second, "size")).toEqual({ column: "size", direction: "ascending" });
});

test("numbers inside text count as numbers, capitals do not matter", () => {
  const sorted = sortRows(["s10", "S2", "s1"], (row) => row, "ascending");
  expect(sorted).toEqual(["s1", "S2", "s10"]);
});

test("gaps are last in both directions", () => {
  const rows = [undefined, 3, Number.NaN, 1];
  expect(sortRows(rows, (row) => row, "ascending").slice(0, 2)).toEqual([1, 3]);
  expect(sortRows(rows, (row) => row, "descending").slice(0, 2)).toEqual([3, 1]);
});

test("equal rows keep their order and every row stays", () => {
  const rows = fc.array(fc.record({ value: fc.integer({ min: 0, max: 3 }), place: fc.nat() }));
  fc.assert(
    fc.property(rows, fc.constantFrom("ascending" as const, "descending" as const), (table, direction) => {
      const numbered = table.map((row, place) => ({ ...row, place }));
      const sorted = sortRows(numbered, (row) => row.value, direction);
      expect(new Set(sorted)).toEqual(new Set(numbered));
      const pairs = sorted.slice(1).map((row, index) => [sorted[index], row] as const);
      const isInOrder = pairs.every(([one, other]) => {
        if (!one) return false;
        if (one.value === other.value) return one.place < other.place;
        return one.value < other.value === (direction === "ascending");
      });
      expect(isInOrder).toBe(true);
    }),
    { seed: 20261120, numRuns: 200 },
  );
});
