/**
 * How text and ids are put on a line so that any string survives: a backslash before what has a meaning there,
 * names for line breaks and outer spaces, `\uXXXX` for what no one could see.
 */

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["s", " "],
]);
/** What a backslash may stand before to mean just that character. */
export const ESCAPABLE = '\\|="[]';

/** Invisible or unencodable: controls, line separators, the byte order mark, half a surrogate pair. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;

/** Text as it stands on a line; `special` are the further characters that end it there. */
export function escapeText(text: string, special = ""): string {
  const marked = Array.from(`\\|${special}`).reduce(
    (escaped, character) => escaped.replaceAll(character, `\\${character}`),
    text,
  );
  const visible = marked.replaceAll(HIDDEN, (character) => NAMED.get(character) ?? toCode(character));
  // A reader drops outer spaces, so those that belong to the text are spelled out.
  return visible.replace(/^ +/, (spaces) => "\\s".repeat(spaces.length)).replace(/ $/, "\\s");
}

function toCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Undoes `escapeText`. A backslash that escapes nothing known stays as it is. */
export function unescapeText(written: string): string {
  if (!written.includes("\\")) return written;
  return written.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|(.))/gs,
    (whole, code: string | undefined, mark: string) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return BY_NAME.get(mark) ?? (ESCAPABLE.includes(mark) ? mark : whole);
    },
  );
}

/** Begins with a letter or digit, so that no id looks like the dash of a list. */
const BARE_ID = /^[A-Za-z0-9_][A-Za-z0-9_>.-]*$/;

/** An id as it stands on a line: bare where it can be, quoted otherwise. */
export function writeId(id: string): string {
  return BARE_ID.test(id) ? id : `"${escapeText(id, '"')}"`;
}

/** Cuts `written` at every unescaped `mark`. */
export function splitUnescaped(written: string, mark: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === "\\") at += 1;
    else if (written[at] === mark) {
      pieces.push(written.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(written.slice(start));
  return pieces;
}

/** Drops the spaces and tabs around a piece of a line; nothing else counts as space here. */
export function trimBlanks(written: string): string {
  let start = 0;
  let end = written.length;
  while (start < end && isBlank(written[start])) start += 1;
  while (end > start && isBlank(written[end - 1])) end -= 1;
  return written.slice(start, end);
}

/** A space or a tab. */
export function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
