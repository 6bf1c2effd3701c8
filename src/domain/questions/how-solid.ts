import { explainStability } from "../argument/explanations/stability.ts";
import type { QuestionType } from "./question.ts";

/** Q9: "How solid is it? What could be different without changing it?" */
export const howSolid: QuestionType = {
  op: "Q9",
  about: ["case", "hypothesis"],
  cues: [
    "how solid",
    "how robust",
    "how stable",
    "how sturdy",
    "hold up",
    "could be different",
    "without changing",
    "depends on one",
    "hangs on",
    "hinges on",
    "which findings matter",
    "pivotal",
    "how fragile",
    "fragile",
  ],
  answer: ({ strengths }) => explainStability(strengths),
};
