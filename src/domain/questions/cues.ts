/** How well the words of a question fit the cues of a type: the more words of one cue are there, the better. */
import { readSearchText } from "../case-text/search-text.ts";

/** A question in the words that are compared. */
export type Words = readonly string[];

export type CueMatch = {
  /** How many words of the best cue are there. */
  readonly score: number;
  /** Their places, so that they are not taken for the name of something. */
  readonly places: ReadonlySet<number>;
};

const NO_MATCH: CueMatch = { score: 0, places: new Set() };
const ANYTHING = "...";

/** Words as they are compared: small letters, singular, without marks. */
export function foldWords(text: string): Words {
  return readSearchText(text).words.map(({ word }) => word);
}

/** The best of the cues. */
export function matchCues(words: Words, cues: readonly string[]): CueMatch {
  let best = NO_MATCH;
  for (const cue of cues) {
    const match = matchCue(words, cue.split(ANYTHING).map(foldWords));
    if (match.score > best.score) best = match;
  }
  return best;
}

/** Each part in a row, one part after the other with anything in between. */
function matchCue(words: Words, parts: readonly Words[]): CueMatch {
  const places = new Set<number>();
  let from = 0;
  for (const part of parts) {
    const at = findRow(words, part, from);
    if (at === -1) return NO_MATCH;
    part.forEach((_, offset) => places.add(at + offset));
    from = at + part.length;
  }
  return { score: places.size, places };
}

function findRow(words: Words, part: Words, from: number): number {
  for (let at = from; at + part.length <= words.length; at += 1) {
    if (part.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}
