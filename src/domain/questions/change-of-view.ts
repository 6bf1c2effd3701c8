import { explainStageWalk } from "../argument/explanations/stage-walk.ts";
import type { QuestionType } from "./question.ts";

/** Q22: "When did you change your view?" */
export const changeOfView: QuestionType = {
  op: "Q22",
  about: ["case", "hypothesis"],
  cues: [
    "when did you change",
    "when ... change",
    "when did",
    "at what point",
    "at which point",
    "turning point",
    "did you always think",
    "what did you think first",
    "what did you think at first",
    "first impression",
    "step by step",
    "over time",
    "timeline",
    "history of your",
  ],
  answer: ({ strengths }) => explainStageWalk(strengths),
};
