/**
 * Every place where a sentence names a diagnosis that the trace weighs, the longest name first; and the phrases
 * in it that look like the name of one not met so far.
 */
import { isHead, isSpecific } from "./diagnosis-names.ts";
import type { Term } from "./terms.ts";
import { isDiagnosis } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A named diagnosis at its place; `hypothesis` is its index. */
export type Mention = { readonly start: number; readonly end: number; readonly hypothesis: number };

type NameEntry = { readonly stems: readonly string[]; readonly hypothesis: number };

/** Names by their first stem, longest first. */
export type NameIndex = ReadonlyMap<string, readonly NameEntry[]>;

/** An index over the aliases of each hypothesis; an alias of two hypotheses belongs to the one named first. */
export function createNameIndex(aliasesByHypothesis: readonly (readonly (readonly string[])[])[]): NameIndex {
  const taken = new Set<string>();
  const index = new Map<string, NameEntry[]>();
  for (const [hypothesis, aliases] of aliasesByHypothesis.entries()) {
    for (const stems of aliases) {
      const key = stems.join(" ");
      const [first] = stems;
      if (first === undefined || taken.has(key)) continue;
      taken.add(key);
      const list = index.get(first);
      if (list === undefined) index.set(first, [{ stems, hypothesis }]);
      else list.push({ stems, hypothesis });
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}

/** The mentions in the terms of one sentence, in order, none inside another. */
export function findMentions(index: NameIndex, terms: readonly Term[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < terms.length;) {
    const term = terms[at];
    if (term === undefined) break;
    const entry = index.get(term.stem)?.find((candidate) => isAt(terms, at, candidate.stems));
    const length = entry?.stems.length ?? 1;
    const end = terms[at + length - 1]?.end ?? term.end;
    if (entry !== undefined) mentions.push({ start: term.start, end, hypothesis: entry.hypothesis });
    at += length;
  }
  return mentions;
}

function isAt(terms: readonly Term[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, offset) => {
    const term = terms[at + offset];
    return term?.stem === stem && (offset === 0 || !term.opensPhrase);
  });
}

const LONGEST_NAME = 6;

/** Phrases that end in a disease word: candidates for a hypothesis. */
export function findDiseasePhrases(
  vocabulary: Vocabulary,
  text: string,
  terms: readonly Term[],
  isCue: (term: Term) => boolean,
): readonly { readonly start: number; readonly end: number }[] {
  const phrases: { readonly start: number; readonly end: number }[] = [];
  for (const [at, term] of terms.entries()) {
    if (!isHead(vocabulary, term.stem) || isCue(term)) continue;
    // "Myotonic disorders" is a class: several diagnoses, none of them named.
    if (vocabulary.classNouns.has(term.stem) && /[^is]s$/u.test(term.text)) continue;
    const next = terms[at + 1];
    // "lung cancer metastasis" is read up to its last disease word.
    if (next !== undefined && isHead(vocabulary, next.stem) && isAdjacent(text, term, next)) continue;
    let from = at;
    while (at - from < LONGEST_NAME - 1) {
      const left = terms[from - 1];
      const here = terms[from];
      if (left === undefined || here === undefined || !isAdjacent(text, left, here)) break;
      const isHyphened = text.slice(left.end, here.start) === "-";
      if (!(isHyphened || canModify(vocabulary, left)) || isCue(left)) break;
      from -= 1;
    }
    const stems = terms.slice(from, at + 1).map((each) => each.stem);
    const first = terms[from];
    if (first !== undefined && isSpecific(vocabulary, stems) && isDiagnosis(vocabulary, stems))
      phrases.push({ start: first.start, end: term.end });
  }
  return phrases;
}

/** Only spaces, hyphens or emphasis between: no grammar word was dropped there. */
function isAdjacent(text: string, left: Term, right: Term): boolean {
  return /^[\s\-–/*’']*(?:s\s)?$/u.test(text.slice(left.end, right.start));
}

function canModify(vocabulary: Vocabulary, term: Term): boolean {
  if (vocabulary.neutralModifiers.has(term.stem)) return true;
  if (vocabulary.framing.has(term.text) || vocabulary.framing.has(term.stem) || /^\d/.test(term.text))
    return false;
  return !/(?:ly|ing|ed)$/u.test(term.text);
}
