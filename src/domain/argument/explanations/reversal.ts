/**
 * What if a finding had been the opposite (Q8, clinical foundation 3.6): its contributions change sign. Only for
 * findings that have an opposite; one whose polarity is unknown has none.
 */
import { ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { leaderIn, outcomeWithLinks, strengthsIn } from "./what-if.ts";

export type ReversalHeadline = {
  readonly type: "reversal";
  readonly nodeId: NodeId;
  readonly leaderBefore: NodeId | undefined;
  readonly leaderAfter: NodeId | undefined;
};
export type ReversalPart = { readonly type: "moved" };

/** Strengths with this one finding turned into its opposite; one row per hypothesis that moves. */
export function explainReversal(
  strengths: Strengths,
  findingId: NodeId,
): Explanation<ReversalHeadline, ReversalPart> {
  const node = strengths.graph.nodes.get(findingId);
  if (node === undefined) return cannotAnswer("unknown-target", findingId);
  if (node.kind !== "finding" || node.polarity === "unknown")
    return cannotAnswer("wrong-kind-of-target", findingId);
  const unit = strengths.compiled.unitOf.get(findingId);
  const { values } = outcomeWithLinks(strengths, (link) =>
    link.from === unit ? { ...link, sign: link.sign > 0 ? -1 : 1 } : link,
  );
  const before = hypothesisStrengths(strengths);
  const after = strengthsIn(strengths, values);
  const items = Object.keys(before)
    .map((id) =>
      nodeItem<ReversalPart>(strengths.graph, id, {
        points: (after[id] ?? 0) - (before[id] ?? 0),
        part: { type: "moved" },
      }),
    )
    .filter((item) => item.points !== 0);
  return ok({
    op: "Q8",
    target: findingId,
    basis: "graph",
    headline: {
      type: "reversal",
      nodeId: findingId,
      leaderBefore: leaderOf(strengths),
      leaderAfter: leaderIn(strengths, values),
    },
    items,
    before,
    after,
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q7", "Q9"],
  });
}
