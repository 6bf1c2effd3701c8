import { explainTreatments } from "../argument/explanations/treatments.ts";
import type { QuestionType } from "./question.ts";

/** Q14: "Why this treatment and not that?" */
export const treatments: QuestionType = {
  op: "Q14",
  about: ["case", "treatment"],
  cues: [
    "treatment",
    "which treatment",
    "why this treatment",
    "what treatment",
    "treat",
    "therapy",
    "which option",
    "give",
    "why give",
    "why not give",
    "what should we do",
    "what should we give",
    "management",
  ],
  answer: ({ strengths }, { target }) => explainTreatments(strengths, target),
};
