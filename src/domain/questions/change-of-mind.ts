import { explainFlipSets } from "../argument/explanations/flip-sets.ts";
import type { QuestionType } from "./question.ts";

/** Q7: "What would change your mind?" */
export const changeOfMind: QuestionType = {
  op: "Q7",
  about: ["case", "hypothesis"],
  cues: [
    "change your mind",
    "change your view",
    "change the diagnosis",
    "change the answer",
    "change the leader",
    "what would change",
    "what would it take",
    "what would have to",
    "flip",
    "prove you wrong",
    "overturn",
    "convince you otherwise",
    "tip the balance",
  ],
  answer: ({ strengths }) => explainFlipSets(strengths),
};
