/**
 * Which diagnoses a trace weighs: those of the case's own differential when it is given, those its answer states,
 * and those its reasoning names where a cue says that a diagnosis is meant. Names that say the same are one.
 */
import { locateFindings } from "./case-index.ts";
import type { CaseIndex } from "./case-index.ts";
import { itemPolarity } from "./case-items.ts";
import { findGoverningCue } from "./cues.ts";
import { isRepeatOf, readDiagnosisName } from "./diagnosis-names.ts";
import type { DiagnosisName } from "./diagnosis-names.ts";
import { createNameIndex, findDiseasePhrases } from "./mentions.ts";
import type { NameIndex } from "./mentions.ts";
import { readTerms } from "./terms.ts";
import type { Term, TermReader } from "./terms.ts";
import type { Stretch } from "./answer.ts";
import { clauseAt, isListHead } from "./trace-sentences.ts";
import type { ReadSentence } from "./trace-sentences.ts";

const MOST_HYPOTHESES = 60;

export type Hypotheses = {
  readonly names: readonly DiagnosisName[];
  readonly index: NameIndex;
  /** Which hypothesis each of the given names became. */
  readonly byGiven: ReadonlyMap<string, number>;
};

/** Collects the names, first the given ones in their order, then those of the reasoning in reading order. */
export function collectHypotheses(
  reader: TermReader,
  text: string,
  given: readonly string[],
  sentences: readonly ReadSentence[],
  caseIndex: CaseIndex,
): Hypotheses {
  const names: DiagnosisName[] = [];
  const seen = new Map<string, number>();
  const add = (written: string): void => {
    if (names.length >= MOST_HYPOTHESES || seen.has(written)) return;
    const name = readDiagnosisName(reader, written);
    if (name === undefined) return;
    const known = names.findIndex((other) => isRepeatOf(reader.vocabulary, other, name));
    const other = names[known];
    seen.set(written, other === undefined ? names.length : known);
    if (other === undefined) names.push(name);
    else names[known] = { ...other, aliases: [...other.aliases, name.core] };
  };
  for (const written of given) add(written);
  for (const sentence of sentences) {
    for (const phrase of findCuedPhrases(reader, text, sentence, caseIndex))
      add(text.slice(phrase.start, phrase.end));
  }
  const byGiven = new Map([...seen].filter(([written]) => given.includes(written)));
  const abbreviations = readAbbreviations(reader, text);
  const aliases = names.map((name) => withAbbreviations(name.aliases, abbreviations));
  return { names, index: createNameIndex(aliases), byGiven };
}

function findCuedPhrases(
  reader: TermReader,
  text: string,
  sentence: ReadSentence,
  caseIndex: CaseIndex,
): readonly Stretch[] {
  const phrases = findDiseasePhrases(reader.vocabulary, text, sentence.terms, (term) =>
    sentence.clauses.some((clause) =>
      clause.cues.some((cue) => cue.start < term.end && term.start < cue.end),
    ),
  );
  return phrases.filter((phrase) => {
    const clause = clauseAt(sentence, phrase.start);
    if (clause === undefined) return false;
    const isCued = findGoverningCue(clause, phrase.start, phrase.end) !== undefined;
    if (!isCued && !isListHead(sentence, phrase, text)) return false;
    // What the case itself states is a finding and not in question.
    return !isInCase(reader, caseIndex, readTerms(reader, text, phrase.start, phrase.end));
  });
}

function isInCase(reader: TermReader, caseIndex: CaseIndex, terms: readonly Term[]): boolean {
  const telling = terms.filter((term) => !reader.vocabulary.neutralModifiers.has(term.stem));
  const [hit] = locateFindings(reader, caseIndex, telling);
  if (hit === undefined || hit.start !== telling[0]?.start || hit.end !== telling.at(-1)?.end) return false;
  const item = caseIndex.items[hit.item];
  return item !== undefined && itemPolarity(item) !== "unknown";
}

type Abbreviation = { readonly short: readonly string[]; readonly long: readonly string[] };

/** "pulmonary embolism (PE)": the words before the bracket whose first letters spell it. */
function readAbbreviations(reader: TermReader, text: string): readonly Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  for (const match of text.matchAll(/\(([A-Z][A-Za-z0-9-]{1,9})\)/gu)) {
    const letters = (match[1] ?? "").replace(/[^A-Z]/gu, "").toLowerCase();
    if (letters.length < 2 || found.size >= MOST_HYPOTHESES) continue;
    const before = readTerms(reader, text, Math.max(0, match.index - 100), match.index);
    const from = before.findLastIndex(
      (term, at) =>
        term.text.startsWith(letters.charAt(0)) && before.length - at >= Math.min(2, letters.length),
    );
    const long = before.slice(from).map((term) => term.stem);
    if (from < 0 || long.length > letters.length + 2) continue;
    const short = readTerms(reader, match[1] ?? "").map((term) => term.stem);
    found.set(short.join(" "), { short, long });
  }
  return [...found.values()];
}

function withAbbreviations(
  aliases: readonly (readonly string[])[],
  abbreviations: readonly Abbreviation[],
): readonly (readonly string[])[] {
  const keys = new Set(aliases.map((stems) => stems.join(" ")));
  const more = abbreviations.flatMap(({ short, long }) => {
    const isShort = keys.has(short.join(" "));
    const isLong = keys.has(long.join(" "));
    return isShort === isLong ? [] : [isShort ? long : short];
  });
  return [...aliases, ...more];
}
