import { array, assert, constantFrom, double, option, property, subarray } from "fast-check";
import { expect, test } from "vitest";
import {
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
  tangledGraph,
} from "../../domain/argument/graph-samples.ts";
import { computeStrengths, rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import { filterOutline, fitsFilter } from "./outline-filter.ts";
import { buildOutline, readEntries } from "./outline-tree.ts";

const outlineOf = (graph: ReturnType<typeof graphOf>) =>
  buildOutline(graph, rankHypotheses(computeStrengths(graph)));

test("what fits stays with everything above it, and nothing else does", () => {
  const numbers = array(double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 40 });
  const kind = option(constantFrom("finding" as const, "hypothesis" as const), { nil: undefined });
  const only = option(subarray(["n0", "n1", "n2", "e0", "e1"]), { nil: undefined });
  assert(
    property(numbers, kind, only, (drawn, wanted, ids) => {
      const groups = outlineOf(tangledGraph(drawn));
      const filter = { kind: wanted, only: ids && new Set(ids) };
      const all = groups.flatMap(({ entries }) => [...readEntries(entries)]);
      const left = filterOutline(groups, filter).flatMap(({ entries }) => [...readEntries(entries)]);
      const fitting = (entries: typeof all) => entries.filter((entry) => fitsFilter(entry, filter));
      expect(fitting(left).map(({ key }) => key)).toEqual(fitting(all).map(({ key }) => key));
      for (const entry of left)
        expect([...readEntries([entry])].some((each) => fitsFilter(each, filter))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("without a filter the groups are the very same, and an entry that loses nothing too", () => {
  const graph = graphOf(
    [finding("f"), inference("i"), hypothesis("h")],
    [supports("f", "i"), supports("i", "h")],
  );
  const groups = outlineOf(graph);
  expect(filterOutline(groups, { kind: undefined, only: undefined })).toBe(groups);
  const left = filterOutline(groups, { kind: "finding", only: undefined });
  expect(left[0]?.entries[0]).toBe(groups[0]?.entries[0]);
});

test("what is lost far below is lost above as well, where as many reasons are left", () => {
  const graph = graphOf(
    [finding("f"), inference("i"), inference("j"), hypothesis("h")],
    [supports("f", "i"), supports("i", "j"), supports("j", "h")],
  );
  const left = filterOutline(outlineOf(graph), { kind: undefined, only: new Set(["i"]) });
  const shown = left.flatMap(({ entries }) => [...readEntries(entries)]).map(({ node }) => node.id);
  expect(shown).not.toContain("f");
});
