/** Numbers as they stand on a line, and strengths held to [0, 1] with a flag rather than an error. */
import type { StatementFlag } from "./statement.ts";

/** A decimal number, with an exponent where a computer wrote it. */
export const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_A_STRENGTH = /^[+-]?(?:nan|inf(?:inity)?)$/i;

/** Whether a word of a head is meant as a strength, readable or not. */
export function looksLikeStrength(word: string): boolean {
  return NUMBER.test(word) || NOT_A_STRENGTH.test(word);
}

/** The strength a word states; one outside [0, 1] is moved to the nearer end and flagged. */
export function readStrength(word: string, flag: (flag: StatementFlag) => void): number | undefined {
  const value = NUMBER.test(word) ? Number(word) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  flag({ type: "strength-out-of-range", written: short(word) });
  if (Number.isNaN(value)) return undefined;
  return value < 0 ? 0 : 1;
}

const SHORT = 40;

/** Enough of what was written to recognise it in a flag. */
export function short(written: string): string {
  return written.length <= SHORT ? written : `${written.slice(0, SHORT)}…`;
}
