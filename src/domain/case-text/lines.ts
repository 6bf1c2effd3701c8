/**
 * Which lines of a note belong together. A line break closes what stands before it, except where the note was
 * wrapped at a column or the line stops on a word that cannot be the last one.
 */

/** A stretch of the text, end exclusive, in UTF-16 code units. */
export type Stretch = { readonly start: number; readonly end: number };

type WrapColumn = number | undefined;

/** Lines joined where a break is only a wrap; blank lines are in no block. */
export function readBlocks(text: string): readonly Stretch[] {
  const lines = readLines(text);
  const column = findWrapColumn(lines);
  const blocks: { start: number; end: number }[] = [];
  let last: Stretch | undefined;
  for (const line of lines) {
    const open = blocks.at(-1);
    if (line.start === line.end) {
      last = undefined;
      continue;
    }
    if (open !== undefined && last !== undefined && isWrapped(text, last, line, column)) open.end = line.end;
    else blocks.push({ start: line.start, end: line.end });
    last = line;
  }
  return blocks;
}

/** Every line without its break and without space around it; a blank line is an empty stretch. */
export function readLines(text: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  const pattern = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
  let start = 0;
  for (const match of text.matchAll(pattern)) {
    lines.push(trimStretch(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(trimStretch(text, start, text.length));
  return lines;
}

/** The stretch without white space at its ends. */
export function trimStretch(text: string, start: number, end: number): Stretch {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const NARROWEST = 50;
const WIDEST = 132;

/** A note counts as wrapped when its longest line is no wider than a page and many lines come close to it. */
function findWrapColumn(lines: readonly Stretch[]): WrapColumn {
  let column = 0;
  let filled = 0;
  for (const { start, end } of lines) column = Math.max(column, end - start);
  if (column < NARROWEST || column > WIDEST) return undefined;
  for (const { start, end } of lines) filled += end - start >= column * 0.8 ? 1 : 0;
  const written = lines.filter(({ start, end }) => end > start).length;
  return filled >= 3 && filled * 3 >= written ? column : undefined;
}

const DANGLING =
  /(?:^|\s)(?:and|or|of|the|a|an|with|without|for|to|by|from|is|are|was|were|at|in|on|than|his|her|their|her|y|de|la|el|und|der|die|et|le|les|des|(?:dr|mr|mrs|ms|prof|vs)\.)$|,$/i;

function isWrapped(text: string, line: Stretch, next: Stretch, column: WrapColumn): boolean {
  const tail = text.slice(Math.max(line.start, line.end - 24), line.end);
  const head = text.slice(next.start, Math.min(next.end, next.start + 200));
  if (tail.endsWith(":") || LIST_MARKER.test(head) || isHeading(head, tail)) return false;
  if (DANGLING.test(tail) || runsOn(line, tail, head)) return true;
  if (column === undefined) return false;
  const firstWord = /^\S*/.exec(head)?.[0] ?? "";
  return line.end - line.start + 1 + firstWord.length > column;
}

/** A long line that stops without a mark and goes on in lower case; short lines may be a list or a table. */
function runsOn(line: Stretch, tail: string, head: string): boolean {
  if (line.end - line.start < 40 || !/[\p{L}\p{N},)%]$/u.test(tail)) return false;
  return /^\p{Ll}+(?=[\s,.;)]|$)/u.test(head) && !TELEGRAPHIC.test(head);
}

/** How a sentence opens in a note without capitals. */
export const TELEGRAPHIC = /^(?:no|denies|reports|endorses|states|pt|patient|neg|pos|negative|positive)\s/;

function isHeading(head: string, before: string): boolean {
  if (/^\p{Lu}[^.!?]{0,60}:$/u.test(head)) return true;
  return /\p{Lu}{2}/u.test(head) && !/\p{Ll}/u.test(head) && /\p{Ll}/u.test(before);
}

/** What opens a list item: bullets, dashes, "1.", "2)", "(3)", "b)", "##". It stays outside the sentence. */
export const LIST_MARKER =
  /^(?:[•·▪◦‣●○■□➢✓]\s*|[*+>]\s+|#{1,6}\s+|[-–—]+(?:\s+|(?=\p{L}|\*\*))|\(?\d{1,2}[.)]\s+|\(?[a-zA-Z]\)\s+)/u;
