import { explainLedger } from "../argument/explanations/ledger.ts";
import { REASONED, type QuestionType } from "./question.ts";
import { targetOrLeader } from "./target-or-leader.ts";

/** Q1: "Why do you think it is this?" */
export const why: QuestionType = {
  op: "Q1",
  about: ["case", ...REASONED],
  cues: [
    "why",
    "why do you think",
    "why this",
    "what makes you think",
    "what supports",
    "what speaks for",
    "reasons for",
    "explain",
    "how did you get",
    "basis for",
    "what points to",
    "evidence for",
  ],
  answer: ({ strengths }, { target }) => explainLedger(strengths, targetOrLeader(strengths, target)),
};
