/** What a finished reply amounts to: its thinking, its answer, and what is wrong with it as a whole. */
import { createThinkingSplit } from "../../domain/reasoning/thinking/split.ts";
import type { ThinkingStyle } from "../../domain/reasoning/thinking/split-state.ts";

export type ReplyTrouble =
  /** It was still thinking when it ended: there is no answer, only a longer budget or a shorter question. */
  | "unclosed-thinking"
  /** It thought, and then said nothing. */
  | "empty-answer";

export type Reply = {
  readonly thinking: string;
  readonly answer: string;
  readonly trouble: ReplyTrouble | undefined;
};

/** Judges a reply by all of its text, in the style of the model that gave it. */
export function judgeReply(text: string, style: ThinkingStyle): Reply {
  const split = createThinkingSplit(style);
  const first = split.push(text);
  const { pieces, flags } = split.finish();
  const said = [...first, ...pieces];
  const textOf = (channel: "thinking" | "answer"): string =>
    said
      .filter((piece) => piece.channel === channel)
      .map((piece) => piece.text)
      .join("");
  const [thinking, answer] = [textOf("thinking"), textOf("answer")];
  if (answer.trim() !== "") return { thinking, answer, trouble: undefined };
  return {
    thinking,
    answer,
    trouble: flags.includes("unclosed-thinking") ? "unclosed-thinking" : "empty-answer",
  };
}
