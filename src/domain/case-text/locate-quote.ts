/**
 * Finds the stretch of the case text that a quote stands for, by rules 1 and 2 of clinical foundation 4.3a: the exact
 * words after normalisation, else at least 0.85 of the quote's content words inside a window of 1.5 times its length.
 * Synonyms and derived labels (rules 3 and 4) are not read here.
 */
import { readSearchText } from "./search-text.ts";
import type { SearchText, SearchWord } from "./search-text.ts";

/** Where a quote was found: offsets into the text as written, the rule that held, and the share of its words found. */
export type QuoteMatch = {
  readonly start: number;
  readonly end: number;
  readonly rule: "exact" | "words";
  readonly containment: number;
};

const ENOUGH = 0.85;
const WINDOW = 1.5;
/** No sentence is longer; beyond it a "quote" is hostile input. */
const LONGEST_QUOTE = 10_000;

/** Negations and numbers are never stop words: they change what is said. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for from by with and or as is are was were be been being has have had this that these those " +
    "it its he she they his her hers their him them patient who which there also s"
  ).split(" "),
);

/** The best place of `quote` in the prepared text, or undefined when it is not there. */
export function locateQuote(searchText: SearchText, quote: string): QuoteMatch | undefined {
  return quote.length > LONGEST_QUOTE ? undefined : locatePrepared(searchText, readSearchText(quote));
}

/** As `locateQuote`, for a quote that was prepared like the text. */
export function locatePrepared(searchText: SearchText, wanted: SearchText): QuoteMatch | undefined {
  if (wanted.text.length > LONGEST_QUOTE) return undefined;
  return locateExact(searchText, wanted.text) ?? locateWords(searchText, wanted.words);
}

function locateExact(searchText: SearchText, wanted: string): QuoteMatch | undefined {
  const phrase = trimMarks(wanted);
  if (phrase === "") return undefined;
  for (let at = searchText.text.indexOf(phrase); at >= 0; at = searchText.text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (!isWholeWords(searchText.text, at, end)) continue;
    return { ...toOriginal(searchText, at, end), rule: "exact", containment: 1 };
  }
  return undefined;
}

/** Without the quotation marks and closing punctuation that quoting adds. */
function trimMarks(phrase: string): string {
  let start = 0;
  let end = phrase.length;
  while (start < end && /["'\s]/.test(phrase.charAt(start))) start += 1;
  while (end > start && /["'\s.,;:!?…]/.test(phrase.charAt(end - 1))) end -= 1;
  return phrase.slice(start, end);
}

/** "art" is not in "heart", nor "5.9" in "15.9" or "5.95"; a plural ending is let pass. */
function isWholeWords(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 3);
  const first = text.charAt(start);
  const last = text.charAt(end - 1);
  if (isJoined(before.at(-1) ?? "", first) || (/\d$/.test(last) && /^[.,]\d/.test(after))) return false;
  if (/\d/.test(first) && /\d[.,]$/.test(before)) return false;
  if (!isJoined(last, after.at(0) ?? "")) return true;
  return /[a-z]/.test(last) && /^e?s(?![\p{L}\p{N}])/u.test(after);
}

function isJoined(left: string, right: string): boolean {
  const isWordPart = /[\p{L}\p{N}]/u;
  const isUnspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
  return isWordPart.test(left) && isWordPart.test(right) && !isUnspaced.test(left) && !isUnspaced.test(right);
}

function locateWords(searchText: SearchText, wanted: readonly SearchWord[]): QuoteMatch | undefined {
  const needed = new Map<string, number>();
  let total = 0;
  for (const { word } of wanted) {
    if (STOP_WORDS.has(word)) continue;
    needed.set(word, (needed.get(word) ?? 0) + 1);
    total += 1;
  }
  if (total === 0) return undefined;
  const best = slideWindow(searchText.words, needed, Math.ceil(wanted.length * WINDOW));
  if (best === undefined || best.found / total < ENOUGH) return undefined;
  const first = searchText.words[best.first];
  const last = searchText.words[best.last];
  if (first === undefined || last === undefined) return undefined;
  return {
    ...toOriginal(searchText, first.start, last.end),
    rule: "words",
    containment: best.found / total,
  };
}

type Window = { readonly first: number; readonly last: number; readonly found: number };

/** One pass with running counts: the first window that holds the most needed words, trimmed to them. */
function slideWindow(
  words: readonly SearchWord[],
  needed: ReadonlyMap<string, number>,
  size: number,
): Window | undefined {
  const missing = new Map(needed);
  let found = 0;
  let best: Window | undefined;
  for (const [last, { word }] of words.entries()) {
    const leaving = words[last - size]?.word;
    if (leaving !== undefined && needed.has(leaving)) {
      const left = (missing.get(leaving) ?? 0) + 1;
      missing.set(leaving, left);
      if (left > 0) found -= 1;
    }
    if (!needed.has(word)) continue;
    const left = (missing.get(word) ?? 0) - 1;
    missing.set(word, left);
    if (left >= 0) found += 1;
    if (found > (best?.found ?? 0)) {
      best = { first: firstNeeded(words, needed, Math.max(0, last - size + 1)), last, found };
    }
  }
  return best;
}

function firstNeeded(
  words: readonly SearchWord[],
  needed: ReadonlyMap<string, number>,
  from: number,
): number {
  let first = from;
  while (first < words.length && !needed.has(words[first]?.word ?? "")) first += 1;
  return first;
}

function toOriginal(
  searchText: SearchText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return { start: searchText.starts[start] ?? 0, end: searchText.ends[end - 1] ?? 0 };
}
