/**
 * The case text as findable items: each list item, comma part or conjunct of a sentence is one possible finding.
 * A phrase of the trace is located by its words (clinical foundation 4.3a rules 1 to 3): all of them, grammar and framing
 * words left out and synonyms folded, inside one item. Values that bear out labels (rule 4) are items as well.
 */
import type { LabelId } from "../../case-text/derived-labels-table.ts";
import { readSentences } from "../../case-text/sentences.ts";
import type { CaseItem } from "./case-items.ts";
import { deriveItems } from "./derived-items.ts";
import type { DerivedItem } from "./derived-items.ts";
import { isFraming, readTerms } from "./terms.ts";
import type { Term, TermReader } from "./terms.ts";

export type CaseIndex = {
  readonly items: readonly CaseItem[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** The item whose value bears a label out or shows it normal. */
  readonly byLabel: ReadonlyMap<LabelId, DerivedItem>;
};

const ITEM_CUT =
  /[,;()\n\r•]|\.\s|:[*_]*\s|\s(?:and|with|but|or|without|while|which|showing|revealing|revealed|showed)\s/giu;
const LABEL =
  /\b(?:history|information|complaint|examination|exam|tests?|demographics|allerg\w+|events?|findings?|results?|imaging|laborator\w+|labs?|course|illness|summary|background|presentation|work|studies|diagnos\w+)\b/iu;
const MOST_POSTINGS = 48;

/** Reads the case once; linear in its length. */
export function createCaseIndex(reader: TermReader, caseText: string): CaseIndex {
  const items: CaseItem[] = [];
  const byStem = new Map<string, number[]>();
  const sentences = readSentences(caseText);
  for (const sentence of sentences) {
    for (const stretch of cutItems(sentence.text)) {
      const start = sentence.start + stretch.start;
      const end = sentence.start + stretch.end;
      const terms = readTerms(reader, caseText, start, end);
      if (terms.every((term) => isFraming(reader, term))) continue;
      for (const stem of new Set(terms.map((term) => term.stem))) addPosting(byStem, stem, items.length);
      const text = caseText.slice(start, end);
      items.push({
        start,
        end,
        text,
        citations: [{ sentence: sentence.id, span: [start, end] }],
        sentence: sentence.text,
        at: stretch.start,
        size: terms.length,
      });
    }
  }
  const derived = deriveItems(caseText, sentences, items);
  return { items: [...items, ...derived.added], byStem, byLabel: derived.byLabel };
}

function addPosting(byStem: Map<string, number[]>, stem: string, item: number): void {
  const list = byStem.get(stem);
  if (list === undefined) byStem.set(stem, [item]);
  else if (list.length < MOST_POSTINGS) list.push(item);
}

/** "Neutrophils: 80 %" is one item, "Family history: none" is a label and an item. */
function cutItems(sentence: string): readonly { readonly start: number; readonly end: number }[] {
  const items: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  const keep = (end: number): void => {
    const text = sentence.slice(start, end);
    const from = start + (/^[\s*\-–_]*/u.exec(text)?.[0].length ?? 0);
    const to = from + sentence.slice(from, end).replace(/[\s*.:_]+$/u, "").length;
    if (to > from) items.push({ start: from, end: to });
  };
  for (const match of sentence.matchAll(ITEM_CUT)) {
    const end = match.index;
    if (match[0].startsWith(":") && !isLabel(sentence.slice(start, end))) continue;
    if (!match[0].startsWith(":")) keep(end);
    start = end + match[0].length;
  }
  keep(sentence.length);
  return items;
}

function isLabel(text: string): boolean {
  return text.length < 50 && (LABEL.test(text) || text.includes("**"));
}

/** A phrase of the trace and the item it was located in. */
export type FindingHit = { readonly start: number; readonly end: number; readonly item: number };

/** Locates the phrases of one sentence: each longest run of words that one item holds. */
export function locateFindings(
  reader: TermReader,
  index: CaseIndex,
  terms: readonly Term[],
): readonly FindingHit[] {
  const hits: FindingHit[] = [];
  const telling = terms.filter((term) => !isFraming(reader, term) && index.byStem.has(term.stem));
  for (let at = 0; at < telling.length;) {
    const run = readRun(index, telling, at);
    const first = telling[at];
    const last = telling[at + run.length - 1];
    if (first !== undefined && last !== undefined && isEnough(index, telling.slice(at, at + run.length))) {
      hits.push({ start: first.start, end: last.end, item: bestItem(index, run.items) });
    }
    at += run.length;
  }
  return hits;
}

const WIDEST_GAP = 60;

function readRun(
  index: CaseIndex,
  terms: readonly Term[],
  at: number,
): { readonly length: number; readonly items: readonly number[] } {
  let items = index.byStem.get(terms[at]?.stem ?? "") ?? [];
  let length = 1;
  for (;;) {
    const last = terms[at + length - 1];
    const next = terms[at + length];
    if (last === undefined || next === undefined || next.opensPhrase || next.start - last.end > WIDEST_GAP)
      break;
    const nextItems = new Set(index.byStem.get(next.stem));
    const both = items.filter((item) => nextItems.has(item));
    if (both.length === 0) break;
    items = both;
    length += 1;
  }
  return { length, items };
}

/** One word is enough when it is rare in the case and no bare number. */
function isEnough(index: CaseIndex, run: readonly Term[]): boolean {
  const [first] = run;
  if (first === undefined || run.length > 1) return first !== undefined;
  if (/^\d{1,2}$/u.test(first.stem) || first.stem.length < 3) return false;
  return (index.byStem.get(first.stem)?.length ?? 0) <= 12;
}

/** The item of which the phrase is the largest part; the earliest of equals. */
function bestItem(index: CaseIndex, items: readonly number[]): number {
  let best = items[0] ?? 0;
  for (const item of items) {
    if ((index.items[item]?.size ?? 0) < (index.items[best]?.size ?? 0)) best = item;
  }
  return best;
}
