/**
 * Finds the part of a trace that states its answer and the diagnoses it names. Everything else is reasoning.
 */

/** A stretch of the trace, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number };

export type AnswerPart = {
  readonly start: number;
  readonly end: number;
  /** The lines of the answer that name something, as stretches. */
  readonly lines: readonly Stretch[];
};

const HEADING =
  /^[ \t>]*(?:#{1,6}[ \t]*)?(?:\*\*|__)?[ \t]*(?:step \d+:?[ \t]*)?(?:the[ \t]+)?(?:final|primary|definitive|overall)?[ \t]*(?:answer|diagnosis|diagnoses|final solution|conclusion|diagnosis result|treatment plan|recommended treatment)(?:[ \t]*(?:\*\*|__))?[ \t]*(?:[:：][ \t]*(?:\*\*|__)?[ \t]*|$)/gimu;
const CLOSING =
  /\b(?:final|most likely|primary|definitive|overall|correct) diagnosis (?:is|was|would be)(?: likely| most likely)?:?\s*/giu;
const ANSWER_REACH = 1200;

/** The answer part: after the last answer heading, else after the last closing phrase; none otherwise. */
export function findAnswer(text: string): AnswerPart | undefined {
  const tail = Math.max(0, text.length - 20_000);
  const start = lastHeading(text, tail) ?? lastMatch(text, tail, CLOSING);
  if (start === undefined) return undefined;
  const lines = readAnswerLines(text, start);
  return lines.length === 0 ? undefined : { start, end: text.length, lines };
}

/** A plain heading, or "Final diagnosis: X" on one line; prose that merely starts so is no heading. */
function lastHeading(text: string, tail: number): number | undefined {
  let last: number | undefined;
  for (const match of text.slice(tail).matchAll(HEADING)) {
    const end = tail + match.index + match[0].length;
    if (/[\p{L}\p{N}]/u.test(text.slice(end, end + 400))) last = end;
  }
  return last;
}

function lastMatch(text: string, tail: number, pattern: RegExp): number | undefined {
  let last: number | undefined;
  for (const match of text.slice(tail).matchAll(pattern)) last = tail + match.index + match[0].length;
  return last;
}

const LINE = /[^\r\n]+/gu;
const ITEM = /^\s*(?:[-*•+]\s+|\(?\d{1,2}[.)]\s+)/u;

/** The first paragraph, or every item when the answer is a list. */
function readAnswerLines(text: string, start: number): readonly Stretch[] {
  const lines: Stretch[] = [];
  let isList: boolean | undefined;
  for (const match of text.slice(start, start + ANSWER_REACH).matchAll(LINE)) {
    const [line] = match;
    if (!/\p{L}/u.test(line) || /^\s*(?:```|<)/u.test(line)) continue;
    const marker = ITEM.exec(line)?.[0] ?? "";
    isList ??= marker !== "";
    if ((marker !== "") !== isList || lines.length === 12) break;
    const from = start + match.index + marker.length;
    lines.push({ start: from, end: start + match.index + line.length });
    if (!isList) break;
  }
  return lines;
}
