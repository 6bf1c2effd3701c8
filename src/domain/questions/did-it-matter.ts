import { explainStepMatter } from "../argument/explanations/step-matter.ts";
import { REASONED, type QuestionType } from "./question.ts";

/** Q20: "Did that step matter?" */
export const didItMatter: QuestionType = {
  op: "Q20",
  about: REASONED,
  cues: [
    "did ... matter",
    "does ... matter",
    "how important",
    "how much does",
    "how much did",
    "important",
    "contribute",
    "make a difference",
    "any difference",
    "needed",
    "necessary",
    "redundant",
    "relevant",
  ],
  answer: ({ strengths, caseText }, { target = "" }) => explainStepMatter(strengths, target, caseText),
};
