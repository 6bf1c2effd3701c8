import { expect, test } from "vitest";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode } from "./graph.ts";
import { diffGraphs } from "./graph-diff.ts";
import {
  EMPTY_GRAPH,
  addEdge,
  addNode,
  removeEdge,
  removeNode,
  replaceEdge,
  replaceNode,
} from "./graph-operations.ts";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  knowledge,
  miniCase,
  supports,
} from "./graph-samples.ts";
import { ancestorsOf, attributionLabel, clustersOf, sourcesOf, stageOf } from "./graph-views.ts";
import { checkEdge, whyIllegal } from "./legal-moves.ts";
import type { KindReason, MoveName } from "./legal-moves.ts";
import type { NodeKind } from "./graph.ts";
import { computeStrengths } from "./strength/strengths.ts";

const COMMON = { citations: [], attribution: "model", origin: "scripted" } as const;
const treatment = (id: string): ArgumentNode => ({ ...COMMON, kind: "treatment", id, text: id });
const question = (id: string): ArgumentNode => ({
  ...COMMON,
  kind: "question",
  id,
  text: id,
  status: "open",
});

// Clinical foundation 2.6, "Legal moves", one row per sentence.
test.each<readonly [MoveName, NodeKind, NodeKind | "edge", KindReason | undefined]>([
  ["supports", "finding", "finding", "findings-are-only-undermined"],
  ["rebut", "inference", "finding", "findings-are-only-undermined"],
  ["derives", "inference", "finding", "findings-are-only-undermined"],
  ["undermine", "knowledge", "finding", undefined],
  ["asks", "question", "finding", undefined],
  ["about", "annotation", "finding", undefined],
  ["supports", "finding", "hypothesis", undefined],
  ["supports", "treatment", "hypothesis", "plans-support-nothing"],
  ["supports", "question", "hypothesis", "talk-carries-no-argument"],
  ["rebut", "contraindication", "treatment", undefined],
  ["rebut", "contraindication", "test", "contraindications-attack-treatments-only"],
  ["undercut", "contraindication", "edge", "contraindications-attack-treatments-only"],
  ["rebut", "treatment", "hypothesis", "plans-attack-plans-only"],
  ["undercut", "treatment", "edge", "plans-attack-plans-only"],
  ["rebut", "treatment", "treatment", undefined],
  ["rebut", "hypothesis", "hypothesis", "hypotheses-compete-by-strength"],
  ["supports", "hypothesis", "hypothesis", undefined],
  ["undermine", "inference", "calculation", undefined],
  ["undermine", "inference", "hypothesis", "undermine-aims-at-findings-and-calculations"],
  ["undercut", "knowledge", "edge", undefined],
  ["undercut", "knowledge", "hypothesis", "undercut-aims-at-an-edge"],
  ["rebut", "knowledge", "edge", "aims-at-a-node"],
  ["derives", "calculation", "inference", undefined],
  ["derives", "hypothesis", "inference", "derives-from-findings-calculations-and-steps"],
  ["asks", "inference", "hypothesis", "only-questions-ask"],
  ["about", "question", "hypothesis", "only-annotations-comment"],
])("%s from %s to %s", (move, from, to, expected) => {
  expect(whyIllegal(move, from, to)).toBe(expected);
});

const GRAPH = graphOf(
  [finding("f"), knowledge("k"), hypothesis("h"), inference("i"), question("q"), treatment("t")],
  [
    supports("f", "h", 0.5),
    attacks("k", "f+h", 0.4, "undercut"),
    { kind: "asks", id: "q?", from: "q", to: "h" },
  ],
);

test.each<readonly [ArgumentEdge, string]>([
  [supports("f", "gone"), "unknown-end"],
  [supports("gone", "h"), "unknown-end"],
  [attacks("h", "h"), "points-at-itself"],
  [supports("f", "i", Number.NaN), "weight-out-of-range"],
  [supports("f", "i", Number.POSITIVE_INFINITY), "weight-out-of-range"],
  [supports("f", "h", 0.9, "twin"), "already-linked"],
  [attacks("k", "q?", 1, "undercut"), "carries-no-strength"],
  [attacks("t", "h"), "illegal-kinds"],
  [supports("f", "i", 1, "f+h"), "id-taken"],
  [supports("f", "i", 1, "k"), "id-taken"],
  [supports("f", "i", 1, ""), "id-empty"],
])("adding %o is refused with %s", (edge, type) => {
  const added = addEdge(GRAPH, edge);
  expect(added.ok ? "added" : added.error.type).toBe(type);
});

test("an answer may derive from whatever its question asks about", () => {
  expect(checkEdge(GRAPH, { kind: "derives", id: "d", from: "h", to: "i" }).ok).toBe(true);
});

test("operations give a new graph in stable order and leave the old one alone", () => {
  const grown = [hypothesis("h"), finding("f")].reduce<ArgumentGraph>((graph, node) => {
    const added = addNode(graph, node);
    return added.ok ? added.value : graph;
  }, EMPTY_GRAPH);
  expect([...grown.nodes.keys()]).toEqual(["h", "f"]);
  expect(EMPTY_GRAPH.nodes.size).toBe(0);
  const replaced = replaceNode(grown, hypothesis("h", 0.7));
  expect(replaced.ok && [...replaced.value.nodes.keys()]).toEqual(["h", "f"]);
  expect(replaced.ok && replaced.value.nodes.get("f")).toBe(grown.nodes.get("f"));
  expect(addNode(grown, hypothesis("h")).ok).toBe(false);
  expect(addNode(grown, hypothesis("x", Number.NaN))).toEqual({
    ok: false,
    error: { type: "base-score-out-of-range" },
  });
});

test("removing takes along whatever would hang in the air", () => {
  const withoutFinding = removeNode(GRAPH, "f");
  expect(withoutFinding.ok && [...withoutFinding.value.edges.keys()]).toEqual(["q?"]);
  const withoutLink = removeEdge(GRAPH, "f+h");
  expect(withoutLink.ok && [...withoutLink.value.edges.keys()]).toEqual(["q?"]);
  expect(removeNode(GRAPH, "gone")).toEqual({ ok: false, error: { type: "unknown-id", id: "gone" } });
});

test("a node may not change into a kind that its edges forbid", () => {
  const changed = replaceNode(GRAPH, { ...treatment("f") });
  expect(changed.ok ? undefined : changed.error.type).toBe("breaks-edge");
  expect(replaceEdge(GRAPH, supports("f", "h", 0.6)).ok).toBe(true);
  expect(replaceEdge(GRAPH, supports("f", "h", 0.6, "new")).ok).toBe(false);
});

test("the diff names what was added, lost and changed, and the new leader", () => {
  const graph = miniCase();
  const nodes = new Map(graph.nodes).set("X", hypothesis("X", 0.2)).set("D", hypothesis("D", 0.01));
  const edges = new Map(graph.edges);
  edges.delete("F5+P");
  edges.set("F3+D", supports("F3", "D", 0.2));
  const diff = diffGraphs(computeStrengths(graph), computeStrengths({ nodes, edges }));
  expect(diff.nodes).toEqual({
    added: ["X"],
    lost: [],
    changed: [{ id: "D", earlier: "D", fields: ["baseScore"] }],
  });
  expect(diff.edges).toEqual({
    added: [],
    lost: ["F5+P"],
    changed: [{ id: "F3+D", earlier: "F3+D", fields: ["weight"] }],
  });
  expect(diff.strengths.map((change) => change.nodeId)).toEqual(["D", "P"]);
  expect(diff.leader).toEqual({ before: "D", after: "M", changed: true });
  const copy = graphOf(structuredClone([...graph.nodes.values()]), [...graph.edges.values()]);
  expect(diffGraphs(computeStrengths(graph), computeStrengths(copy)).nodes.changed).toEqual([]);
});

test("stages, clusters, ancestors, sources and attribution", () => {
  const cited = {
    ...finding("f", { cluster: "arm" }),
    citations: [{ sentence: "s2", span: [3, 9] as const }],
  };
  const graph = graphOf(
    [cited, inference("i"), hypothesis("h"), knowledge("k"), knowledge("idle")],
    [supports("f", "i"), supports("i", "h"), attacks("k", "i+h", 0.5, "undercut")],
  );
  expect(stageOf(treatment("t"))).toBe(3);
  expect(stageOf({ ...inference("i"), stage: 3 })).toBe(3);
  expect([...clustersOf(graph)]).toEqual([["arm", ["f"]]]);
  expect([...ancestorsOf(graph, ["h"])].toSorted()).toEqual(["f", "i", "k"]);
  expect(sourcesOf(graph, "h")).toEqual([{ nodeId: "f", citation: { sentence: "s2", span: [3, 9] } }]);
  const strengths = computeStrengths(graph);
  expect(attributionLabel(strengths, "i")).toEqual({ attribution: "model", effective: true });
  expect(attributionLabel(strengths, "idle")).toEqual({ attribution: "source", effective: false });
});
