import { explainCertainty } from "../argument/explanations/certainty.ts";
import type { QuestionType } from "./question.ts";

/** Q10: "How sure are you?" */
export const howSure: QuestionType = {
  op: "Q10",
  about: ["case", "hypothesis"],
  cues: [
    "how sure",
    "are you sure",
    "how certain",
    "are you certain",
    "how confident",
    "confidence",
    "how likely",
    "what probability",
    "probability",
    "certainty",
    "do you really think",
    "margin",
  ],
  answer: ({ strengths }) => explainCertainty(strengths),
};
