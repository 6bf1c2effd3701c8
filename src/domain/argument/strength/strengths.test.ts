import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ArgumentGraph } from "../graph.ts";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  knowledge,
  miniCase,
  supports,
  tangledGraph,
} from "../graph-samples.ts";
import { patchCompiled } from "./patch-compiled.ts";
import { SEMANTICS } from "./semantics.ts";
import type { SemanticsId } from "./gradual-semantics.ts";
import { computeStrengths, leaderOf, rankHypotheses, recomputeStrengths } from "./strengths.ts";
import type { Strengths } from "./strengths.ts";

const ORDER: readonly SemanticsId[] = ["df-quad", "quadratic-energy", "euler", "log-odds"];

function strengthsOf(graph: ArgumentGraph, id: string): readonly number[] {
  return ORDER.map(
    (semantics) => computeStrengths(graph, { semantics, kappa: 1 }).byNode.get(id) ?? Number.NaN,
  );
}

/** The energy that log-odds with kappa 2 must have seen to move 0.5 to where `h` is. */
function energyAt(strengths: Strengths): number {
  const sigma = strengths.byNode.get("h") ?? 0;
  return 2 * Math.log(sigma / (1 - sigma));
}

function farthest(actual: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, index) => Math.abs((actual[index] ?? Number.NaN) - value)));
}

/** One hypothesis under certain findings; a negative number is an attack. */
function flat(base: number, ...weights: readonly number[]): ArgumentGraph {
  const nodes = weights.map((_, index) => finding(`f${index}`));
  const edges = weights.map((weight, index) =>
    weight > 0 ? supports(`f${index}`, "h", weight) : attacks(`f${index}`, "h", -weight),
  );
  return graphOf([...nodes, hypothesis("h", base)], edges);
}

// Test vectors T1 to T8: clinical foundation 3.4. Columns as there: DF-QuAD, QE, Euler, log-odds.
test.each([
  ["T1", flat(0.5, 0.8), [0.9, 0.695122, 0.645016, 0.689974]],
  ["T2", flat(0.5, 0.8, 0.6, -0.5), [0.71, 0.723757, 0.663647, 0.71095]],
  ["T3", flat(0.5, -0.9), [0.05, 0.276243, 0.376706, 0.28905]],
  ["T4", flat(0.5, -1, -1, -1, -1, -1), [0, 0.019231, 0.252518, 0.006693]],
  ["T6", flat(0.3, 0.7, -0.7), [0.3, 0.3, 0.3, 0.3]],
  ["T7 of 1", flat(0.5, 0.8), [0.9, 0.695122, 0.645016, 0.689974]],
  ["T7 of 2", flat(0.5, 0.8, 0.8), [0.98, 0.859551, 0.784267, 0.832018]],
  ["T7 of 4", flat(0.5, 0.8, 0.8, 0.8, 0.8), [0.9992, 0.955516, 0.943466, 0.960834]],
  ["T7 of 6", flat(0.5, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8), [0.999968, 0.979201, 0.987855, 0.991837]],
])("%s gives its strengths under all four semantics", (_name, graph, expected) => {
  expect(farthest(strengthsOf(graph, "h"), expected)).toBeLessThan(1e-5);
});

test("T5: an undermined finding passes on what is left of it", () => {
  const graph = graphOf(
    [inference("u", 0.6), finding("f", { baseScore: 0.9 }), hypothesis("h")],
    [attacks("u", "f", 1, "undermine"), supports("f", "h")],
  );
  expect(farthest(strengthsOf(graph, "f"), [0.36, 0.661765, 0.872819, 0.83163])).toBeLessThan(1e-5);
  expect(farthest(strengthsOf(graph, "h"), [0.68, 0.652279, 0.658598, 0.6967])).toBeLessThan(1e-5);
});

test("T8: the mini-case of three hypotheses", () => {
  const graph = miniCase();
  const rows: readonly (readonly [SemanticsId, readonly number[]])[] = [
    ["quadratic-energy", [0.926036, 0.75, 0.632353]],
    ["log-odds", [0.916827, 0.731059, 0.645656]],
    ["df-quad", [0.9964, 0.7765, 0.76]],
  ];
  for (const [semantics, expected] of rows) {
    const strengths = computeStrengths(graph, { semantics, kappa: 1 });
    expect(
      farthest(
        ["D", "M", "P"].map((id) => strengths.byNode.get(id) ?? Number.NaN),
        expected,
      ),
    ).toBeLessThan(1e-5);
    expect(leaderOf(strengths)).toBe("D");
  }
});

test("only the strongest undercut on a link counts, times the strength of the node behind it", () => {
  const nodes = [finding("f"), knowledge("k1", 0.5), knowledge("k2", 1), hypothesis("h")];
  const edges = [
    supports("f", "h", 0.8),
    attacks("k1", "f+h", 0.8, "undercut"),
    attacks("k2", "f+h", 0.3, "undercut"),
  ];
  const strengths = computeStrengths(graphOf(nodes, edges));
  const expected = 1 / (1 + Math.exp(-(0.8 * (1 - 0.4)) / 2));
  expect(strengths.byNode.get("h")).toBeCloseTo(expected, 12);
});

test("an undercut of an undercut gives the link back", () => {
  const nodes = [finding("f"), knowledge("k1"), knowledge("k2"), hypothesis("h")];
  const edges = [
    supports("f", "h", 0.8),
    attacks("k1", "f+h", 1, "undercut"),
    attacks("k2", "k1-f+h", 1, "undercut"),
  ];
  const undisturbed = computeStrengths(graphOf(nodes, edges.slice(0, 1))).byNode.get("h");
  expect(computeStrengths(graphOf(nodes, edges.slice(0, 2))).byNode.get("h")).toBe(0.5);
  expect(computeStrengths(graphOf(nodes, edges)).byNode.get("h")).toBe(undisturbed);
});

test("clusters discount findings that share a cause, strongest first, and only when asked", () => {
  const nodes = ["a", "b", "c"].map((id) => finding(id, { cluster: "pulse" }));
  const edges = [supports("a", "h", 0.4), supports("b", "h", 0.8), supports("c", "h", 0.2)];
  const graph = graphOf([...nodes, hypothesis("h")], edges);
  expect(energyAt(computeStrengths(graph))).toBeCloseTo(1.4, 10);
  expect(energyAt(computeStrengths(graph, { clusters: true }))).toBeCloseTo(0.8 + 0.2 + 0.05, 10);
});

test("a cycle settles where the rule stands still, or says that it did not", () => {
  const calm = computeStrengths(
    graphOf([inference("a"), inference("b")], [supports("a", "b"), attacks("b", "a")]),
  );
  expect(calm.flags).toEqual([]);
  const a = calm.byNode.get("a") ?? 0;
  expect(calm.byNode.get("b")).toBeCloseTo(1 / (1 + Math.exp(-a / 2)), 4);
  const ring = ["a", "b", "c"].map((id, index) => inference(id, 0.99 - index / 10));
  const restless = computeStrengths(
    graphOf(ring, [attacks("a", "b"), attacks("b", "c"), attacks("c", "a")]),
    {
      kappa: 0.01,
    },
  );
  expect(restless.flags).toEqual([{ type: "did-not-settle", nodeIds: ["a", "b", "c"] }]);
});

test("numbers that are none, dangling ends and self-attack become flags", () => {
  const graph = graphOf(
    [
      finding("f", { baseScore: Number.NaN }),
      finding("g", { baseScore: Number.POSITIVE_INFINITY }),
      hypothesis("h", -3),
    ],
    [
      supports("f", "h", Number.NaN),
      supports("g", "h", Number.POSITIVE_INFINITY, "huge"),
      supports("f", "h", 7, "seven"),
      supports("f", "gone", 1),
      supports("gone", "h", 1),
      attacks("h", "h", 1),
    ],
  );
  const { flags, byNode } = computeStrengths(graph);
  expect(flags.map((flag) => flag.type).toSorted()).toEqual([
    "base-not-a-number",
    "base-not-a-number",
    "base-out-of-range",
    "edge-ignored",
    "edge-ignored",
    "points-at-itself",
    "weight-not-a-number",
    "weight-not-a-number",
    "weight-out-of-range",
  ]);
  expect([...byNode.values()].every((strength) => strength >= 0 && strength <= 1)).toBe(true);
});

test("equal strengths rank in the order of the graph", () => {
  const graph = graphOf(
    [finding("f"), hypothesis("b"), hypothesis("a")],
    [supports("f", "a", 0.3), supports("f", "b", 0.3)],
  );
  expect(rankHypotheses(computeStrengths(graph)).map((row) => row.hypothesis.id)).toEqual(["b", "a"]);
});

test("5,000 nodes in a chain and 5,000 in one cycle are computed without a stack or a hang", () => {
  const nodes = Array.from({ length: 5000 }, (_, index) => inference(`n${index}`));
  const chain = nodes.slice(1).map((node, index) => supports(`n${index}`, node.id, 0.5));
  expect(computeStrengths(graphOf(nodes, chain)).byNode.size).toBe(5000);
  expect(computeStrengths(graphOf(nodes, [...chain, supports("n4999", "n0", 0.5)])).flags).toEqual([]);
});

const numbers = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 30 });

test("every semantics keeps strengths in [0, 1] on any graph", () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...SEMANTICS), fc.boolean(), (drawn, { id }, clusters) => {
      const { byNode } = computeStrengths(tangledGraph(drawn), { semantics: id, clusters });
      for (const strength of byNode.values()) expect(strength >= 0 && strength <= 1).toBe(true);
    }),
    { seed: 20260101, numRuns: 200 },
  );
});

test("recomputing after a change equals computing from scratch and touches only what depends on it", () => {
  fc.assert(
    fc.property(numbers, numbers, fc.boolean(), (first, second, clusters) => {
      const before = computeStrengths(tangledGraph(first), { clusters });
      const after = mergeSome(before.graph, tangledGraph(second), second);
      const again = recomputeStrengths(before, after);
      const scratch = computeStrengths(after, { clusters });
      expect([...again.byNode]).toEqual([...scratch.byNode]);
      expect(again.flags).toEqual(scratch.flags);
      expect(recomputeStrengths(again, after).evaluation.evaluated).toBe(0);
    }),
    { seed: 20260102, numRuns: 500 },
  );
});

test("replaced weights, base scores and words are patched in place, equal to computing from scratch", () => {
  const anyGraph = fc.tuple(numbers, numbers, fc.boolean());
  fc.assert(
    fc.property(anyGraph, ([drawn, edits, clusters]) => {
      const before = computeStrengths(untangled(tangledGraph(drawn)), { clusters });
      const after = reweighted(before.graph, edits);
      const again = recomputeStrengths(before, after);
      expect(patchCompiled(before, after, undefined)).toBeDefined();
      expect([...again.byNode]).toEqual([...computeStrengths(after, { clusters }).byNode]);
      expect(again.evaluation.evaluated).toBeLessThanOrEqual(dependentsOf(before, again));
    }),
    { seed: 20260103, numRuns: 500 },
  );
});

/** Without the edges that carry a flag. */
function untangled(graph: ArgumentGraph): ArgumentGraph {
  const edges = new Map(graph.edges);
  for (let found = true; found;) {
    found = false;
    for (const flag of computeStrengths({ nodes: graph.nodes, edges }).flags) {
      if ("edgeId" in flag) found = edges.delete(flag.edgeId) || found;
    }
  }
  return { nodes: graph.nodes, edges };
}

function reweighted(graph: ArgumentGraph, edits: readonly number[]): ArgumentGraph {
  const nodes = new Map(graph.nodes);
  const edges = new Map(graph.edges);
  for (const [index, edit] of edits.slice(0, 3).entries()) {
    const edge = [...edges.values()][Math.floor(edit * edges.size)];
    if (edge !== undefined && "weight" in edge)
      edges.set(edge.id, { ...edge, weight: (edits[index + 1] ?? edit) / 2 });
    const node = [...nodes.values()][Math.floor(edit * 7)];
    if (node !== undefined && edit > 0.6)
      nodes.set(node.id, { ...node, baseScore: edit / 2, text: "edited" });
  }
  return { nodes, edges };
}

/** How many units lie downstream of anything that was replaced. */
function dependentsOf(before: Strengths, after: Strengths): number {
  const { compiled, graph } = after;
  const open: number[] = [];
  const add = (id: string): void => {
    open.push(compiled.unitOf.get(id) ?? compiled.edgeUnitOf.get(id) ?? -1);
  };
  for (const [id, node] of graph.nodes) if (before.graph.nodes.get(id) !== node) add(id);
  for (const [id, edge] of graph.edges) {
    if (before.graph.edges.get(id) === edge) continue;
    add(id);
    add(edge.to);
  }
  const reached = new Set<number>();
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (unit < 0 || reached.has(unit)) continue;
    reached.add(unit);
    for (const reader of compiled.readers[unit] ?? [])
      open.push(...(compiled.components[reader]?.units ?? []));
    open.push(...(compiled.components[compiled.componentOf[unit] ?? -1]?.units ?? []));
  }
  return reached.size;
}

/** The first graph with some of its nodes and edges replaced by, or without, those of the second. */
function mergeSome(base: ArgumentGraph, other: ArgumentGraph, choices: readonly number[]): ArgumentGraph {
  const nodes = new Map(base.nodes);
  const edges = new Map(base.edges);
  const [a = 0, b = 0, c = 0] = choices;
  const node = [...other.nodes.values()][Math.floor(a * other.nodes.size)];
  if (node !== undefined && a < 0.7) nodes.set(node.id, node);
  if (a > 0.9) nodes.delete("n1");
  const edge = [...other.edges.values()][Math.floor(b * other.edges.size)];
  if (edge !== undefined && b > 0.2) edges.set(edge.id, edge);
  if (c > 0.5) edges.delete("e0");
  return { nodes, edges };
}

test("one changed weight touches its own hypothesis and no other", () => {
  const graph = miniCase();
  const before = computeStrengths(graph);
  const edges = new Map(graph.edges);
  edges.set("F5+P", supports("F5", "P", 0.9));
  const after = recomputeStrengths(before, { nodes: graph.nodes, edges });
  expect(after.evaluation.evaluated).toBe(1);
  const nodes = new Map(graph.nodes);
  nodes.set("F1", finding("F1", { baseScore: 0.4 }));
  expect(recomputeStrengths(before, { nodes, edges: graph.edges }).evaluation.evaluated).toBe(4);
});
