/**
 * Which item of the case bears out each derived label (clinical foundation 4.3a rule 4). A value that bears a label out
 * shares the item it stands in, so that one fact stays one finding; any other gets an item of its own.
 */
import { deriveLabel, readCaseValues } from "../../case-text/derived-labels.ts";
import type { Derivation } from "../../case-text/derived-labels.ts";
import { DERIVED_LABELS } from "../../case-text/derived-labels-table.ts";
import type { LabelId } from "../../case-text/derived-labels-table.ts";
import type { Quantity } from "../../case-text/quantities.ts";
import type { Sentence } from "../../case-text/sentences.ts";
import { itemPolarity } from "./case-items.ts";
import type { CaseItem } from "./case-items.ts";

/** The item of a label, and whether its value bears the label out or shows it normal. */
export type DerivedItem = { readonly item: number; readonly holds: boolean };

type DerivedItems = {
  /** Items to stand behind the given ones. */
  readonly added: readonly CaseItem[];
  readonly byLabel: ReadonlyMap<LabelId, DerivedItem>;
};

/** Asks every label of the case once. */
export function deriveItems(
  caseText: string,
  sentences: readonly Sentence[],
  items: readonly CaseItem[],
): DerivedItems {
  const values = readCaseValues(caseText, sentences);
  const added: CaseItem[] = [];
  const byLabel = new Map<LabelId, DerivedItem>();
  if (values.quantities.length === 0) return { added, byLabel };
  for (const { id } of DERIVED_LABELS) {
    const derivation = deriveLabel(values, id);
    if (derivation === undefined) continue;
    const shared = derivation.holds ? findItem(items, derivation.values) : -1;
    byLabel.set(id, { item: shared < 0 ? items.length + added.length : shared, holds: derivation.holds });
    if (shared < 0) added.push(toItem(caseText, sentences, derivation));
  }
  return { added, byLabel };
}

/** The item that holds name and value and says that it is so. */
function findItem(items: readonly CaseItem[], values: readonly Quantity[]): number {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) return -1;
  const at = items.findIndex((item) => item.start <= value.nameStart && value.end <= item.end);
  const item = items[at];
  return item !== undefined && itemPolarity(item) === "present" ? at : -1;
}

function toItem(caseText: string, sentences: readonly Sentence[], { values, holds }: Derivation): CaseItem {
  const ordered = values.toSorted((a, b) => a.start - b.start);
  const spans = ordered.map((value) => quoteSpan(caseText, value));
  const quotes = spans.map(([start, end]) => caseText.slice(start, end));
  return {
    start: spans[0]?.[0] ?? 0,
    end: spans.at(-1)?.[1] ?? 0,
    text: quotes.join("; "),
    citations: spans.map((span) => ({
      sentence: sentences.findLast((sentence) => sentence.start <= span[0])?.id ?? "",
      span,
    })),
    sentence: "",
    at: 0,
    size: quotes.length,
    polarity: holds ? "present" : "normal",
  };
}

/** From the name to the value, with the bracket that closes one opened between them. */
function quoteSpan(caseText: string, { nameStart, end }: Quantity): readonly [start: number, end: number] {
  const isOpen = /\([^)]*$/u.test(caseText.slice(nameStart, end));
  return [nameStart, isOpen && caseText.charAt(end) === ")" ? end + 1 : end];
}
