/** Asking from anywhere in the dialogue, and what is said aloud about it. */
import { useState } from "react";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { putQuestion, type GivenAnswer } from "../answers/given-answers.ts";
import { useDesk } from "../desk/use-desk.ts";
import { dialogueText } from "../text/dialogue.ts";

/** An answer that another tab's writing kept out of the record. */
export type UnkeptTurn = { readonly text: string; readonly given: GivenAnswer };

export type Asking = {
  readonly ask: (ask: QuestionAsk, text: string) => void;
  readonly unkept: UnkeptTurn | undefined;
};

/** Answers at once; `say` tells a screen reader the sentence. */
export function useAsking(say: (words: string) => void): Asking {
  const desk = useDesk();
  const [unkept, setUnkept] = useState<UnkeptTurn>();
  const ask = (put: QuestionAsk, text: string): void => {
    const answer = putQuestion(desk, put, text);
    if (answer === undefined) return say(dialogueText.notAnswerable);
    setUnkept(answer.question === undefined ? { text, given: answer.given } : undefined);
    return say(answer.given.said.headline);
  };
  return { ask, unkept };
}
