/**
 * The sentences of a trace, each read once into terms and clauses for every later pass.
 */
import type { Stretch } from "./answer.ts";
import { readClauses } from "./cues.ts";
import type { Clause, CueReader } from "./cues.ts";
import { readTerms } from "./terms.ts";
import type { Term, TermReader } from "./terms.ts";

/** One sentence, read once and used by every later pass. */
export type ReadSentence = {
  readonly start: number;
  readonly end: number;
  /** Index of the step it stands in. */
  readonly step: number;
  readonly terms: readonly Term[];
  readonly clauses: readonly Clause[];
};

/** Reads a sentence into terms and clauses. */
export function readTraceSentence(
  reader: TermReader,
  cues: CueReader,
  text: string,
  stretch: Stretch & { readonly step: number },
): ReadSentence {
  const { start, end, step } = stretch;
  return {
    start,
    end,
    step,
    terms: readTerms(reader, text, start, end),
    clauses: readClauses(cues, text, start, end),
  };
}

/** The clause of a sentence that holds a place. */
export function clauseAt(sentence: ReadSentence, at: number): Clause | undefined {
  return sentence.clauses.find((clause) => at >= clause.start && at < clause.end);
}

/** "Dengue fever: ..." or a list item that is only a name. */
export function isListHead(sentence: ReadSentence, stretch: Stretch, text: string): boolean {
  if (/[\p{L}\p{N}]/u.test(text.slice(sentence.start, stretch.start))) return false;
  const rest = text.slice(stretch.end, sentence.end);
  return /^(?:\s*\([^()]*\))?[\s*_]*(?::|[.,]?$|\s[-–—]\s)/u.test(rest);
}
