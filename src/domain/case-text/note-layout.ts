/**
 * How a note is laid out for reading: a row for each sentence, as the heading, list item, table row or prose that it
 * was written as, and one for each ruled line. A pure function of the text and of where its sentences stand, and it
 * changes neither: leads and sentences in order are the text, code unit for code unit, so nothing goes unseen.
 */
import type { Stretch } from "./lines.ts";
import { readNoteLines } from "./note-lines.ts";
import type { NoteLine, NoteTable } from "./note-lines.ts";
import type { CaseText } from "./revisions.ts";
import type { Sentence } from "./sentences.ts";
import { cutCells } from "./table-cells.ts";

export type NoteRow = {
  /** What stands before the words and is in no sentence: line breaks, indents, bullets, numbers, ruled lines. */
  readonly lead: string;
  /** Absent on a row of marks alone. */
  readonly sentence?: Sentence;
  readonly look: "prose" | "heading" | "item" | "table" | "marks";
  /** Steps to the right, from 0 to 3. */
  readonly indent: number;
  readonly opensParagraph: boolean;
  /** Where the label of "Allergies: none known" ends. */
  readonly labelEnd?: number;
  /** Where the cells of a table row stand in the case text, end to end. */
  readonly cells?: readonly Stretch[];
  readonly table?: NoteTable;
};

/** The rows of a revision, in reading order. */
export function layOutNote({ text, sentences }: Pick<CaseText, "text" | "sentences">): readonly NoteRow[] {
  const rows: NoteRow[] = [];
  const findLine = createLineFinder(readNoteLines(text));
  let at = 0;
  for (const sentence of sentences) {
    const gap = cutGap(text.slice(at, sentence.start), false);
    rows.push(...gap.marks.map(toMarksRow), toRow(text, sentence, gap.lead, at === 0, findLine));
    at = sentence.end;
  }
  return [...rows, ...cutGap(text.slice(at), true).marks.map(toMarksRow)];
}

const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Lines of marks in a gap, each with the white space before it, and what is left for the sentence after them. */
function cutGap(gap: string, isEnd: boolean): { readonly marks: readonly string[]; readonly lead: string } {
  const marks: string[] = [];
  let start = 0;
  for (const match of gap.matchAll(BREAK)) {
    if (gap.slice(start, match.index).trim() === "") continue;
    marks.push(gap.slice(start, match.index));
    start = match.index;
  }
  const rest = gap.slice(start);
  if (!isEnd || rest === "") return { marks, lead: rest };
  return { marks: [...marks, rest], lead: "" };
}

function toMarksRow(lead: string): NoteRow {
  return { lead, look: "marks", indent: indentOf(lead), opensParagraph: countBreaks(lead) > 1 };
}

function toRow(
  text: string,
  sentence: Sentence,
  lead: string,
  isFirst: boolean,
  findLine: LineFinder,
): NoteRow {
  const { line, reachesEnd } = findLine(sentence);
  const opensLine = isFirst || countBreaks(lead) > 0;
  const isAlone = opensLine && reachesEnd;
  const base = { lead, sentence, indent: indentOf(lead), opensParagraph: countBreaks(lead) > 1 };
  if (isAlone && line.table !== undefined) {
    const { table } = line;
    return { ...base, look: "table", table, cells: placeCells(sentence, table) };
  }
  if (isAlone && line.look === "heading") return { ...base, look: "heading" };
  if (lead.trim() !== "") return { ...base, look: "item" };
  const labelEnd = opensLine ? findLabelEnd(text, sentence) : undefined;
  return { ...base, look: "prose", ...(labelEnd === undefined ? {} : { labelEnd }) };
}

function placeCells({ start, text }: Sentence, { delimiter }: NoteTable): readonly Stretch[] {
  return cutCells(text, delimiter).map((cell) => ({ start: start + cell.start, end: start + cell.end }));
}

/** "Allergies: none known", but neither a whole clause before a colon nor a time of day. */
const LABEL = /^\p{Lu}[\p{L}/&()'’ -]{0,39}:(?=\s)/u;

function findLabelEnd(text: string, { start, end }: Sentence): number | undefined {
  const label = LABEL.exec(text.slice(start, Math.min(end, start + 42)))?.[0];
  if (label === undefined || label.split(" ").length > 5) return undefined;
  return text.slice(start + label.length, end).trim() === "" ? undefined : start + label.length;
}

function countBreaks(lead: string): number {
  return [...lead.matchAll(BREAK)].length;
}

/** A tab counts as four spaces, and two spaces or more as a step. */
function indentOf(lead: string): number {
  const space = /[ \t\u00a0]*(?=[^\s]|$)/u.exec(lead.slice(lastBreak(lead)))?.[0] ?? "";
  if (countBreaks(lead) === 0) return 0;
  return Math.min(3, Math.floor(space.replaceAll("\t", "    ").length / 2));
}

function lastBreak(lead: string): number {
  const last = [...lead.matchAll(BREAK)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

type LineFinder = (sentence: Sentence) => { readonly line: NoteLine; readonly reachesEnd: boolean };

const NO_LINE: NoteLine = { start: 0, end: 0, look: "prose" };

/** Asked in reading order, it finds the line on which a sentence begins, and whether it ends with that line. */
function createLineFinder(lines: readonly NoteLine[]): LineFinder {
  let index = 0;
  return ({ start, end }) => {
    while ((lines[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    const line = lines[index] ?? NO_LINE;
    return { line, reachesEnd: end === line.end };
  };
}
