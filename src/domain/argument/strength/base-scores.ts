/** Starting strengths: the kind's default and the clinician's verdict (clinical foundation 2.6, last paragraph). */
import type { ArgumentGraph, ArgumentNode, CalculationNode, NodeId } from "../graph.ts";

const OPEN = 0.5;
const VERDICT_SCORES = { accept: 1, reject: 0, unsure: OPEN } as const;

/**
 * The default of the kind. A paraphrased finding (0.9) can only be told from a verbatim one with the case text
 * in hand: whoever locates it writes the base score into the node.
 */
export function defaultBaseScore(node: ArgumentNode): number {
  switch (node.kind) {
    case "finding":
      return node.citations.length > 0 || node.attribution === "human" ? 1 : 0.2;
    case "calculation":
      return calculationScore(node);
    case "knowledge":
      return node.source === undefined ? OPEN : 0.8;
    default:
      return OPEN;
  }
}

/** Verified 1, mismatched 0; not yet recomputed is open (our choice, the foundation names only the other two). */
function calculationScore(node: CalculationNode): number {
  if (node.recomputed === undefined || node.claimed === undefined) return OPEN;
  return isSameNumber(node.claimed, node.recomputed) ? 1 : 0;
}

function isSameNumber(claimed: string, recomputed: string): boolean {
  if (claimed.trim() === recomputed.trim()) return true;
  const difference = Math.abs(Number.parseFloat(claimed) - Number.parseFloat(recomputed));
  const decimals = /\.(\d+)/.exec(claimed)?.[1]?.length ?? 0;
  // Equal within the last shown digit: rounding to it moves a value by half of it at most.
  return difference <= 0.5 * 10 ** -decimals + 1e-9;
}

/** Base scores that applying every verdict would set; a later verdict on the same node replaces an earlier one. */
export function verdictBaseScores(graph: ArgumentGraph): ReadonlyMap<NodeId, number> {
  const scores = new Map<NodeId, number>();
  for (const node of graph.nodes.values()) {
    if (node.kind !== "annotation" || node.verdict === undefined) continue;
    if (graph.nodes.has(node.target)) scores.set(node.target, VERDICT_SCORES[node.verdict]);
  }
  return scores;
}
