/**
 * Reads measured quantities out of a note: which one, its value as written and in the base unit, and exactly where
 * (clinical foundation 4.3b): a name, then the nearest number of its clause; blood pressure as a pair; counts with their
 * power of ten as a unit. Text in, values out: linear, never throws; what is not believable is not read.
 */
import type { QuantityName, UnitForm } from "./quantities-lexicon.ts";
import { READ_ROWS, findNames } from "./quantities-names.ts";
import type { Name } from "./quantities-names.ts";

/** One measured value. */
export type Quantity = {
  readonly quantity: QuantityName;
  /** As written; of a pair the systolic pressure. */
  readonly value: number;
  /** The second number of a blood pressure. */
  readonly diastolic?: number;
  /** As written in the lexicon's spelling; assumed from the size of the number when none was written. */
  readonly unit: string;
  readonly isUnitAssumed: boolean;
  /** In the base unit of the quantity. */
  readonly base: number;
  /** "above 39" and "< 90 %" bound a value without giving it. */
  readonly bound?: "above" | "below";
  /** Limits that the note prints beside the value, in the base unit. */
  readonly ownLimits?: { readonly low?: number; readonly high?: number };
  /** Where it is named; equals the start of the value where only the unit tells what it is. */
  readonly nameStart: number;
  /** The number with its unit, offsets into the text. */
  readonly start: number;
  readonly end: number;
};

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?![\d])|\d+[.·]\d+|\d+(?:,\d{1,2}(?!\d))?`;
/** Longest way from a name to its number, and longest stretch read after it. */
const REACH = 60;
const AFTER = 70;
const MOST_VALUES_OF_A_SERIES = 4;

/** Every measured value of the text, in reading order. */
export function readQuantities(text: string): readonly Quantity[] {
  const names = findNames(text);
  const taken = new Set<number>();
  const found: Quantity[] = [];
  for (const [index, name] of names.entries()) {
    const next = names[index + 1]?.start ?? text.length;
    for (const quantity of readNamed(text, name, names[index - 1]?.end ?? 0, next)) {
      if (taken.has(quantity.start)) continue;
      taken.add(quantity.start);
      found.push(quantity);
    }
  }
  for (const quantity of readUnnamed(text)) if (!taken.has(quantity.start)) found.push(quantity);
  return found.toSorted((a, b) => a.start - b.start);
}

function readNamed(text: string, name: Name, previousEnd: number, next: number): readonly Quantity[] {
  const window = text.slice(name.end, Math.min(next, name.end + REACH));
  if (name.at.row.quantity === "blood pressure") {
    const pairs = readPairs(text, name, window);
    if (pairs.length > 0 || !/sys|^SBP/iu.test(name.text)) return pairs;
  }
  const number = new RegExp(`(?<![\\p{L}\\d.,])(?:${NUMBER})`, "u").exec(window);
  if (number !== null && isNear(window.slice(0, number.index))) {
    const series = readSeries(text, name, name.end + number.index, boundOf(window.slice(0, number.index)));
    if (series.length > 0) return series;
  }
  return readBackwards(text, name, previousEnd);
}

const BREAK =
  /[;\n\r]|[.!?]\s|,(?!\s*$)|\b(?:and|but|or|while|whereas|which|for|after|since|until|aged?|days?|weeks?|months?|stage|grade|type|case|every|goal|target|aim|threshold|in|over the|inr|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\b/iu;

/** Whether the number belongs to the name before this gap: the same clause and few words. */
function isNear(gap: string): boolean {
  return !BREAK.test(gap) && gap.trim().split(/\s+/u).length <= 7;
}

function boundOf(gap: string): "above" | "below" | undefined {
  if (/(?:[>≥]=?|\b(?:above|over|exceeding|greater than|more than|at least))\s*$/iu.test(gap)) return "above";
  if (/(?:[<≤]=?|\b(?:below|under|less than|lower than))\s*$/iu.test(gap)) return "below";
  return undefined;
}

const STEP =
  /^\s*(?:-|–|—|→|->|,?\s*(?:then\s+)?(?:(?:dropped|dropping|fell|falling|rose|rising|decreas\w+|increas\w+|improv\w+|declin\w+)\s+)?to)\s*(?=\d)/iu;
const OTHER_UNIT =
  /^\s?-?\s?(?:%|\/|\+|[×x]\s?\d|°|(?:years?|yrs?|y\/?o|days?|weeks?|months?|hours?|hrs?|h|minutes?|mins?|seconds?|mg|mcg|[µμu]g|ng|pg|g|kg|m[lL]|L|cm|mm|units?|IU|U|tablets?|times|fold|episodes?|points?|[mµμ]?mol|mEq|meq|lesions?|patients?|k[pP]a|mm\s?Hg)(?![\p{L}]))/u;

/** "13.1 g/dL to 8" and "36.5-38.5 °C" are values of one quantity. */
function readSeries(
  text: string,
  name: Name,
  from: number,
  bound: "above" | "below" | undefined,
): readonly Quantity[] {
  const numbers: { readonly start: number; readonly end: number; readonly unit: UnitForm | undefined }[] = [];
  let at = from;
  while (numbers.length < MOST_VALUES_OF_A_SERIES) {
    const rest = text.slice(at, at + AFTER);
    const written = new RegExp(`^(?:${NUMBER})`, "u").exec(rest)?.[0];
    if (written === undefined) break;
    const after = rest.slice(written.length);
    const unit = name.at.units.find((each) => each.pattern.test(after));
    const length = written.length + (unit?.pattern.exec(after)?.[0].length ?? 0);
    numbers.push({ start: at, end: at + length, unit });
    const step = STEP.exec(rest.slice(length));
    if (step === null && unit === undefined && OTHER_UNIT.test(after)) return [];
    if (step === null) break;
    at += length + step[0].length;
  }
  const shared = numbers.find((number) => number.unit !== undefined)?.unit;
  return numbers.flatMap(({ start, end, unit }) => {
    const quantity = toQuantity(text, name, start, end, unit ?? shared);
    return quantity === undefined ? [] : [bound === undefined ? quantity : { ...quantity, bound }];
  });
}

function toNumber(written: string): number {
  const plain = /^\d{1,3}(?:,\d{3})+$/u.test(written)
    ? written.replaceAll(",", "")
    : written.replace(/[,·]/u, ".");
  return Number.parseFloat(plain);
}

function toQuantity(
  text: string,
  name: Name,
  start: number,
  end: number,
  written: UnitForm | undefined,
): Quantity | undefined {
  const value = toNumber(new RegExp(`^(?:${NUMBER})`, "u").exec(text.slice(start, end))?.[0] ?? "");
  const { row, units } = name.at;
  const assumed = row.bare.find(([from, to]) => value >= from && value <= to)?.[2];
  const unit = written ?? units.find((each) => each.unit === assumed);
  if (unit === undefined && assumed !== "") return undefined;
  const toBase = (number: number): number => number * (unit?.factor ?? 1) + (unit?.offset ?? 0);
  const base = toBase(value);
  if (!(base >= row.believable[0] && base <= row.believable[1])) return undefined;
  const ownLimits = readOwnLimits(text.slice(end, end + AFTER), toBase);
  return {
    quantity: row.quantity,
    value,
    unit: unit?.unit ?? "",
    isUnitAssumed: written === undefined && unit !== undefined,
    base,
    ...(ownLimits === undefined ? {} : { ownLimits }),
    nameStart: Math.min(name.start, start),
    start,
    end,
  };
}

const OWN_RANGE = new RegExp(
  String.raw`^\s*(?:[,;]?\s*[([]?\s*(?:ref(?:erence)?|normal|nl|norm|N)\b\.?\s*(?:range|interval|values?|limits?)?\s*[:=,]?\s*|\[)(?:(${NUMBER})\s*(?:-|–|—|to)\s*(${NUMBER})|([<>≤≥])=?\s*(${NUMBER}))`,
  "iu",
);

/** "(reference 12-15)", "(normal < 10)", "[3.5-5.5 g/dL]" right after a value. */
function readOwnLimits(
  after: string,
  toBase: (value: number) => number,
): { readonly low?: number; readonly high?: number } | undefined {
  const match = OWN_RANGE.exec(after);
  if (match === null) return undefined;
  const [, low, high, sign, limit] = match;
  if (low !== undefined && high !== undefined)
    return { low: toBase(toNumber(low)), high: toBase(toNumber(high)) };
  if (limit === undefined) return undefined;
  return /[<≤]/u.test(sign ?? "") ? { high: toBase(toNumber(limit)) } : { low: toBase(toNumber(limit)) };
}

const PAIR = /(?<![\d/.])(\d{2,3})\s?\/\s?(\d{2,3})(?![\d/.]\d|\d|\s?\/)(?:\s*(?:mm\s?\(?Hg\)?))?/giu;

function readPairs(text: string, name: Name, window: string): readonly Quantity[] {
  const gap = window.search(/\d/u);
  // A first number that is no pair may belong to another name of the list, so only the clause is asked for.
  if (gap < 0 || /[;\n\r]|[.!?]\s/u.test(window.slice(0, gap))) return [];
  const clause = window.split(/[;\n\r]|[.!?]\s/u)[0] ?? "";
  if (/\b(?:goal|target|threshold)\b/iu.test(clause)) return [];
  const pairs: Quantity[] = [];
  for (const match of text.slice(name.end, name.end + clause.length + 16).matchAll(PAIR)) {
    if (match.index >= clause.length || pairs.length >= MOST_VALUES_OF_A_SERIES) break;
    const pair = toPair(match, name.end + match.index, name.start);
    if (pair !== undefined) pairs.push(pair);
  }
  return pairs;
}

function toPair(match: RegExpExecArray, start: number, nameStart: number): Quantity | undefined {
  const value = Number(match[1]);
  const diastolic = Number(match[2]);
  if (value < 40 || value > 300 || diastolic < 10 || diastolic >= value) return undefined;
  const isUnitAssumed = !/Hg/iu.test(match[0]);
  const end = start + match[0].length;
  return {
    quantity: "blood pressure",
    value,
    diastolic,
    unit: "mmHg",
    isUnitAssumed,
    base: value,
    nameStart,
    start,
    end,
  };
}

/** "112 bpm heart rate": a number with this quantity's unit right before the name. */
function readBackwards(text: string, name: Name, previousEnd: number): readonly Quantity[] {
  const from = Math.max(previousEnd, name.start - 30);
  const window = text.slice(from, name.start);
  const match = new RegExp(`(?<![\\p{L}\\d.,/])(?:${NUMBER})(?=[^\\d;,\\n]*$)`, "u").exec(window);
  if (match === null) return [];
  const after = window.slice(match.index + match[0].length);
  const unit = name.at.units.find((each) => each.pattern.test(after));
  const length = unit?.pattern.exec(after)?.[0].length ?? 0;
  if (unit === undefined || !/^[\s(]*(?:of|in|as)?\s*$/iu.test(after.slice(length))) return [];
  const start = from + match.index;
  const quantity = toQuantity(text, name, start, start + match[0].length + length, unit);
  return quantity === undefined ? [] : [{ ...quantity, nameStart: quantity.start }];
}

/** A pair in mmHg and a rate in beats need no name. */
function readUnnamed(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(PAIR)) {
    if (!/Hg/iu.test(match[0])) continue;
    const pair = toPair(match, match.index, match.index);
    if (pair !== undefined) found.push(pair);
  }
  const heart = READ_ROWS.find((each) => each.row.quantity === "heart rate");
  for (const match of text.matchAll(
    /(?<![\d.,/-])\d{2,3}\s?(?:beats?\s?(?:\/|per)\s?min(?:ute)?|bpm)\b/giu,
  )) {
    if (heart === undefined) break;
    const name = { at: heart, start: match.index, end: match.index, text: "" };
    const quantity = toQuantity(text, name, match.index, match.index + match[0].length, heart.units[0]);
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}
