/** The cells of one line of a table in plain text. */
import type { Stretch } from "./lines.ts";

export type Delimiter = "pipe" | "tab" | "spaces";

/** What parts the cells of this line; undefined where nothing does. */
export function readDelimiter(line: string): Delimiter | undefined {
  if (/[^|]\|[^|]/.test(line.replaceAll(/^\||\|$/g, ""))) return "pipe";
  if (/\S *\t/.test(line)) return "tab";
  return /[^\s.!?] {3,}\S/.test(line) ? "spaces" : undefined;
}

const BETWEEN = {
  pipe: /(?<=[^|])\|(?=[^|])/g,
  tab: /[\t ]*\t[\t ]*/g,
  spaces: / {3,}/g,
} as const satisfies Record<Delimiter, RegExp>;

/** Cells with what parts each from the next at its end, so that together they are the line, end to end. */
export function cutCells(line: string, delimiter: Delimiter): readonly Stretch[] {
  const cells: Stretch[] = [];
  let start = 0;
  for (const match of line.matchAll(BETWEEN[delimiter])) {
    const end = match.index + match[0].length;
    // The first mark of a framed row opens it and parts nothing.
    if (line.slice(start, match.index).trim() === "" && start === 0) continue;
    cells.push({ start, end });
    start = end;
  }
  if (start < line.length || cells.length === 0) cells.push({ start, end: line.length });
  return cells;
}
