/** How solid the lead is (Q9): findings that could be taken away one at a time without changing the leader. */
import { err, ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import { rankHypotheses } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { leadWord } from "../strength/words.ts";
import type { LeadWord } from "../strength/words.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { logOddsGap } from "./contrast.ts";
import { createBudget, findingsBehind, isOvertaken, tryWithout } from "./what-if.ts";

export type StabilityHeadline = {
  readonly type: "stability";
  readonly leader: NodeId;
  readonly runnerUp: NodeId;
  readonly lead: LeadWord;
  /** Log-odds between leader and runner-up. */
  readonly margin: number;
  /** Strength of the leader over all single removals. */
  readonly interval: readonly [lowest: number, highest: number];
  readonly pivotal: number;
  readonly notPivotal: number;
};
/** The row's points are the change of the leader's strength when the finding is kept rather than taken away. */
export type StabilityPart = { readonly type: "pivotal" | "not-pivotal" };

/** Pivotal findings first, then those that do not matter to who leads. */
export function explainStability(strengths: Strengths): Explanation<StabilityHeadline, StabilityPart> {
  const [leader, runnerUp] = rankHypotheses(strengths).map(({ hypothesis }) => hypothesis.id);
  if (leader === undefined || runnerUp === undefined) return err({ type: "too-few-hypotheses" });
  const unit = strengths.compiled.unitOf.get(leader) ?? -1;
  const now = strengths.byNode.get(leader) ?? 0;
  const candidates = findingsBehind(strengths, strengths.compiled.hypotheses);
  const budget = createBudget();
  const items = candidates.flatMap((id) => {
    const values = tryWithout(strengths, [id], budget)?.values;
    if (values === undefined) return [];
    return nodeItem<StabilityPart>(strengths.graph, id, {
      points: now - (values[unit] ?? 0),
      part: { type: isOvertaken(strengths, leader, values) ? "pivotal" : "not-pivotal" },
    });
  });
  const isCut = items.length < candidates.length;
  const pivotal = items.filter((item) => item.part.type === "pivotal");
  const rest = items.filter((item) => item.part.type === "not-pivotal");
  const reached = items.map((item) => now - (item.points ?? 0));
  const margin = logOddsGap(strengths, leader, runnerUp);
  return ok({
    op: "Q9",
    target: leader,
    basis: "graph",
    headline: {
      type: "stability",
      leader,
      runnerUp,
      lead: leadWord(margin),
      margin,
      interval: [Math.min(now, ...reached), Math.max(now, ...reached)],
      pivotal: pivotal.length,
      notPivotal: rest.length,
    },
    items: [...pivotal, ...rest],
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, ...(isCut ? (["search-budget-spent"] as const) : [])),
    followUps: ["Q7", "Q10"],
  });
}
