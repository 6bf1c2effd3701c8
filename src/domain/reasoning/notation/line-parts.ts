/**
 * Cuts one line into its parts without judging them: the tokens of the head, the text after the colon, the fields
 * behind the bars. One pass, no recursion: a million open brackets cost a million steps.
 */
import type { Citation } from "../../argument/graph.ts";
import { isBlank, splitUnescaped, trimBlanks, unescapeText } from "./escapes.ts";

export type HeadToken =
  | { readonly type: "word"; readonly text: string; readonly quoted: boolean }
  | { readonly type: "citations"; readonly citations: readonly Citation[] };

export type LineParts = {
  readonly head: readonly HeadToken[];
  /** Still escaped; absent where the line has no colon. */
  readonly text: string | undefined;
  /** The pieces behind the bars, still escaped. */
  readonly tail: readonly string[];
};

const BULLET = /^[-*•] /;
const SPAN = /^(.*)@(\d{1,15})-(\d{1,15})$/s;

/** The parts of a line, or undefined where a quote or a bracket in its head never closes. */
export function cutLine(line: string): LineParts | undefined {
  const written = trimBlanks(line).replace(BULLET, "");
  const head: HeadToken[] = [];
  let at = 0;
  while (at < written.length) {
    const character = written[at];
    if (character === ":" || character === "|") break;
    if (isBlank(character)) {
      at += 1;
      continue;
    }
    const end = character === "[" ? bracketEnd(written, at) : wordEnd(written, at);
    if (end === undefined) return undefined;
    head.push(readToken(written.slice(at, end)));
    at = end;
  }
  return { head, ...cutBody(written, at) };
}

function cutBody(written: string, at: number): Pick<LineParts, "text" | "tail"> {
  if (at >= written.length) return { text: undefined, tail: [] };
  const [first = "", ...rest] = splitUnescaped(written.slice(at + 1), "|");
  return written[at] === ":"
    ? { text: trimBlanks(first), tail: rest.map(trimBlanks) }
    : { text: undefined, tail: [first, ...rest].map(trimBlanks) };
}

function quoteEnd(written: string, start: number): number | undefined {
  for (let at = start + 1; at < written.length; at += 1) {
    if (written[at] === "\\") at += 1;
    else if (written[at] === '"') return at + 1;
  }
  return undefined;
}

function wordEnd(written: string, start: number): number | undefined {
  if (written[start] === '"') return quoteEnd(written, start);
  let at = start;
  while (at < written.length && !isWordBreak(written[at])) at += 1;
  return at;
}

function isWordBreak(character: string | undefined): boolean {
  return (
    isBlank(character) || character === ":" || character === "|" || character === "[" || character === '"'
  );
}

function bracketEnd(written: string, start: number): number | undefined {
  let at = start + 1;
  while (at < written.length) {
    if (written[at] === "]") return at + 1;
    const next = written[at] === '"' ? quoteEnd(written, at) : at + 1;
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

function readToken(written: string): HeadToken {
  if (written.startsWith("[")) {
    return { type: "citations", citations: readCitations(written.slice(1, -1)) };
  }
  const { text, quoted } = readId(written);
  return { type: "word", text, quoted };
}

/** An id as `writeId` spells it. */
export function readId(written: string): { readonly text: string; readonly quoted: boolean } {
  const quoted = written.length > 1 && written.startsWith('"') && written.endsWith('"');
  return { text: quoted ? unescapeText(written.slice(1, -1)) : written, quoted };
}

/** The ids of a list, quoted ones kept whole. */
export function splitIds(written: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let at = 0;
  while (at <= written.length) {
    const character = written[at];
    if (character === '"') at = (quoteEnd(written, at) ?? written.length) - 1;
    else if (character === undefined || character === "," || isBlank(character)) {
      if (at > start) pieces.push(written.slice(start, at));
      start = at + 1;
    }
    at += 1;
  }
  return pieces;
}

/** What stands between the brackets of a citation. */
export function readCitations(inside: string): readonly Citation[] {
  return splitIds(inside).map((piece) => {
    const [, sentence, start, end] = SPAN.exec(piece) ?? [];
    if (sentence === undefined) return { sentence: readId(piece).text };
    return { sentence: readId(sentence).text, span: [Number(start), Number(end)] };
  });
}
