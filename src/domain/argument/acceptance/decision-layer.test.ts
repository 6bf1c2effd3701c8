import { expect, test } from "vitest";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode } from "../graph.ts";
import { solveAcceptance } from "./acceptance.ts";
import { readDecisionLayer } from "./decision-layer.ts";
import { badgeArguments } from "./standing.ts";
import type { Badge } from "./standing.ts";

function graphOf(nodes: readonly ArgumentNode[], edges: readonly ArgumentEdge[]): ArgumentGraph {
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
  };
}

const base = { citations: [], attribution: "case", origin: "human" } as const;

function treatment(id: string, goal?: string): ArgumentNode {
  return { ...base, kind: "treatment", id, text: id, ...(goal === undefined ? {} : { goal }) };
}

function belief(id: string): ArgumentNode {
  return { ...base, kind: "knowledge", id, text: id };
}

function attacks(from: string, to: string, attack: "rebut" | "undercut" = "rebut"): ArgumentEdge {
  return { kind: "attacks", id: `${from}-${to}`, from, to, attack, weight: 1 };
}

function badgesOf(graph: ArgumentGraph): Readonly<Record<string, Badge | undefined>> {
  const { framework, nodes } = readDecisionLayer(graph);
  const badges = badgeArguments(framework);
  return Object.fromEntries(nodes.map((id, index) => [id, badges[index]]));
}

/** Clinical foundation 2.2, AF5: surgery, methotrexate, watchful waiting; shock, fertility wish, life threat. */
const ectopic = ["surgery", "methotrexate", "waiting"].map((id) => treatment(id));
const ectopicAttacks = [
  attacks("shock", "methotrexate"),
  attacks("shock", "waiting"),
  attacks("wish", "surgery"),
];

test("AF5 and AF6 of clinical foundation 2.2, read from a case graph", () => {
  const six = graphOf([...ectopic, belief("shock"), belief("wish")], ectopicAttacks);
  expect(badgesOf(six)).toEqual({
    surgery: "defeated",
    methotrexate: "defeated",
    waiting: "defeated",
    shock: "stands",
    wish: "stands",
  });
  const five = graphOf(
    [...six.nodes.values(), belief("threat"), belief("unrelated")],
    [...ectopicAttacks, attacks("threat", "wish")],
  );
  expect(badgesOf(five)).toEqual({
    surgery: "stands",
    methotrexate: "defeated",
    waiting: "defeated",
    shock: "stands",
    wish: "defeated",
    threat: "stands",
  });
});

test("treatments for two stated goals are no rivals", () => {
  expect(badgesOf(graphOf([treatment("a", "pain"), treatment("b", "clot")], []))).toEqual({
    a: "stands",
    b: "stands",
  });
  expect(badgesOf(graphOf([treatment("a", "pain"), treatment("b")], []))).toEqual({
    a: "defensible",
    b: "defensible",
  });
});

test("an undercut switches an attack off, and its own defeat switches the attack on again", () => {
  const nodes = [treatment("surgery"), belief("risk"), belief("stale"), belief("recent")];
  const undercut = [attacks("risk", "surgery"), attacks("stale", "risk-surgery", "undercut")];
  expect(badgesOf(graphOf(nodes, undercut))).toMatchObject({
    surgery: "stands",
    risk: "stands",
    stale: "stands",
  });
  const restored = graphOf(nodes, [...undercut, attacks("recent", "stale")]);
  expect(badgesOf(restored)).toMatchObject({ surgery: "defeated", stale: "defeated", recent: "stands" });
});

test("a contraindication falls with its finding; a treatment attacks no belief; dangling edges are ignored", () => {
  const finding: ArgumentNode = {
    ...base,
    kind: "finding",
    id: "f",
    text: "f",
    polarity: "present",
    critical: false,
  };
  const allergy: ArgumentNode = { ...base, kind: "contraindication", id: "c", text: "c", finding: "f" };
  const graph = graphOf(
    [treatment("t"), finding, allergy, belief("lab error")],
    [attacks("c", "t"), attacks("lab error", "f"), attacks("t", "lab error"), attacks("gone", "t")],
  );
  expect(badgesOf(graph)).toEqual({ t: "stands", c: "defeated", "lab error": "stands" });
  expect(readDecisionLayer(graphOf([finding], [])).framework.size).toBe(0);
  expect(solveAcceptance(readDecisionLayer(graphOf([], [])).framework, "preferred").count).toBe(1);
});
