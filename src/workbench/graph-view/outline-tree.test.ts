import { array, assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
  tangledGraph,
} from "../../domain/argument/graph-samples.ts";
import { computeStrengths, rankHypotheses } from "../../domain/argument/strength/strengths.ts";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import { buildOutline, readEntries } from "./outline-tree.ts";
import { readReasons, reasonsBehind } from "./reasons.ts";

const outlineOf = (graph: ArgumentGraph) => buildOutline(graph, rankHypotheses(computeStrengths(graph)));

const SAMPLE = graphOf(
  [finding("f"), finding("g"), inference("i"), hypothesis("weak", 0.3), hypothesis("strong", 0.6)],
  [supports("f", "i"), supports("i", "strong"), attacks("g", "weak"), supports("i", "weak")],
);

test("hypotheses come first, strongest first, each above its reasons", () => {
  const [hypotheses] = outlineOf(SAMPLE);
  expect(hypotheses?.type).toBe("hypotheses");
  expect(hypotheses?.entries.map(({ node }) => node.id)).toEqual(["strong", "weak"]);
  expect(hypotheses?.entries[0]?.reasons[0]?.reasons[0]?.node.id).toBe("f");
});

test("what was read before is named again without its reasons, and says so", () => {
  const weak = outlineOf(SAMPLE)[0]?.entries[1];
  expect(weak?.reasons.map(({ node, isRepeat }) => [node.id, isRepeat])).toEqual([
    ["g", false],
    ["i", true],
  ]);
});

test("what weakens a link stands below the link", () => {
  const graph = graphOf(
    [finding("f"), finding("g"), hypothesis("h")],
    [supports("f", "h"), { ...attacks("g", "f+h", 1, "undercut"), id: "u" }],
  );
  const [reason] = outlineOf(graph)[0]?.entries[0]?.reasons ?? [];
  expect(reason?.reasons.map(({ link }) => link?.id)).toEqual(["u"]);
});

test("any graph is read to its end: every node at one top, no key twice", () => {
  const numbers = array(double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 40 });
  assert(
    property(numbers, (values) => {
      const graph = tangledGraph(values);
      const groups = outlineOf(graph);
      const tops = groups.flatMap(({ entries }) => entries.map(({ node }) => node.id));
      expect(tops.toSorted()).toEqual([...graph.nodes.keys()].toSorted());
      const keys = groups.flatMap(({ entries }) => [...readEntries(entries)].map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("the reasons behind a hypothesis are its own only", () => {
  const { nodes, edges } = reasonsBehind(readReasons(SAMPLE), "strong");
  expect([[...nodes].toSorted(), edges.size]).toEqual([["f", "i", "strong"], 2]);
});
