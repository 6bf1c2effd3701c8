/**
 * What each line of a note is for a reader: a heading, a row of a table, a ruled line, or words. Made for what is typed
 * into or copied out of hospital systems: capitals, underlined titles, pipes, tabs, and columns of spaces.
 */
import { readLines } from "./lines.ts";
import type { Stretch } from "./lines.ts";
import { cutCells, readDelimiter } from "./table-cells.ts";
import type { Delimiter } from "./table-cells.ts";

/** Rows under each other with the same delimiter; one value for all of them. */
export type NoteTable = {
  readonly delimiter: Delimiter;
  /** The characters that each column needs, narrowed to what can be read side by side. */
  readonly widths: readonly number[];
};

export type NoteLine = Stretch & {
  readonly look: "blank" | "rule" | "heading" | "prose";
  /** Present on the rows of a table. */
  readonly table?: NoteTable;
};

/** Every line, without the space around it. */
export function readNoteLines(text: string): readonly NoteLine[] {
  const lines = readLines(text);
  const words = Array.from(lines, ({ start, end }) => text.slice(start, Math.min(end, start + LONGEST)));
  const hasSmallLetters = /\p{Ll}/u.test(text);
  const tables = findTables(words);
  return lines.map((line, index): NoteLine => {
    const table = tables.get(index);
    if (table !== undefined) return { ...line, look: "prose", table };
    return { ...line, look: lookOf(words, index, hasSmallLetters) };
  });
}

/** No heading and no row that can be read in columns is longer. */
const LONGEST = 400;

function lookOf(words: readonly string[], index: number, hasSmallLetters: boolean): NoteLine["look"] {
  const line = words[index] ?? "";
  if (line === "") return "blank";
  if (!/[\p{L}\p{N}]/u.test(line)) return "rule";
  return isHeading(words, index, hasSmallLetters) ? "heading" : "prose";
}

const UNDERLINE = /^(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,})$/;
const LONGEST_HEADING = 60;

function isHeading(words: readonly string[], index: number, hasSmallLetters: boolean): boolean {
  const line = words[index] ?? "";
  if (/^#{1,6}\s+\S/.test(line)) return true;
  if (line.length > LONGEST_HEADING || !/\p{L}/u.test(line)) return false;
  const [before, next] = [words[index - 1] ?? "", words[index + 1] ?? ""];
  if (before === "" && UNDERLINE.test(next)) return true;
  if (/^(\*\*|__)[^*_]+\1:?$/.test(line)) return true;
  if (/^\p{L}[^.!?;|\t]*:$/u.test(line)) return true;
  if (!hasSmallLetters || !isCapitals(line) || isCapitals(next)) return false;
  // "NAD" under an examination is a finding, "PMH" after an empty line a title.
  return before === "" || line.replaceAll(/\P{L}/gu, "").length > 3;
}

function isCapitals(line: string): boolean {
  return /^\p{Lu}[\p{Lu} ,/&()'’-]+$/u.test(line) && /\p{Lu}{2}/u.test(line);
}

/** The tables of a note, by the lines that are their rows. A ruled line inside a table parts nothing. */
function findTables(words: readonly string[]): ReadonlyMap<number, NoteTable> {
  const tables = new Map<number, NoteTable>();
  for (let index = 0; index < words.length;) {
    const delimiter = readDelimiter(words[index] ?? "");
    if (delimiter === undefined) {
      index += 1;
      continue;
    }
    const rows = readRun(words, index, delimiter);
    const widths = readWidths(words, rows, delimiter);
    const isTable = rows.length > 1 || (delimiter === "tab" && widths.length > 2);
    const table: NoteTable = { delimiter, widths };
    if (isTable && widths.length <= MOST_COLUMNS) for (const row of rows) tables.set(row, table);
    index = (rows.at(-1) ?? index) + 1;
  }
  return tables;
}

const MOST_COLUMNS = 12;

function readRun(words: readonly string[], from: number, delimiter: Delimiter): readonly number[] {
  const rows: number[] = [];
  const cells = cutCells(words[from] ?? "", delimiter).length;
  for (let index = from; index < words.length; index += 1) {
    const line = words[index] ?? "";
    if (line === "") break;
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    if (readDelimiter(line) !== delimiter) break;
    // Columns of spaces are only believed where they are the same all the way down.
    if (delimiter === "spaces" && cutCells(line, delimiter).length !== cells) break;
    rows.push(index);
  }
  return rows;
}

const NARROWEST = 6;
const WIDEST = 32;

function readWidths(
  words: readonly string[],
  rows: readonly number[],
  delimiter: Delimiter,
): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    const line = words[row] ?? "";
    for (const [column, { start, end }] of cutCells(line, delimiter).entries()) {
      const width = Math.min(WIDEST, Math.max(NARROWEST, line.slice(start, end).trim().length));
      widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return widths;
}
