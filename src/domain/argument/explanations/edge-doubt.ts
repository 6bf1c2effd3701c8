/**
 * How much one would have to distrust a link (clinical foundation 3.6): the weight at which the lead is lost, found by
 * halving. Exact when the link points straight at a hypothesis; through steps the lead may change hands more than once.
 */
import { err, ok } from "../../../shared/result.ts";
import type { EdgeId, NodeId } from "../graph.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { isStrengthEdge } from "../strength/compiled-graph.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { createBudget, isOvertaken, leaderIn, outcomeWithLinks, strengthsIn } from "./what-if.ts";
import type { Outcome } from "./what-if.ts";

export type EdgeDoubtHeadline =
  | {
      readonly type: "lead-lost-at";
      readonly edgeId: EdgeId;
      readonly weight: number;
      readonly now: number;
      readonly leader: NodeId | undefined;
    }
  | { readonly type: "lead-kept-without"; readonly edgeId: EdgeId; readonly now: number };
export type EdgeDoubtPart = { readonly type: "end-of-link"; readonly end: "from" | "to" };

const HALVINGS = 50;

/** The largest weight, below the present one, at which the leader has lost the lead. */
export function explainEdgeDoubt(
  strengths: Strengths,
  edgeId: EdgeId,
): Explanation<EdgeDoubtHeadline, EdgeDoubtPart> {
  const edge = strengths.graph.edges.get(edgeId);
  if (edge === undefined) return cannotAnswer("unknown-target", edgeId);
  if (!isStrengthEdge(edge)) return cannotAnswer("wrong-kind-of-target", edgeId);
  const leader = leaderOf(strengths);
  if (leader === undefined) return err({ type: "too-few-hypotheses" });
  const now = edge.weight;
  const outcomeAt = (weight: number): Outcome =>
    outcomeWithLinks(strengths, (link) => (link.edgeId === edgeId ? { ...link, weight } : link));
  const none = outcomeAt(0);
  const isLost = isOvertaken(strengths, leader, none.values);
  const halvings = Math.min(HALVINGS, Math.ceil(createBudget().left / (1 + none.work)));
  const isLostAt = (weight: number): boolean => isOvertaken(strengths, leader, outcomeAt(weight).values);
  const weight = isLost ? halve(now, halvings, isLostAt) : 0;
  const after = outcomeAt(weight).values;
  const isDirect = strengths.graph.nodes.get(edge.to)?.kind === "hypothesis";
  const ends = [
    ["from", edge.from],
    ["to", edge.to],
  ] as const;
  return ok({
    op: "Q7",
    target: edgeId,
    basis: "graph",
    headline: isLost
      ? { type: "lead-lost-at", edgeId, weight, now, leader: leaderIn(strengths, after) }
      : { type: "lead-kept-without", edgeId, now },
    items: ends
      .filter(([, id]) => strengths.graph.nodes.has(id))
      .map(([end, id]) =>
        nodeItem<EdgeDoubtPart>(strengths.graph, id, { edgeId, part: { type: "end-of-link", end } }),
      ),
    before: hypothesisStrengths(strengths),
    after: strengthsIn(strengths, after),
    confidence: { type: "exact" },
    limits: limitsOf(
      strengths,
      ...(isDirect ? [] : (["may-cross-more-than-once"] as const)),
      ...(halvings < HALVINGS ? (["search-budget-spent"] as const) : []),
    ),
    followUps: ["Q16", "Q7"],
  });
}

function halve(now: number, halvings: number, isLostAt: (weight: number) => boolean): number {
  let lost = 0;
  let kept = now;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (lost + kept) / 2;
    if (isLostAt(middle)) lost = middle;
    else kept = middle;
  }
  return lost;
}
