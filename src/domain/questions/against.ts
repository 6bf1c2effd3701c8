import { explainAgainst } from "../argument/explanations/against.ts";
import { REASONED, type QuestionType } from "./question.ts";
import { targetOrLeader } from "./target-or-leader.ts";

/** Q6: "What speaks against it?" */
export const against: QuestionType = {
  op: "Q6",
  about: ["case", ...REASONED],
  cues: [
    "against",
    "speaks against",
    "argues against",
    "contradict",
    "doesn't fit",
    "does not fit",
    "not fit",
    "argument against",
    "evidence against",
    "counter",
    "counterargument",
    "weakness",
    "what weakens",
    "object",
    "objection",
    "downside",
  ],
  answer: ({ strengths }, { target }) => explainAgainst(strengths, targetOrLeader(strengths, target)),
};
