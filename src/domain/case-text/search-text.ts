/**
 * The case text made comparable (clinical foundation 4.3a): small letters, one kind of dash, space and quote, accents
 * off, thousands commas and trailing zeros dropped, with the way back to the offsets of the text as written.
 */

/** A word or number of the comparable text, with its offsets there. */
export type SearchWord = { readonly word: string; readonly start: number; readonly end: number };

export type SearchText = {
  readonly text: string;
  /** For each code unit of `text`, where the letter it came from starts and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly words: readonly SearchWord[];
};

/** Prepares a text once, so that many quotes can be located in it. */
export function readSearchText(original: string): SearchText {
  const folded = dropPadding(foldLetters(original));
  return { ...folded, words: readWords(folded.text) };
}

type Folded = Omit<SearchText, "words">;

function foldLetters(original: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let endsInSpace = false;
  for (const letter of original) {
    const folded = foldLetter(letter);
    const isSpace = folded === " ";
    if (!(isSpace && endsInSpace)) {
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(at);
        ends.push(at + letter.length);
      }
    }
    if (folded !== "") endsInSpace = isSpace;
    else if (ends.length > 0 && !endsInSpace) ends[ends.length - 1] = at + letter.length;
    at += letter.length;
  }
  return { text: parts.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function foldLetter(letter: string): string {
  return PLAIN[letter.codePointAt(0) ?? 0] ?? foldAnyLetter(letter);
}

function foldAnyLetter(letter: string): string {
  if (/\s/.test(letter)) return " ";
  if (/[‐-―−﹣－]/.test(letter)) return "-";
  if (/[‘’‚‛′`´]/.test(letter)) return "'";
  if (/[“”„‟″«»]/.test(letter)) return '"';
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(letter)) return "";
  return letter
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** Nearly every letter of a note is one of these: they are folded once for all. */
const PLAIN: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  foldAnyLetter(String.fromCodePoint(code)),
);

/** "8,000" reads as "8000" and "7.40" as "7.4"; lists such as "1,2" and dates stay. */
function dropPadding(folded: Folded): Folded {
  const dropped = new Set<number>();
  for (const match of folded.text.matchAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)/g)) {
    for (let at = match.index; at < match.index + match[0].length; at += 1) {
      if (folded.text[at] === ",") dropped.add(at);
    }
  }
  for (const match of folded.text.matchAll(/(?<![\d.])\d+\.\d+(?!\d|\.\d)/g)) {
    let at = match.index + match[0].length - 1;
    for (; folded.text[at] === "0"; at -= 1) dropped.add(at);
    if (folded.text[at] === ".") dropped.add(at);
  }
  return dropped.size === 0 ? folded : withoutUnits(folded, dropped);
}

/** A dropped unit stays inside the stretch of the one before it. */
function withoutUnits(folded: Folded, dropped: ReadonlySet<number>): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < folded.text.length; at += 1) {
    const end = folded.ends[at] ?? 0;
    if (dropped.has(at) && ends.length > 0) {
      ends[ends.length - 1] = end;
      continue;
    }
    parts.push(folded.text.charAt(at));
    starts.push(folded.starts[at] ?? 0);
    ends.push(end);
  }
  return { text: parts.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function readWords(text: string): readonly SearchWord[] {
  const words: SearchWord[] = [];
  for (const match of text.matchAll(/\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({ word: toSingular(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function toSingular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is|as|os)$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
