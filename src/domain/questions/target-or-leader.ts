import type { NodeId, TargetId } from "../argument/graph.ts";
import { leaderOf, rankHypotheses } from "../argument/strength/strengths.ts";
import type { Strengths } from "../argument/strength/strengths.ts";

/** What a question is about, or the leader when it named nothing; the empty id when there is no hypothesis either. */
export function targetOrLeader(strengths: Strengths, target: TargetId | undefined): TargetId {
  return target ?? leaderOf(strengths) ?? "";
}

/** The strongest hypothesis that is not this one: what a question without a contrast is held against. */
export function strongestOther(strengths: Strengths, id: NodeId): NodeId {
  return rankHypotheses(strengths).find(({ hypothesis }) => hypothesis.id !== id)?.hypothesis.id ?? "";
}
