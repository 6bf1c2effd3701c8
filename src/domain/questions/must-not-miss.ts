import { explainMustNotMiss } from "../argument/explanations/must-not-miss.ts";
import type { QuestionType } from "./question.ts";

/** Q12: "What must we not miss?" */
export const mustNotMiss: QuestionType = {
  op: "Q12",
  about: ["case"],
  cues: [
    "must not miss",
    "must we not miss",
    "not miss",
    "can't miss",
    "cannot miss",
    "dangerous diagnosis",
    "most dangerous",
    "worst case",
    "life threatening",
    "red flags",
    "kill the patient",
  ],
  answer: ({ strengths }) => explainMustNotMiss(strengths),
};
