import { explainReversal } from "../argument/explanations/reversal.ts";
import { explainWithoutSentence, targetToSentence } from "../argument/explanations/sentence.ts";
import { explainStepMatter } from "../argument/explanations/step-matter.ts";
import { REASONED, type QuestionType } from "./question.ts";

/** Q8: "What if the troponin had been normal?" and "And without the troponin?" */
export const whatIf: QuestionType = {
  op: "Q8",
  about: ["sentence", ...REASONED],
  cues: [
    "what if",
    "if ... were",
    "if ... was",
    "if ... had",
    "had been normal",
    "had been negative",
    "were normal",
    "was normal",
    "suppose",
    "imagine",
    "assume",
    "without",
    "and without",
    "ignore",
    "leave out",
    "take away",
  ],
  answer: ({ strengths, caseText }, { target = "", change }) => {
    const sentence = targetToSentence(target);
    if (sentence !== undefined) return explainWithoutSentence(strengths, sentence);
    const isFinding = strengths.graph.nodes.get(target)?.kind === "finding";
    // Only a finding has an opposite; anything else can only be imagined away.
    if (isFinding && change !== "take-away") return explainReversal(strengths, target);
    const answer = explainStepMatter(strengths, target, caseText);
    return answer.ok ? { ok: true, value: { ...answer.value, op: "Q8" } } : answer;
  },
};
