/**
 * One possible finding of the case, and what the case says of it.
 */
import type { Citation, Polarity } from "../../argument/graph.ts";
import { readPolarity } from "../../case-text/polarity.ts";

/** A stretch of the case that a finding can quote. */
export type CaseItem = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly citations: readonly Citation[];
  /** The sentence it stands in, and where: its polarity is read when it is cited. */
  readonly sentence: string;
  readonly at: number;
  readonly size: number;
  /** Of a value it follows from the number, not from the words around it. */
  readonly polarity?: Polarity;
};

/** What the case says of an item; a negation inside it ("no fever") is read at its last word. */
export function itemPolarity({ sentence, at, text, polarity }: CaseItem): Polarity {
  if (polarity !== undefined) return polarity;
  const end = at + text.length;
  return readPolarity(sentence, Math.max(at, sentence.lastIndexOf(" ", end - 1) + 1), end).polarity;
}
