import { explainSources } from "../argument/explanations/sources.ts";
import { REASONED, type QuestionType } from "./question.ts";
import { targetOrLeader } from "./target-or-leader.ts";

/** Q3: "Where in the note is that?" */
export const whereInNote: QuestionType = {
  op: "Q3",
  about: ["edge", ...REASONED],
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
  ],
  answer: ({ strengths }, { target }) => explainSources(strengths, targetOrLeader(strengths, target)),
};
