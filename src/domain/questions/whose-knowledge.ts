import { explainWhoseKnowledge } from "../argument/explanations/whose-knowledge.ts";
import { REASONED, type QuestionType } from "./question.ts";
import { targetOrLeader } from "./target-or-leader.ts";

/** Q4: "Is that from this patient, a rule, or from your memory?" */
export const whoseKnowledge: QuestionType = {
  op: "Q4",
  about: REASONED,
  cues: [
    "from this patient",
    "your memory",
    "from memory",
    "who says",
    "who said",
    "says who",
    "whose",
    "is that a rule",
    "made up",
    "make that up",
    "made that up",
    "invent",
    "source of",
    "what source",
    "where ... come from",
    "where ... from",
    "guideline or",
  ],
  answer: ({ strengths }, { target }) => explainWhoseKnowledge(strengths, targetOrLeader(strengths, target)),
};
