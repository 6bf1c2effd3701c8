/** Words of the questions that can be asked, and of what is said where one cannot be answered. */
import type { CannotAnswer, QuestionOp } from "../../domain/argument/explanations/answer.ts";
import { targetToSentence } from "../../domain/argument/explanations/sentence.ts";
import type { QuestionAsk } from "../../domain/questions/question.ts";

/** As a clinician would put it: on the Ask menu and as a suggestion. */
export const questionWords = {
  Q1: "Why this?",
  Q2: "Why not something else?",
  Q3: "Where in the note is that?",
  Q4: "Whose knowledge is that?",
  Q5: "Is that number right?",
  Q6: "What speaks against it?",
  Q7: "What would change your mind?",
  Q8: "What if it were otherwise?",
  Q9: "How solid is it?",
  Q10: "How sure are you?",
  Q11: "What was not used?",
  Q12: "What must we not miss?",
  Q13: "What next, and why that test?",
  Q14: "Why this treatment and not that?",
  Q15: "Is that safe in this patient?",
  Q16: "Does that follow?",
  Q17: "Didn't you say the opposite?",
  Q18: "Would you say the same of someone else?",
  Q19: "Would you say it again?",
  Q20: "Did that step matter?",
  Q21: "What can you not do?",
  Q22: "When did you change your view?",
  Q23: "Say it more simply",
  Q24: "What did others think of it?",
} as const satisfies Record<QuestionOp, string>;

/** The same questions where they are about the case as a whole. */
const caseQuestionWords: Partial<Record<QuestionOp, string>> = {
  Q1: "Why does this lead?",
  Q2: "Why not the runner-up?",
  Q6: "What speaks against the leader?",
  Q9: "How solid is the lead?",
};

/** The same questions where they are about a sentence of the note. */
const sentenceQuestionWords: Partial<Record<QuestionOp, string>> = {
  Q3: "What rests on this sentence?",
  Q8: "What if it did not say so?",
};

/** A question in words, by what it is about. */
export function askWords({ op, target }: Pick<QuestionAsk, "op" | "target">): string {
  const words =
    target === undefined
      ? caseQuestionWords
      : targetToSentence(target) === undefined
        ? questionWords
        : sentenceQuestionWords;
  return words[op] ?? questionWords[op];
}

/** Why the graph has no answer, and what to ask instead. */
export const cannotAnswerWords = {
  "unknown-target": "What was asked about is no longer in the graph.",
  "wrong-kind-of-target":
    "That question does not fit what was asked about. Choose another from its Ask menu.",
  "too-few-hypotheses": "There are fewer than two hypotheses, so nothing can be compared yet.",
  "no-treatments": "The graph holds no treatment yet.",
  "too-costly":
    "The argument goes round in so large a circle that this would take too long. Remove a link of the circle and ask again.",
} as const satisfies Record<CannotAnswer["type"], string>;
