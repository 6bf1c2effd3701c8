import { explainUnusedFindings } from "../argument/explanations/unused-findings.ts";
import type { QuestionType } from "./question.ts";

/** Q11: "What have you not used?" */
export const unused: QuestionType = {
  op: "Q11",
  about: ["case"],
  cues: [
    "not used",
    "not use",
    "unused",
    "ignored",
    "did you ignore",
    "overlook",
    "overlooked",
    "left out",
    "leave unexplained",
    "unexplained",
    "not explain",
    "not considered",
    "not consider",
    "forgotten",
    "forget",
    "missed",
  ],
  answer: ({ strengths }) => explainUnusedFindings(strengths),
};
