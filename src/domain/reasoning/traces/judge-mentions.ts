/**
 * What a sentence says about each diagnosis it names: which cue governs it, and which of the cited findings belong
 * to the same part of the sentence.
 */
import type { CueSign } from "./cue-words.ts";
import type { FindingHit } from "./case-index.ts";
import { findGoverningCue } from "./cues.ts";
import type { CueHit } from "./cues.ts";
import { clauseAt, isListHead } from "./trace-sentences.ts";
import type { ReadSentence } from "./trace-sentences.ts";
import type { Mention } from "./mentions.ts";

export type Judgement = {
  readonly hypothesis: number;
  readonly sign: CueSign;
  readonly weight: number;
  /** Items of the case that the sentence ties to it. */
  readonly items: readonly number[];
};

export type Judgements = {
  readonly judgements: readonly Judgement[];
  /** The sentence interprets something, though it judges no hypothesis. */
  readonly isGeneral: boolean;
};

/** A diagnosis named beside findings without a cue of its own: design choice, the weakest tie. */
const BESIDE_WEIGHT = 0.15;

/** Judges every mention of a sentence; one judgement for each hypothesis and sign. */
export function judgeMentions(
  sentence: ReadSentence,
  mentions: readonly Mention[],
  hits: readonly FindingHit[],
  text: string,
): Judgements {
  const best = new Map<string, Judgement>();
  const isQuestion = text.slice(sentence.start, sentence.end).trimEnd().endsWith("?");
  for (const mention of mentions) {
    const isHead = isListHead(sentence, mention, text);
    const cue = findCue(sentence, mention) ?? (isHead ? firstCue(sentence) : undefined);
    const items = tiedItems(sentence, mention, hits, cue);
    if (cue === undefined && items.length === 0 && !isHead) continue;
    const weight = Math.min(cue?.weight ?? BESIDE_WEIGHT, isQuestion ? BESIDE_WEIGHT : 1);
    const judgement = { hypothesis: mention.hypothesis, sign: cue?.sign ?? "support", weight, items };
    const key = `${mention.hypothesis} ${judgement.sign}`;
    const before = best.get(key);
    if (before === undefined || before.weight < weight) {
      best.set(key, { ...judgement, items: [...new Set([...items, ...(before?.items ?? [])])] });
    }
  }
  return { judgements: [...best.values()], isGeneral: isInterpreting(sentence) };
}

/** What a sentence without a name of its own says about the diagnosis that was being discussed. */
export function judgeTopic(
  sentence: ReadSentence,
  topic: number,
  hits: readonly FindingHit[],
  isHead: boolean,
): Judgement | undefined {
  const cues = sentence.clauses.flatMap((clause) => clause.cues);
  const cue = cues.find((each) => each.side === "before") ?? (isHead ? cues[0] : undefined);
  if (cue === undefined) return undefined;
  return { hypothesis: topic, sign: cue.sign, weight: cue.weight, items: hits.map((hit) => hit.item) };
}

function isInterpreting(sentence: ReadSentence): boolean {
  return sentence.clauses.some((clause) => clause.cues.some((cue) => cue.weight >= 0.3));
}

function findCue(sentence: ReadSentence, mention: Mention): CueHit | undefined {
  const clause = clauseAt(sentence, mention.start);
  return clause === undefined ? undefined : findGoverningCue(clause, mention.start, mention.end);
}

function firstCue(sentence: ReadSentence): CueHit | undefined {
  return sentence.clauses.flatMap((clause) => clause.cues).find((cue) => !cue.opensExamples);
}

/** Findings in the clause of the mention; where it has none, those of the sentence up to it. */
function tiedItems(
  sentence: ReadSentence,
  mention: Mention,
  hits: readonly FindingHit[],
  cue: CueHit | undefined,
): readonly number[] {
  const clause = clauseAt(sentence, mention.start);
  const near = hits.filter(
    (hit) => clause !== undefined && hit.start >= clause.start && hit.start < clause.end,
  );
  if (near.length > 0 || cue === undefined) return near.map((hit) => hit.item);
  return hits.filter((hit) => hit.start < mention.start).map((hit) => hit.item);
}
