/** What a print can hold, and what it holds unless somebody chooses. */

import type { partNames } from "../text/print.ts";

export const PRINT_PARTS = [
  "text",
  "record",
  "links",
  "thinking",
  "picture",
  "steps",
  "marks",
] as const satisfies readonly PrintPart[];

/** Each has its name. */
export type PrintPart = keyof typeof partNames;
export type PrintParts = ReadonlySet<PrintPart>;
export type Paper = "a4" | "letter";

/** From so many moments on, what can be left out first is. */
const LONG = 300;

/** Thinking is long and is printed on request; of a long record the links are too, for the list of steps has them. */
export function usualParts(moments: number): PrintParts {
  const usual = PRINT_PARTS.filter((part) => part !== "thinking");
  return new Set(moments > LONG ? usual.filter((part) => part !== "links") : usual);
}

/** The parts with one more or one less. */
export function withPart(parts: PrintParts, part: PrintPart, isOn: boolean): PrintParts {
  return new Set(PRINT_PARTS.filter((each) => (each === part ? isOn : parts.has(each))));
}
