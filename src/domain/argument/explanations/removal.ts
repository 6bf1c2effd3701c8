/** Removal attribution (clinical foundation 3.5): how far a strength falls or rises when one finding is taken away. */
import { ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { createBudget, findingsBehind, leaderIn, tryWithout } from "./what-if.ts";

export type RemovalHeadline = { readonly type: "removal"; readonly nodeId: NodeId };
/** Which hypothesis would lead without the finding. */
export type RemovalPart = { readonly type: "without-finding"; readonly leader: NodeId | undefined };

/** One row per finding behind the node, largest effect first; rows do not sum to the whole. */
export function explainRemoval(
  strengths: Strengths,
  nodeId: NodeId,
): Explanation<RemovalHeadline, RemovalPart> {
  const unit = strengths.compiled.unitOf.get(nodeId);
  if (unit === undefined) return cannotAnswer("unknown-target", nodeId);
  const now = strengths.evaluation.values[unit] ?? 0;
  const budget = createBudget();
  const findings = findingsBehind(strengths, [unit]);
  const items = findings.flatMap((id) => {
    const values = tryWithout(strengths, [id], budget)?.values;
    if (values === undefined) return [];
    return nodeItem<RemovalPart>(strengths.graph, id, {
      points: now - (values[unit] ?? 0),
      part: { type: "without-finding", leader: leaderIn(strengths, values) },
    });
  });
  const isCut = items.length < findings.length;
  return ok({
    op: "Q1",
    target: nodeId,
    basis: "graph",
    headline: { type: "removal", nodeId },
    items: bySize(items),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, "not-additive", ...(isCut ? (["search-budget-spent"] as const) : [])),
    followUps: ["Q7", "Q9"],
  });
}
