/**
 * Finds where a note names a quantity of the lexicon, and leaves out what only looks so ("pulse oximeter", "urine
 * sodium", "vitamin K").
 */
import { QUANTITY_ROWS } from "./quantities-lexicon.ts";
import type { QuantityRow, UnitForm } from "./quantities-lexicon.ts";

/** A row of the lexicon with its expressions made. */
type ReadRow = {
  readonly row: QuantityRow;
  readonly units: readonly (UnitForm & { readonly pattern: RegExp })[];
  readonly notAfter: RegExp | undefined;
};
/** A quantity named in the text. */
export type Name = {
  readonly at: ReadRow;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** The lexicon, ready for reading. */
export const READ_ROWS: readonly ReadRow[] = QUANTITY_ROWS.map((row) => ({
  row,
  units: row.units.map((unit) => ({
    ...unit,
    pattern: new RegExp(`^\\s*(?:${unit.written})(?![\\p{L}\\d])`, "u"),
  })),
  notAfter: row.notAfter === undefined ? undefined : new RegExp(`(?:${row.notAfter})$`, "iu"),
}));

/** All names as one expression, a group for each row; words in any case, abbreviations as they are. */
const NAMES = ((): RegExp => {
  const groups = QUANTITY_ROWS.map((row) => {
    const words = row.words
      .split("|")
      .toSorted((a, b) => b.length - a.length)
      .map((name) =>
        name.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`).replaceAll(" ", "[\\s-]"),
      )
      .join("|");
    const names = row.abbreviations === undefined ? words : `${words}|${row.abbreviations}`;
    return `((?:${names})(?![\\p{L}\\d₂])${row.notBefore === undefined ? "" : `(?!${row.notBefore})`})`;
  });
  return new RegExp(`(?<![\\p{L}\\d_/-])(?:${groups.join("|")})`, "gu");
})();

/** Every place that names a quantity, in reading order. */
export function findNames(text: string): readonly Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(NAMES)) {
    const at = READ_ROWS[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (at === undefined || at.notAfter?.test(before) === true) continue;
    if (at.row.isBloodTest === true && isOtherFluid(text, match.index)) continue;
    names.push({ at, start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return names;
}

const OTHER_FLUID =
  /\b(?:csf|cerebrospinal|urin\w*|synovial|pleural|ascit\w*|peritoneal|aspirate|stool|fluid|gastric|sweat|donor|cord)\b/iu;

/** "CSF: white cells 230" and "urine sodium" are not of the blood. */
function isOtherFluid(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  const clause = before.slice(before.search(/[^;\n\r]*$/u)).replace(/^.*[.]\s/u, "");
  return OTHER_FLUID.test(clause);
}
