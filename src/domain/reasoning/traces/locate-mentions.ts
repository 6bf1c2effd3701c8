/**
 * Locates what one sentence of a trace says of the case, by the rules of clinical foundation 4.3a in their order: the
 * exact words, the words, a synonym, a label that a value bears out. Each hit tells by which rule it was located.
 */
import { findLabels } from "../../case-text/derived-labels.ts";
import type { LabelId } from "../../case-text/derived-labels-table.ts";
import { readPolarity } from "../../case-text/polarity.ts";
import type { Stretch } from "./answer.ts";
import { locateFindings } from "./case-index.ts";
import type { CaseIndex, FindingHit } from "./case-index.ts";
import type { Mention } from "./mentions.ts";
import { isFraming } from "./terms.ts";
import type { TermReader } from "./terms.ts";
import type { ReadSentence } from "./trace-sentences.ts";
import { readWords } from "./words.ts";

/** How a phrase of the trace was found in the case. */
export type LocationRule = "exact" | "words" | "synonym" | "derived";

/** A phrase of the trace, the item it was located in and how. */
export type LocatedHit = FindingHit & { readonly rule: LocationRule; readonly label?: LabelId };

/** The located phrases of a sentence outside the diagnoses it names, in order. */
export function locateMentions(
  reader: TermReader,
  index: CaseIndex,
  text: string,
  sentence: ReadSentence,
  mentions: readonly Mention[],
): readonly LocatedHit[] {
  const free = sentence.terms.filter((term) => !mentions.some((mention) => isOverlap(term, mention)));
  const byWords = locateFindings(reader, index, free).map((hit) => ({
    ...hit,
    rule: ruleOf(reader, index, text.slice(hit.start, hit.end), hit.item),
  }));
  const derived = locateLabels(index, text, sentence, [...mentions, ...byWords]);
  return derived.length === 0 ? byWords : [...byWords, ...derived].toSorted((a, b) => a.start - b.start);
}

function isOverlap(left: Stretch, right: Stretch): boolean {
  return left.start < right.end && right.start < left.end;
}

function ruleOf(reader: TermReader, index: CaseIndex, phrase: string, item: number): LocationRule {
  const quote = index.items[item]?.text ?? "";
  if (normalise(quote).includes(normalise(phrase))) return "exact";
  const stems = new Set(readWords(quote).map((word) => word.stem));
  const isThere = readWords(phrase).every(
    (word) => stems.has(word.stem) || reader.vocabulary.stop.has(word.text) || isFraming(reader, word),
  );
  return isThere ? "words" : "synonym";
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[‐-―−]/gu, "-")
    .replaceAll(/\s+/gu, " ");
}

/** A label is located where its rule holds; where the trace denies it, also where the value is normal. */
function locateLabels(
  index: CaseIndex,
  text: string,
  sentence: ReadSentence,
  taken: readonly Stretch[],
): readonly LocatedHit[] {
  if (index.byLabel.size === 0) return [];
  const words = text.slice(sentence.start, sentence.end);
  const hits: LocatedHit[] = [];
  const asked = new Set<LabelId>();
  for (const { label, start, end, isDenial } of findLabels(words)) {
    const derived = index.byLabel.get(label);
    const at = { start: sentence.start + start, end: sentence.start + end };
    if (derived === undefined || taken.some((stretch) => isOverlap(at, stretch))) continue;
    // Once a sentence: a second mention there says the same, and the polarity costs a walk.
    if (asked.has(label)) continue;
    asked.add(label);
    const reading = readPolarity(words, start, end);
    if (reading.person === "other") continue;
    if (!derived.holds && !isDenial && reading.polarity !== "absent") continue;
    hits.push({ ...at, item: derived.item, rule: "derived", label });
  }
  return hits;
}
