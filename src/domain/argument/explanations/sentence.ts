/** What a sentence of the note carries: the steps that cite it (Q3, the other way round), and what would be left without it (Q8). */
import { ok } from "../../../shared/result.ts";
import type { ArgumentGraph, NodeId } from "../graph.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { leaderIn, outcomeWithout, strengthsIn } from "./what-if.ts";

export type RestingHeadline = {
  readonly type: "resting";
  readonly sentence: string;
  readonly steps: number;
};
export type WithoutSentenceHeadline = {
  readonly type: "without-sentence";
  readonly sentence: string;
  readonly steps: number;
  readonly leaderBefore: NodeId | undefined;
  readonly leaderAfter: NodeId | undefined;
};
/** A step that cites the sentence. */
export type SentencePart = { readonly type: "cites" };

/** The name of a sentence among the targets of questions; no node or link can have it, for ids hold no colon. */
export function sentenceToTarget(sentence: string): string {
  return `text:${sentence}`;
}

/** The sentence that a target names; undefined for a node or a link. */
export function targetToSentence(target: string | undefined): string | undefined {
  return target?.startsWith("text:") === true ? target.slice("text:".length) : undefined;
}

/** One row a step. */
export function explainResting(
  strengths: Strengths,
  sentence: string,
): Explanation<RestingHeadline, SentencePart> {
  const citing = citingSteps(strengths.graph, sentence);
  return ok({
    op: "Q3",
    target: sentenceToTarget(sentence),
    basis: "graph",
    headline: { type: "resting", sentence, steps: citing.length },
    items: citing.map((id) => nodeItem(strengths.graph, id, { part: { type: "cites" } })),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: citing.length === 0 ? [] : ["Q8"],
  });
}

/** All steps that cite the sentence are taken away together. */
export function explainWithoutSentence(
  strengths: Strengths,
  sentence: string,
): Explanation<WithoutSentenceHeadline, SentencePart> {
  const citing = citingSteps(strengths.graph, sentence);
  const { values } = outcomeWithout(strengths, citing);
  return ok({
    op: "Q8",
    target: sentenceToTarget(sentence),
    basis: "graph",
    headline: {
      type: "without-sentence",
      sentence,
      steps: citing.length,
      leaderBefore: leaderOf(strengths),
      leaderAfter: leaderIn(strengths, values),
    },
    items: citing.map((id) => nodeItem(strengths.graph, id, { part: { type: "cites" } })),
    before: hypothesisStrengths(strengths),
    after: strengthsIn(strengths, values),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q3"],
  });
}

function citingSteps({ nodes }: ArgumentGraph, sentence: string): readonly NodeId[] {
  return [...nodes.values()]
    .filter(({ citations }) => citations.some((citation) => citation.sentence === sentence))
    .map(({ id }) => id);
}
