/**
 * What the model has read and said so far, and from where a new prompt can go on instead of being read again. Only at
 * a cut: where an earlier prompt began to be read, or after a token of the last answer. So the same prompt is always
 * computed in the same way, and gives the same words for the same seed.
 */

type Cut = { readonly tokens: number; readonly characters: number };

export type KnownContext = {
  /** What the model holds, as text; never more than its tokens say. */
  readonly text: string;
  readonly tokens: number;
  /** Where the prompts of this conversation began to be read. */
  readonly seams: readonly Cut[];
  /** The ends of the tokens that were said last. */
  readonly spoken: readonly Cut[];
};

export type RoundPlan = {
  /** Where the conversation goes on: so much of the prompt is known. */
  readonly from: Cut;
  /** The rest of the prompt, still to be read. */
  readonly unread: readonly number[];
};

const START: Cut = { tokens: 0, characters: 0 };

/** Nothing read yet. */
export const EMPTY_CONTEXT: KnownContext = { text: "", tokens: 0, seams: [START], spoken: [] };

export type PlanParts = {
  readonly prompt: string;
  readonly encode: (text: string) => ArrayLike<number>;
  /** Whether the model can forget its last tokens and keep the ones before. */
  readonly canTakeBack: boolean;
};

/** How to read this prompt, going on from what is known where that is possible. */
export function planRound(known: KnownContext, { prompt, encode, canTakeBack }: PlanParts): RoundPlan {
  const common = commonLength(known.text, prompt);
  const from = [...known.seams, ...known.spoken].findLast(
    ({ characters, tokens }) =>
      // At least one token must be read, or there is nothing to go on from.
      characters <= common &&
      characters < prompt.length &&
      (canTakeBack || tokens === known.tokens || tokens === 0),
  );
  const cut = from ?? START;
  return { from: cut, unread: Array.from(encode(prompt.slice(cut.characters))) };
}

/** How many tokens the prompt of a plan has. */
export function promptTokens({ from, unread }: RoundPlan): number {
  return from.tokens + unread.length;
}

/** What is known while a plan is carried out, after so many of its unread tokens; all of the prompt only at the end. */
export function readContext(
  known: KnownContext,
  prompt: string,
  plan: RoundPlan,
  read: number,
): KnownContext {
  const { from, unread } = plan;
  const seams = known.seams.filter(({ tokens }) => tokens < from.tokens);
  return {
    text: read < unread.length ? prompt.slice(0, from.characters) : prompt,
    tokens: from.tokens + read,
    seams: [...seams, from],
    spoken: [],
  };
}

/** What is known after the model read back a token that it said, whose text is this if no character is half there. */
export function growContext(known: KnownContext, piece: string, isWhole: boolean): KnownContext {
  const text = known.text + piece;
  const tokens = known.tokens + 1;
  const spoken = isWhole ? [...known.spoken, { tokens, characters: text.length }] : known.spoken;
  return { ...known, text, tokens, spoken };
}

function commonLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) length += 1;
  return length;
}
