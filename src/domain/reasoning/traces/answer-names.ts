/**
 * What the answer of a trace names: diagnoses, or for a treatment question the treatments.
 */
import type { AnswerPart } from "./answer.ts";
import { cleanName, isHead } from "./diagnosis-names.ts";
import { findPlanPhrases } from "./plan-words.ts";
import { readTerms } from "./terms.ts";
import type { TermReader } from "./terms.ts";

export type AnswerNames = {
  readonly start: number;
  readonly diagnoses: readonly string[];
  readonly treatments: readonly string[];
};

const IMPERATIVE =
  /^(?:initiate|start|perform|administer|discontinue|continue|treat|begin|surgical|proceed|recommend|immediate|urgent|monitor|provide|use|refer|schedule|stop|adjust|prescribe)\b/iu;

/** The names, each as written. */
export function readAnswerNames(
  reader: TermReader,
  text: string,
  answer: AnswerPart | undefined,
): AnswerNames {
  const diagnoses: string[] = [];
  const treatments: string[] = [];
  for (const line of answer?.lines ?? []) {
    for (const part of text.slice(line.start, line.end).split(/\s*;\s*|\s+or\s+(?=\p{Lu})/u)) {
      const name = cleanName(part);
      if (name === "") continue;
      (isPlan(reader, name) ? treatments : diagnoses).push(name);
    }
  }
  return { start: answer?.start ?? text.length, diagnoses, treatments };
}

/** A plan begins with a verb of doing, or names a treatment before any disease. */
function isPlan(reader: TermReader, name: string): boolean {
  if (IMPERATIVE.test(name)) return true;
  const terms = readTerms(reader, name);
  const plan = findPlanPhrases(reader.vocabulary, name, terms).find((phrase) => phrase.kind === "treatment");
  const disease = terms.find((term) => isHead(reader.vocabulary, term.stem));
  return plan !== undefined && (disease === undefined || plan.end < disease.start);
}
