/**
 * Words of a text with their places and a stem that forgives case, plural and British spelling, so that two
 * mentions of one thing compare equal. Deterministic and linear.
 */

export type Word = {
  readonly start: number;
  readonly end: number;
  /** Lower case, as written. */
  readonly text: string;
  /** What is compared. */
  readonly stem: string;
  /** Punctuation that ends a phrase stands between this word and the one before it. */
  readonly opensPhrase: boolean;
};

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+(?:['’](?!s\b)[\p{L}]+)*/gu;
const PHRASE_BREAK = /[,;:()[\]{}.!?\n\r"“”|]|\s[-–—]\s/u;

/** The words of text[start, end). */
export function readWords(text: string, start = 0, end = text.length): readonly Word[] {
  const words: Word[] = [];
  let before = 0;
  const slice = text.slice(start, end);
  for (const match of slice.matchAll(WORD)) {
    const lower = match[0].toLowerCase();
    // The bare "s" of a possessive is no word.
    if (lower === "s" && /['’]/.test(slice.charAt(match.index - 1))) continue;
    const gap = slice.slice(before, match.index);
    before = match.index + match[0].length;
    words.push({
      start: start + match.index,
      end: start + before,
      text: lower,
      stem: stemWord(lower),
      opensPhrase: words.length === 0 || PHRASE_BREAK.test(gap),
    });
  }
  return words;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(\p{L}{3}o|(?:st)a)ses$/u, "$1sis"],
  [/omata$/u, "oma"],
  [/ies$/u, "y"],
  [/(x|ch|sh|ss)es$/u, "$1"],
  [/([^sui])s$/u, "$1"],
];

/** The form of a lower-case word that is compared. */
function stemWord(lower: string): string {
  if (/^\d/.test(lower))
    return lower
      .replace(/,(?=\d{3})/gu, "")
      .replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, "");
  const plain = lower
    .replace(/[’']/gu, "")
    .replace(/ae|oe/gu, "e")
    .replace(/our(?=s?$)/u, "or");
  if (plain.length < 4) return plain;
  for (const [pattern, replacement] of ENDINGS) {
    if (pattern.test(plain)) return plain.replace(pattern, replacement);
  }
  return plain;
}
