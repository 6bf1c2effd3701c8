/**
 * Reads whether a sentence affirms, denies, doubts or calls normal what it mentions, whose it is and whether it is past:
 * a NegEx-style walk from each cue to the concept (clinical foundation 4.3c). Text outside the sentence is not read.
 */
import type { Polarity } from "../argument/graph.ts";
import { CLASSES_BY_CUE, LONGEST_CUE } from "./polarity-cues.ts";
import type { CueClass } from "./polarity-cues.ts";

/** What a sentence says about one stretch of it; a doubted concept reads as `unknown`. */
export type ConceptReading = {
  readonly polarity: Polarity;
  readonly person: "patient" | "other";
  readonly isPast: boolean;
};

type Token = { readonly word: string; readonly start: number; readonly end: number };
/** A cue over the tokens [from, to). */
type Cue = { readonly classes: ReadonlySet<CueClass>; readonly from: number; readonly to: number };

/** Further away nothing in a real sentence bears on the concept; keeps a megabyte without a full stop cheap. */
const REACH = 600;

/** Reads the concept at [start, end) of the sentence. */
export function readPolarity(sentence: string, start: number, end: number): ConceptReading {
  const from = Math.max(0, start - REACH);
  const tokens = readTokens(sentence.slice(from, end + REACH));
  const first = tokens.findIndex((token) => token.end + from > start);
  if (first < 0) return { polarity: "present", person: "patient", isPast: false };
  const afterwards = tokens.findIndex((token) => token.start + from >= end);
  const after = Math.max(first + 1, afterwards < 0 ? tokens.length : afterwards);
  const cues = [...readCues(tokens, 0, first), ...readCues(tokens, after, tokens.length)];
  const reaches = (next: CueClass, last: CueClass, span: number, isList: boolean): boolean =>
    cues.some(
      (cue) =>
        (cue.classes.has(next) && cue.to <= first && isClear(tokens, cues, cue.to, first, span, isList)) ||
        (cue.classes.has(last) && cue.from >= after && isClear(tokens, cues, after, cue.from, span, false)),
    );
  return {
    polarity: readSign(reaches),
    person: isOther(tokens, cues, first, after) ? "other" : "patient",
    isPast: reaches("past-next", "past-last", 6, true),
  };
}

type Reaches = (next: CueClass, last: CueClass, span: number, isList: boolean) => boolean;

function readSign(reaches: Reaches): Polarity {
  if (reaches("deny-next", "deny-last", 5, true)) return "absent";
  if (reaches("doubt-next", "doubt-last", 5, true)) return "unknown";
  return reaches("normal-next", "normal-last", 2, false) ? "normal" : "present";
}

function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(
    /[-+]ve\b|\p{L}[\p{L}\p{M}]*(?:[/'’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*|[,;:.!?]/gu,
  )) {
    const word = match[0].toLowerCase().replace("’", "'");
    tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The longest cue at each place, left to right, so that "no change" is not read as "no". */
function readCues(tokens: readonly Token[], start: number, end: number): readonly Cue[] {
  const cues: Cue[] = [];
  let at = start;
  while (at < end) {
    const cue = readCueAt(tokens, at, end);
    if (cue !== undefined) cues.push(cue);
    at = cue?.to ?? at + 1;
  }
  return cues;
}

function readCueAt(tokens: readonly Token[], at: number, end: number): Cue | undefined {
  for (let to = Math.min(end, at + LONGEST_CUE); to > at; to -= 1) {
    const phrase = Array.from(tokens.slice(at, to), (token) => token.word).join(" ");
    const classes = CLASSES_BY_CUE.get(phrase);
    if (classes !== undefined) return { classes, from: at, to };
  }
  return undefined;
}

/** Whether nothing between stops the cue: at most `span` words, begun anew at each item of a list. */
function isClear(
  tokens: readonly Token[],
  cues: readonly Cue[],
  from: number,
  to: number,
  span: number,
  isList: boolean,
): boolean {
  if (cues.some((cue) => cue.classes.has("stop") && cue.from >= from && cue.to <= to)) return false;
  let left = span;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.word ?? "";
    if (/^[;.!?]$/.test(word) || (word === ":" && at > from)) return false;
    const isJoint = /^(?:,|and|or|nor|y|o|und|oder|et|ou)$/.test(word);
    if (isJoint && isList) left = span;
    else if (word === "," && !isList) return false;
    else left -= 1;
    if (left < 0) return false;
  }
  return true;
}

/** The last person named before the concept has it, or one named right after it ("asthma in his mother"). */
function isOther(tokens: readonly Token[], cues: readonly Cue[], first: number, after: number): boolean {
  const named = cues.findLast(
    (cue) => cue.to <= first && (cue.classes.has("relative") || cue.classes.has("patient")),
  );
  if (named?.classes.has("relative") === true) return true;
  return cues.some(
    (cue) =>
      cue.classes.has("relative") &&
      cue.from >= after &&
      /^in (?:(?:his|her|the|their|a) )?(?:maternal |paternal )?$/.test(
        Array.from(tokens.slice(after, cue.from), (token) => `${token.word} `).join(""),
      ),
  );
}
