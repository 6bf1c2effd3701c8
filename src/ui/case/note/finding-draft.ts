/** A finding that is being written, and the step and link that come of it. */
import type { ArgumentEdge, Citation, FindingNode, NodeKind } from "../../../domain/argument/graph.ts";
import { whyIllegal } from "../../../domain/argument/legal-moves.ts";
import { locateQuote } from "../../../domain/case-text/locate-quote.ts";
import { readPolarity } from "../../../domain/case-text/polarity.ts";
import { readSearchText } from "../../../domain/case-text/search-text.ts";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { PickedWords } from "./note-light.ts";

/** What a link counts for, by the word for it; a clinician gives words, not decimals. */
export const WEIGHTS = [
  { id: "slight", weight: 0.2 },
  { id: "moderate", weight: 0.5 },
  { id: "strong", weight: 0.8 },
] as const;

export type FindingFields = {
  readonly words: string;
  readonly polarity: "present" | "absent";
  readonly critical: boolean;
  /** Empty: it bears on nothing yet. */
  readonly target: string;
  readonly way: "supports" | "attacks";
  readonly weight: (typeof WEIGHTS)[number]["id"];
};

/** A longer sentence says more than one thing. */
const LONGEST_WORDS = 80;

/** What the form begins with: the words that were picked, read as the sentence has them. */
export function readFields(sentence: Sentence, picked: PickedWords | undefined): FindingFields {
  const { start, text } = sentence;
  const [from, to] = picked === undefined ? [0, text.length] : [picked.start - start, picked.end - start];
  const words = picked === undefined && text.length > LONGEST_WORDS ? "" : text.slice(from, to);
  // Of a whole sentence the last word is asked about: what a denial covers, it covers to the end.
  const last = picked === undefined ? text.trimEnd().search(/[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u) : from;
  const { polarity } = readPolarity(text, Math.max(0, last), to);
  return {
    words: words.replaceAll(/\s+/g, " ").replace(/[.;]$/, ""),
    polarity: polarity === "absent" ? "absent" : "present",
    critical: false,
    target: "",
    way: "supports",
    weight: "moderate",
  };
}

/** Whether a finding may speak for or against a step of this kind. */
export function canBearOn(kind: NodeKind, way: FindingFields["way"]): boolean {
  if (kind === "knowledge" || kind === "calculation") return false;
  return whyIllegal(way === "supports" ? "supports" : "rebut", "finding", kind) === undefined;
}

export type FindingDraftParts = {
  readonly fields: FindingFields;
  readonly sentence: Sentence;
  readonly picked: PickedWords | undefined;
  readonly newId: () => string;
};

/** It cites the picked words; without any, its own words where the sentence holds them, else the sentence. */
export function draftFinding({ fields, sentence, picked, newId }: FindingDraftParts): {
  readonly node: FindingNode;
  readonly edges: readonly ArgumentEdge[];
} {
  const { polarity, critical, target, way } = fields;
  const id = newId();
  const text = fields.words.trim();
  const citation: Citation =
    picked === undefined
      ? citationIn(sentence, text)
      : { sentence: sentence.id, span: [picked.start, picked.end] };
  const node: FindingNode = {
    id,
    kind: "finding",
    text,
    citations: [citation],
    attribution: "human",
    origin: "human",
    polarity,
    critical,
  };
  if (target === "") return { node, edges: [] };
  const weight = WEIGHTS.find((one) => one.id === fields.weight)?.weight ?? 0.5;
  const link = { id: newId(), from: id, to: target, weight };
  const edge: ArgumentEdge =
    way === "supports" ? { ...link, kind: "supports" } : { ...link, kind: "attacks", attack: "rebut" };
  return { node, edges: [edge] };
}

/** The sentence as a citation, with the place of these words where it holds them as they are. */
export function citationIn({ id, start, text }: Sentence, words: string): Citation {
  const found = locateQuote(readSearchText(text), words);
  if (found?.rule !== "exact") return { sentence: id };
  return { sentence: id, span: [start + found.start, start + found.end] };
}
