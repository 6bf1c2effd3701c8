/**
 * Finds the cues of a sentence and decides which one governs a diagnosis named in it.
 */
import { CUES, NEGATION, TERMINATOR } from "./cue-words.ts";
import type { CueSide, CueSign } from "./cue-words.ts";

/** A cue at its place in the text; `weight` and `sign` with a negation before it already applied. */
export type CueHit = {
  readonly start: number;
  readonly end: number;
  readonly side: CueSide;
  readonly sign: CueSign;
  readonly weight: number;
  readonly opensExamples: boolean;
};

/** A part of a sentence that no "but" divides, with its cues. */
export type Clause = { readonly start: number; readonly end: number; readonly cues: readonly CueHit[] };

/** All cues as one expression with a group for each row, made once for a trace. */
export type CueReader = { readonly pattern: RegExp };

/** Prepares the cue list. */
export function createCueReader(): CueReader {
  const rows = CUES.map((cue) => `(${cue.pattern})`).join("|");
  return { pattern: new RegExp(`\\b(?:${rows})(?![a-z])`, "gi") };
}

/** The clauses of text[start, end), which is one sentence. */
export function readClauses(reader: CueReader, text: string, start: number, end: number): readonly Clause[] {
  const sentence = text.slice(start, end);
  const bounds = [0];
  for (const match of sentence.matchAll(TERMINATOR)) {
    bounds.push(match.index);
    // "Although A, B": what opens with the terminator ends at the comma after it.
    const comma = sentence.indexOf(", ", match.index);
    if (comma > 0 && sentence.slice(0, match.index).trim() === "") bounds.push(comma);
  }
  bounds.push(sentence.length);
  const hits = findCues(reader, sentence);
  const clauses: Clause[] = [];
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1];
    if (to === undefined || to <= from) continue;
    const cues = hits
      .filter((hit) => hit.start >= from && hit.start < to)
      .map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start }));
    clauses.push({ start: start + from, end: start + to, cues });
  }
  return clauses;
}

/** From left to right, the earlier row where two begin at one place; what a cue has taken no other can. */
function findCues({ pattern }: CueReader, sentence: string): readonly CueHit[] {
  const hits: CueHit[] = [];
  for (const match of sentence.matchAll(pattern)) {
    const cue = CUES[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
    if (cue === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const { side, opensExamples = false } = cue;
    const isNegated = NEGATION.test(sentence.slice(Math.max(0, start - 40), start));
    hits.push({ start, end, side, opensExamples, ...applyNegation(cue.sign, cue.weight, isNegated) });
  }
  return hits;
}

function applyNegation(
  sign: CueSign,
  weight: number,
  isNegated: boolean,
): { readonly sign: CueSign; readonly weight: number } {
  if (!isNegated) return { sign, weight };
  // "not excluded" keeps a diagnosis alive without speaking for it; "does not suggest" speaks against it.
  return sign === "attack"
    ? { sign: "support", weight: 0.15 }
    : { sign: "attack", weight: Math.min(weight, 0.5) };
}

/** The cue that speaks about what stands at [start, end): the nearest; past "such as" to what governs the whole. */
export function findGoverningCue(clause: Clause, start: number, end: number): CueHit | undefined {
  const nearest = nearestCue(clause.cues, start, end);
  if (nearest === undefined || !nearest.opensExamples) return nearest;
  const firm = clause.cues.filter((cue) => !cue.opensExamples);
  const verdict = nearestCue(
    firm.filter((cue) => cue.side === "after" || cue.weight >= 0.4),
    start,
    end,
  );
  return verdict ?? nearest;
}

function nearestCue(cues: readonly CueHit[], start: number, end: number): CueHit | undefined {
  let best: CueHit | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    const distance = cue.side === "after" ? start - cue.end : cue.start - end;
    if (distance < -1 || distance >= bestDistance) continue;
    best = cue;
    bestDistance = distance;
  }
  return best;
}
