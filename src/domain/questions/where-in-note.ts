import { explainResting, targetToSentence } from "../argument/explanations/sentence.ts";
import { explainSources } from "../argument/explanations/sources.ts";
import { REASONED, type QuestionType } from "./question.ts";
import { targetOrLeader } from "./target-or-leader.ts";

/** Q3: "Where in the note is that?" */
export const whereInNote: QuestionType = {
  op: "Q3",
  about: ["sentence", "edge", ...REASONED],
  cues: [
    "where",
    "where in the note",
    "where ... note",
    "where does it say",
    "where do you see",
    "which sentence",
    "what sentence",
    "show me ... note",
    "show me where",
    "quote",
    "in the text",
    "in the note",
    "rests on",
    "cites",
    "what uses",
  ],
  answer: ({ strengths }, { target }) => {
    const sentence = targetToSentence(target);
    return sentence === undefined
      ? explainSources(strengths, targetOrLeader(strengths, target))
      : explainResting(strengths, sentence);
  },
};
