/**
 * How sure it is (Q10), as far as a graph can tell: the margin between the two best, and what is still open. Never a
 * probability of disease, and never what another run might have said.
 */
import { ok } from "../../../shared/result.ts";
import type { ArgumentGraph, NodeId } from "../graph.ts";
import { rankHypotheses } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { leadWord } from "../strength/words.ts";
import type { LeadWord } from "../strength/words.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";
import { logOddsGap } from "./contrast.ts";
import { explainUnusedFindings } from "./unused-findings.ts";
import { findingsBehind } from "./what-if.ts";

export type CertaintyHeadline = {
  readonly type: "certainty";
  /** Not enough: nothing about this patient leads to any hypothesis, or there is nothing to compare. */
  readonly word: LeadWord | "not-enough";
  readonly leader: NodeId | undefined;
  readonly runnerUp: NodeId | undefined;
  /** Log-odds between the two; absent where there are not two. */
  readonly margin?: number;
};
export type CertaintyPart = {
  readonly type: "open-uncertainty" | "open-question" | "unused-critical-finding";
};

/** The lead in a word, and one row for everything that was left open. */
export function explainCertainty(strengths: Strengths): Explanation<CertaintyHeadline, CertaintyPart> {
  const [leader, runnerUp] = rankHypotheses(strengths).map(({ hypothesis }) => hypothesis.id);
  const isGrounded = findingsBehind(strengths, strengths.compiled.hypotheses).length > 0;
  const isPair = leader !== undefined && runnerUp !== undefined;
  const margin = isPair ? logOddsGap(strengths, leader, runnerUp) : undefined;
  const word = margin === undefined || !isGrounded ? "not-enough" : leadWord(margin);
  return ok({
    op: "Q10",
    ...(leader === undefined ? {} : { target: leader }),
    basis: "graph",
    headline: { type: "certainty", word, leader, runnerUp, ...(margin === undefined ? {} : { margin }) },
    items: [...openThings(strengths.graph), ...unusedCritical(strengths)],
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, "one-run-only"),
    followUps: ["Q9", "Q7", "Q11"],
  });
}

function openThings(graph: ArgumentGraph): readonly AnswerItem<CertaintyPart>[] {
  return [...graph.nodes.values()].flatMap((node): readonly AnswerItem<CertaintyPart>[] => {
    if (node.kind === "uncertainty")
      return [nodeItem(graph, node.id, { part: { type: "open-uncertainty" } })];
    const isOpen = node.kind === "question" && node.status === "open";
    return isOpen ? [nodeItem(graph, node.id, { part: { type: "open-question" } })] : [];
  });
}

function unusedCritical(strengths: Strengths): readonly AnswerItem<CertaintyPart>[] {
  const unused = explainUnusedFindings(strengths);
  if (!unused.ok) return [];
  return unused.value.items
    .filter(({ part }) => part.type === "critical")
    .map((item) => ({ ...item, part: { type: "unused-critical-finding" } }));
}
