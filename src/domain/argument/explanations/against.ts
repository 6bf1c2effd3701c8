/** What speaks against it (Q6): what says the opposite, what doubts its evidence, and what says it does not follow. */
import { ok } from "../../../shared/result.ts";
import type { ArgumentGraph, AttacksEdge, NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";
import { createBudget, tryWithout } from "./what-if.ts";

export type AgainstHeadline = {
  readonly type: "against";
  readonly nodeId: NodeId;
  readonly rebuts: number;
  readonly undermines: number;
  readonly undercuts: number;
};
/** The row's points are the strength of the node now, less its strength without the attacker. */
export type AgainstPart = { readonly type: AttacksEdge["attack"] };

const ORDER = ["rebut", "undermine", "undercut"] as const;

/** Attacks on the node itself, on what directly supports it, and on the links in between; the largest of each first. */
export function explainAgainst(
  strengths: Strengths,
  nodeId: NodeId,
): Explanation<AgainstHeadline, AgainstPart> {
  const unit = strengths.compiled.unitOf.get(nodeId);
  if (unit === undefined) return cannotAnswer("unknown-target", nodeId);
  const now = strengths.evaluation.values[unit] ?? 0;
  const budget = createBudget();
  const attacks = attacksAround(strengths.graph, nodeId);
  const items = attacks.flatMap((edge): readonly AnswerItem<AgainstPart>[] => {
    const values = tryWithout(strengths, [edge.from], budget)?.values;
    if (values === undefined) return [];
    const points = now - (values[unit] ?? 0);
    return [nodeItem(strengths.graph, edge.from, { edgeId: edge.id, points, part: { type: edge.attack } })];
  });
  const count = (attack: AttacksEdge["attack"]): number =>
    attacks.filter((edge) => edge.attack === attack).length;
  const isCut = items.length < attacks.length;
  return ok({
    op: "Q6",
    target: nodeId,
    basis: "graph",
    headline: {
      type: "against",
      nodeId,
      rebuts: count("rebut"),
      undermines: count("undermine"),
      undercuts: count("undercut"),
    },
    items: ORDER.flatMap((attack) => bySize(items.filter(({ part }) => part.type === attack))),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(
      strengths,
      "expected-signs-not-checked",
      ...(isCut ? (["search-budget-spent"] as const) : []),
    ),
    followUps: ["Q2", "Q7", "Q16"],
  });
}

function attacksAround(graph: ArgumentGraph, nodeId: NodeId): readonly AttacksEdge[] {
  const links = new Set<string>();
  const supporters = new Set<string>();
  for (const edge of graph.edges.values()) {
    if (edge.to !== nodeId || (edge.kind !== "supports" && edge.kind !== "attacks")) continue;
    if (edge.kind === "supports") {
      links.add(edge.id);
      supporters.add(edge.from);
    }
  }
  return [...graph.edges.values()].filter(
    (edge): edge is AttacksEdge =>
      edge.kind === "attacks" &&
      (edge.to === nodeId ||
        (edge.attack === "undermine" && supporters.has(edge.to)) ||
        (edge.attack === "undercut" && links.has(edge.to))),
  );
}
