/**
 * Cuts a note into numbered sentences with exact offsets. What stands between them (white space, bullets, list
 * numbers, ruled lines) is a gap, so sentences and gaps in order are the text, code unit for code unit.
 * Made for real notes: abbreviations, decimals, lists, headings, wrapped lines; linear in the length of the text.
 */
import { readStop } from "./abbreviations.ts";
import { LIST_MARKER, TELEGRAPHIC, readBlocks, trimStretch } from "./lines.ts";
import type { Stretch } from "./lines.ts";

/** One sentence of the case text: its id, its place (end exclusive, UTF-16 code units) and its words. */
export type Sentence = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** The sentences of a fresh note, numbered `s1` to `sN` in reading order. */
export function readSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of readBlocks(text)) {
    for (const { start, end } of cutBlock(text.slice(block.start, block.end))) {
      const from = block.start + start;
      const to = block.start + end;
      sentences.push({ id: `s${sentences.length + 1}`, start: from, end: to, text: text.slice(from, to) });
    }
  }
  return sentences;
}

const CUT_POINT = /(?<=\s)\(?\d{1,2}[.)]\s|[.!?…。！？؟۔।]+/gu;
const CLOSERS = /^["'”’»)\]}*_]*(?:\[\d{1,3}(?:[-,–] ?\d{1,3})*\])?/;

function cutBlock(block: string): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let start = 0;
  let listNumber: number | undefined;
  const keep = (end: number): void => {
    const piece = trimStretch(block, start, end);
    if (/[\p{L}\p{N}]/u.test(block.slice(piece.start, piece.end))) pieces.push(piece);
  };
  const lead = skipMarkers(block);
  start = lead.end;
  listNumber = lead.number;
  const points = new RegExp(CUT_POINT);
  points.lastIndex = start;
  for (let match = points.exec(block); match !== null; match = points.exec(block)) {
    const [found] = match;
    if (/\d/.test(found)) {
      const number = Number.parseInt(found.replace("(", ""), 10);
      if (isInlineMarker(block, start, match.index, number, listNumber)) {
        keep(match.index);
        start = match.index + found.length;
        listNumber = number;
      } else points.lastIndex = match.index + found.search(/[.)]/);
      continue;
    }
    const end = match.index + found.length;
    const close = findSentenceEnd(block, match.index, end);
    if (close === undefined) continue;
    keep(close);
    start = close;
    points.lastIndex = close;
  }
  keep(block.length);
  return pieces;
}

/** Passes over nested list markers such as "- 1. "; a marker with nothing after it is text. */
function skipMarkers(block: string): { readonly end: number; readonly number: number | undefined } {
  let end = 0;
  let number: number | undefined;
  for (let depth = 0; depth < 4; depth += 1) {
    const marker = LIST_MARKER.exec(block.slice(end, end + 40))?.[0];
    if (marker === undefined || end + marker.length >= block.length) break;
    number = /\d/.test(marker) ? Number.parseInt(marker.replace("(", ""), 10) : number;
    end += marker.length;
  }
  return { end, number };
}

/** "Plan: 1. aspirin 2. statin": a number is a marker when it continues the count, or opens one after a colon. */
function isInlineMarker(
  block: string,
  start: number,
  at: number,
  number: number,
  last: number | undefined,
): boolean {
  if (!/\p{L}/u.test(block.slice(at, at + 12))) return false;
  const before = block.slice(Math.max(start, at - 8), at).trimEnd();
  if (before === "" || before.endsWith(":")) return number === 1 || last !== undefined;
  return last !== undefined && number === last + 1;
}

/** Where the sentence ends when the marks at [mark, end) close one, closing quotes and brackets included. */
function findSentenceEnd(block: string, mark: number, end: number): number | undefined {
  const closers = CLOSERS.exec(block.slice(end, end + 24))?.[0] ?? "";
  const close = end + closers.length;
  const marks = block.slice(mark, end);
  if (/[。！？।]/.test(marks)) return close;
  const rest = block.slice(close, close + 48);
  if (rest === "") return close;
  if (!/^\s/.test(rest)) return isGlued(block, mark, marks, closers, rest) ? close : undefined;
  const next = rest.trimStart().replace(/^["'“‘«([{¿¡*_]+/, "");
  return isClosed(block, mark, marks, closers, next) ? close : undefined;
}

/** "no pain.The patient": a forgotten space, but no "www.Example" and no "e.g.This". */
function isGlued(block: string, mark: number, marks: string, closers: string, rest: string): boolean {
  const before = block.slice(Math.max(0, mark - 24), mark);
  const isWord = /(?:^|[\s,(])\p{Ll}{3,}$|\)$/u.test(before);
  return marks === "." && closers === "" && isWord && /^\p{Lu}\p{Ll}/u.test(rest);
}

function isClosed(block: string, mark: number, marks: string, closers: string, next: string): boolean {
  const startsLower = /^\p{Ll}/u.test(next);
  if (marks.includes("?") || marks.includes("!")) {
    // "? pulmonary embolism" is how a suspicion is written.
    const isSuspicion = marks === "?" && /^$|[\s(]$/.test(block.slice(Math.max(0, mark - 1), mark));
    return !isSuspicion && !(startsLower && /["'”’»)]/.test(closers));
  }
  if (marks.length > 1 || marks === "…") return !startsLower;
  if (marks !== ".") return true;
  const words = block.slice(Math.max(0, mark - 48), mark).split(/[\s("“[]+/);
  const word = (words.at(-1) ?? "").replace(/^[^\p{L}\p{N}]+/u, "");
  const nextWord = /^\p{L}+/u.exec(next)?.[0] ?? "";
  const stop = readStop(word, words.at(-2) ?? "", nextWord);
  if (stop === "leads-on" || stop === "initial") return false;
  if (stop === "plain") return true;
  return (/^[\p{Lu}\p{Lo}]/u.test(next) && !/^\p{L}\.\p{L}\./u.test(next)) || TELEGRAPHIC.test(next);
}
