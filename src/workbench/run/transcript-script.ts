/** A written transcript as the script of the scripted engine, told apart by what is asked: first to think, then to argue. */
import type { Script } from "../../contracts/engine-script.ts";
import { CONTINUE_WORDS, RERUN_WORDS, STATEMENTS_WORDS } from "../prompts/prompt-words.ts";
import { judgeReply } from "../prompts/judge-reply.ts";

/** Room for any teaching case with all that is said about it, as the scripted engine counts. */
const CONTEXT_TOKENS = 65_536;

export type TranscriptParts = {
  readonly id: string;
  /** Thinking between its marks, then lines of the step notation. */
  readonly transcript: string;
  readonly tokensPerSecond: number;
  /** What it says when it is asked to state again what a correction set aside: it cannot think anew. */
  readonly again?: string | undefined;
};

/** The script; it goes through the same prompts, phases and reader as a model's words. */
export function transcriptToScript({ id, transcript, tokensPerSecond, again }: TranscriptParts): Script {
  const { thinking, answer } = judgeReply(transcript, { start: "answer" });
  return {
    id,
    answers: [
      ...(again === undefined ? [] : [{ when: RERUN_WORDS.ask, texts: [again] }]),
      { when: STATEMENTS_WORDS, texts: [answer.trimStart()] },
      // Taken up again it says all of it: what is known already is not kept twice.
      { when: CONTINUE_WORDS, texts: [answer.trimStart()] },
      { when: "", texts: [`<think>${thinking}</think>\n\nready`] },
    ],
    tokensPerSecond,
    contextTokens: CONTEXT_TOKENS,
    faults: [],
  };
}
