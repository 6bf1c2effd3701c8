/**
 * The words of a sentence as comparable terms: grammar words left out, synonyms folded into one form.
 */
import { FINDING_SYNONYMS } from "../../case-text/finding-synonyms.ts";
import { SYNONYM_ROWS } from "./synonyms.ts";
import { readWords } from "./words.ts";
import type { Word } from "./words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One content word or folded synonym. */
export type Term = {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
  readonly text: string;
  readonly opensPhrase: boolean;
};

type Fold = { readonly words: readonly string[]; readonly to: string };

/** How one text is read into terms. */
export type TermReader = {
  readonly vocabulary: Vocabulary;
  readonly folds: ReadonlyMap<string, readonly Fold[]>;
};

/** A reader with both synonym tables; compared forms of several words become one term. */
export function createTermReader(vocabulary: Vocabulary): TermReader {
  const folds = new Map<string, Fold[]>();
  for (const [first = "", ...others] of [...FINDING_SYNONYMS, ...SYNONYM_ROWS]) {
    const to = readWords(first)
      .map((word) => word.stem)
      .join("-");
    for (const form of [first, ...others]) addFold(folds, { words: contentStems(vocabulary, form), to });
  }
  for (const list of folds.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { vocabulary, folds };
}

function contentStems(vocabulary: Vocabulary, text: string): readonly string[] {
  return readWords(text)
    .filter((word) => !vocabulary.stop.has(word.text))
    .map((word) => word.stem);
}

function addFold(folds: Map<string, Fold[]>, fold: Fold): void {
  const [first] = fold.words;
  if (first === undefined) return;
  const list = folds.get(first);
  if (list === undefined) folds.set(first, [fold]);
  else list.push(fold);
}

/** The terms of text[start, end). */
export function readTerms(reader: TermReader, text: string, start = 0, end = text.length): readonly Term[] {
  const words = keepContent(reader, readWords(text, start, end));
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const fold = reader.folds.get(word.stem)?.find((candidate) => matchesAt(words, at, candidate.words));
    const length = fold?.words.length ?? 1;
    const last = words[at + length - 1] ?? word;
    terms.push({
      start: word.start,
      end: last.end,
      stem: fold?.to ?? word.stem,
      text: word.text,
      opensPhrase: word.opensPhrase,
    });
    at += length;
  }
  return terms;
}

/** Drops grammar words; a phrase break before a dropped word stays with the next one kept. */
function keepContent(reader: TermReader, words: readonly Word[]): readonly Word[] {
  const kept: Word[] = [];
  let opens = false;
  for (const word of words) {
    opens ||= word.opensPhrase;
    if (reader.vocabulary.stop.has(word.text)) continue;
    kept.push(opens === word.opensPhrase ? word : { ...word, opensPhrase: opens });
    opens = false;
  }
  return kept;
}

function matchesAt(words: readonly Word[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, offset) => {
    const word = words[at + offset];
    return word?.stem === stem && (offset === 0 || !word.opensPhrase);
  });
}

/** Whether a word only reports or frames ("patient", "examination", "reveals"). */
export function isFraming(
  { vocabulary }: TermReader,
  { text, stem }: { readonly text: string; readonly stem: string },
): boolean {
  return vocabulary.framing.has(text) || vocabulary.framing.has(stem);
}
