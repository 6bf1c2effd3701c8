/** `measure -- polarity`: negation and history read against the hand-labelled sentences of the negex set. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolarity } from "../src/domain/case-text/polarity.ts";
import type { FigureTask, Figures } from "../tools/figures.ts";

type Row = {
  readonly id: string;
  readonly concept: string;
  readonly sentence: string;
  readonly negation: string;
  readonly temporality: string;
  readonly experiencer: string;
};

type Tally = { hit: number; extra: number; missed: number };

function isRow(value: unknown): value is Row {
  return (
    typeof value === "object" &&
    value !== null &&
    ["id", "concept", "sentence", "negation", "temporality", "experiencer"].every(
      (name) => name in value && typeof Object.getOwnPropertyDescriptor(value, name)?.value === "string",
    )
  );
}

function count(tally: Tally, isRead: boolean, isLabelled: boolean): boolean {
  if (isRead && isLabelled) tally.hit += 1;
  else if (isRead) tally.extra += 1;
  else if (isLabelled) tally.missed += 1;
  return isRead === isLabelled;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function score({ hit, extra, missed }: Tally): { precision: number; recall: number; f1: number } {
  return {
    precision: round(hit / Math.max(1, hit + extra)),
    recall: round(hit / Math.max(1, hit + missed)),
    f1: round((2 * hit) / Math.max(1, 2 * hit + extra + missed)),
  };
}

/** The concept is marked in capitals in the sentence; else its first mention counts. */
function findConcept(row: Row): number {
  const marked = row.sentence.indexOf(row.concept.toUpperCase());
  return marked >= 0 ? marked : row.sentence.toLowerCase().indexOf(row.concept.toLowerCase());
}

export const polarityMeasure: FigureTask = {
  id: "polarity",
  about: "Negation, history and experiencer on hand-labelled sentences (set: negex).",
  needsData: true,
  run: async ({ data, limit, miss }): Promise<Figures> => {
    const lines = readFileSync(join(data, "context_sentences.jsonl"), "utf8").trim().split("\n");
    const negation: Tally = { hit: 0, extra: 0, missed: 0 };
    const historical: Tally = { hit: 0, extra: 0, missed: 0 };
    let total = 0;
    let unlocated = 0;
    let experiencerRight = 0;
    for (const line of lines.slice(0, limit)) {
      const row: unknown = JSON.parse(line);
      if (!isRow(row)) continue;
      total += 1;
      const at = findConcept(row);
      if (at < 0) unlocated += 1;
      const read = readPolarity(row.sentence, Math.max(0, at), Math.max(0, at) + row.concept.length);
      const isNegationRight = count(negation, read.polarity === "absent", row.negation === "Negated");
      const isPastRight = count(historical, read.isPast, row.temporality === "Historical");
      if ((read.person === "patient") === (row.experiencer === "Patient")) experiencerRight += 1;
      if (!isNegationRight || !isPastRight) miss({ ...row, at, ...read });
    }
    const { precision, recall, f1 } = score(negation);
    const experiencer_agreement = round(experiencerRight / Math.max(1, total));
    return {
      total,
      unlocated,
      precision,
      recall,
      f1,
      historical_f1: score(historical).f1,
      experiencer_agreement,
    };
  },
};
