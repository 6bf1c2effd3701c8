/** What must not be missed (Q12): each such diagnosis, and whether the argument weighed it, argued against it, or forgot it. */
import { ok } from "../../../shared/result.ts";
import type { ArgumentGraph, NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";

/** A diagnosis that a case or a schema lists as not to be missed; `nodeId` when it is known which node that is. */
export type MustNotMiss = { readonly name: string; readonly nodeId?: NodeId };

export type MustNotMissState = "considered" | "argued-against" | "named-only" | "absent";

export type MustNotMissHeadline = {
  readonly type: "must-not-miss";
  readonly listed: number;
  readonly weighed: number;
  readonly absent: number;
};
export type MustNotMissPart = {
  readonly type: "must-not-miss";
  readonly name: string;
  readonly state: MustNotMissState;
};

/** Without a list, the hypotheses that the graph itself marks are checked. */
export function explainMustNotMiss(
  strengths: Strengths,
  listed?: readonly MustNotMiss[],
): Explanation<MustNotMissHeadline, MustNotMissPart> {
  const entries = listed ?? markedHypotheses(strengths.graph);
  const items = entries.map((entry) => toItem(strengths.graph, entry));
  const count = (...states: readonly MustNotMissState[]): number =>
    items.filter((item) => states.includes(item.part.state)).length;
  return ok({
    op: "Q12",
    basis: "graph",
    headline: {
      type: "must-not-miss",
      listed: items.length,
      weighed: count("considered", "argued-against"),
      absent: count("absent"),
    },
    items,
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q2", "Q13"],
  });
}

function markedHypotheses(graph: ArgumentGraph): readonly MustNotMiss[] {
  return [...graph.nodes.values()].flatMap((node) =>
    node.kind === "hypothesis" && node.mustNotMiss ? [{ name: node.text, nodeId: node.id }] : [],
  );
}

function toItem(graph: ArgumentGraph, entry: MustNotMiss): AnswerItem<MustNotMissPart> {
  const nodeId = findHypothesis(graph, entry);
  const state = nodeId === undefined ? "absent" : stateOf(graph, nodeId);
  const part = { type: "must-not-miss", name: entry.name, state } as const;
  return nodeId === undefined ? { part } : nodeItem<MustNotMissPart>(graph, nodeId, { part });
}

function findHypothesis(graph: ArgumentGraph, entry: MustNotMiss): NodeId | undefined {
  const wanted = normalise(entry.name);
  for (const node of graph.nodes.values()) {
    if (node.kind !== "hypothesis") continue;
    if (node.id === entry.nodeId || normalise(node.text) === wanted) return node.id;
  }
  return undefined;
}

function normalise(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function stateOf(graph: ArgumentGraph, id: NodeId): MustNotMissState {
  const incoming = [...graph.edges.values()].filter((edge) => edge.to === id);
  if (incoming.some((edge) => edge.kind === "attacks")) return "argued-against";
  return incoming.some((edge) => edge.kind === "supports") ? "considered" : "named-only";
}
