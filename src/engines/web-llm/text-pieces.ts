/**
 * The text of tokens as they come, one piece a token. WebLLM decodes the whole answer again for every token; this
 * decodes a few around the new one, so that the four-thousandth costs what the first does, and the text is the same.
 */

export type TextPieces = {
  /** What became readable with this token; empty while a character is only half there. */
  readonly push: (token: number) => string;
  /** Whether everything pushed was handed out: no character is half there. */
  readonly isWhole: () => boolean;
  /** What is left over at the end, as the tokenizer writes half a character. */
  readonly finish: () => string;
};

/** What a tokenizer writes for bytes that are no character, or not yet. */
const DAMAGED = "\uFFFD";
/** No character has more bytes than this tokens can hold; what is damaged for longer stays so. */
const LONGEST_WAIT = 16;

/** Pieces of a text that begins; `decode` is the tokenizer's. */
export function createTextPieces(decode: (tokens: Int32Array) => string): TextPieces {
  // Some tokenizers write a token otherwise at the start of a text, so the ones said last stay in front of it.
  let said: readonly number[] = [];
  let waiting: readonly number[] = [];
  const rest = (): string => {
    const before = said.length === 0 ? "" : decode(Int32Array.from(said));
    return decode(Int32Array.from([...said, ...waiting])).slice(before.length);
  };
  return {
    push: (token) => {
      waiting = [...waiting, token];
      const piece = rest();
      const isDamaged = piece.endsWith(DAMAGED);
      if (isDamaged && waiting.length < LONGEST_WAIT) return "";
      said = isDamaged ? [] : waiting;
      waiting = [];
      return piece;
    },
    isWhole: () => waiting.length === 0,
    finish: () => {
      const piece = waiting.length === 0 ? "" : rest();
      waiting = [];
      return piece;
    },
  };
}
