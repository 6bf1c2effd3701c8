/** Why this and not that (Q2): two ledgers side by side, rows where they differ most first, and what is missing. */
import { ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import { toLogOdds } from "../strength/log-odds.ts";
import type { Strengths } from "../strength/strengths.ts";
import { leadWord } from "../strength/words.ts";
import type { LeadWord } from "../strength/words.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { pointsByNode } from "./ledger.ts";

export type ContrastHeadline = {
  readonly type: "contrast";
  readonly first: NodeId;
  readonly second: NodeId;
  /** Log-odds of the first minus log-odds of the second. */
  readonly margin: number;
  readonly lead: LeadWord;
};

/** The row's points are `first - second`; a side without a link to the node is absent. */
export type ContrastPart = { readonly type: "sides"; readonly first?: number; readonly second?: number };

/** Contrasts two hypotheses reason by reason. */
export function explainContrast(
  strengths: Strengths,
  first: NodeId,
  second: NodeId,
): Explanation<ContrastHeadline, ContrastPart> {
  for (const id of [first, second]) {
    const node = strengths.graph.nodes.get(id);
    if (node === undefined) return cannotAnswer("unknown-target", id);
    if (node.kind !== "hypothesis") return cannotAnswer("wrong-kind-of-target", id);
  }
  const sides = [pointsByNode(strengths, first), pointsByNode(strengths, second)] as const;
  const nodeIds = new Set([...sides[0].keys(), ...sides[1].keys()]);
  const items = [...nodeIds].map((id) => {
    const [own, theirs] = [sides[0].get(id), sides[1].get(id)];
    return nodeItem<ContrastPart>(strengths.graph, id, {
      points: (own ?? 0) - (theirs ?? 0),
      part: {
        type: "sides",
        ...(own === undefined ? {} : { first: own }),
        ...(theirs === undefined ? {} : { second: theirs }),
      },
    });
  });
  const isAdditive = strengths.rule.semantics.id === "log-odds";
  const margin = logOddsGap(strengths, first, second);
  return ok({
    op: "Q2",
    target: second,
    basis: "graph",
    headline: { type: "contrast", first, second, margin, lead: leadWord(Math.abs(margin)) },
    items: bySize(items),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, ...(isAdditive ? [] : (["not-additive"] as const))),
    followUps: ["Q6", "Q7", "Q13"],
  });
}

/** Log-odds of one node minus that of another; 0 when both sit at the same end of the scale. */
export function logOddsGap(strengths: Strengths, first: NodeId, second: NodeId): number {
  const own = strengths.byNode.get(first) ?? 0;
  const theirs = strengths.byNode.get(second) ?? 0;
  return own === theirs ? 0 : toLogOdds(own) - toLogOdds(theirs);
}
