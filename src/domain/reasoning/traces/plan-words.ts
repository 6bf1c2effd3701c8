/**
 * The tests and treatments that a sentence names, as phrases that end in a word for one.
 */
import type { Term } from "./terms.ts";
import { isTestHead, isTreatmentHead } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

type PlanPhrase = {
  readonly start: number;
  readonly end: number;
  readonly kind: "test" | "treatment";
};

const LONGEST = 4;

/** The plan phrases of one sentence, in order. */
export function findPlanPhrases(
  vocabulary: Vocabulary,
  text: string,
  terms: readonly Term[],
): readonly PlanPhrase[] {
  const phrases: PlanPhrase[] = [];
  for (const [at, term] of terms.entries()) {
    const kind = kindOf(vocabulary, term);
    if (kind === undefined) continue;
    const next = terms[at + 1];
    if (next !== undefined && isAdjacent(text, term, next) && kindOf(vocabulary, next) !== undefined)
      continue;
    let from = at;
    while (at - from < LONGEST - 1) {
      const left = terms[from - 1];
      const here = terms[from];
      if (left === undefined || here === undefined || !isAdjacent(text, left, here)) break;
      if (vocabulary.framing.has(left.text) && kindOf(vocabulary, left) === undefined) break;
      if (/(?:ly|ing|e?d)$/u.test(left.text)) break;
      from -= 1;
    }
    phrases.push({ start: terms[from]?.start ?? term.start, end: term.end, kind });
  }
  return phrases;
}

function kindOf(vocabulary: Vocabulary, term: Term): PlanPhrase["kind"] | undefined {
  if (isTreatmentHead(vocabulary, term.stem) || isTreatmentHead(vocabulary, term.text)) return "treatment";
  return isTestHead(vocabulary, term.stem) || isTestHead(vocabulary, term.text) ? "test" : undefined;
}

function isAdjacent(text: string, left: Term, right: Term): boolean {
  return /^[\s\-–/*’']*$/u.test(text.slice(left.end, right.start));
}
