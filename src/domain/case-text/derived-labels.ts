/**
 * Rule 4 of clinical foundation 4.3a: a word such as "hypotensive" is in the case when its rule holds on a value there.
 * Finds the words in a text and the value that bears one out, or shows it normal. Adult limits are off in pregnancy and
 * childhood; limits that the note prints beside a value always go first.
 */
import { readPopulation } from "./derived-labels-population.ts";
import type { Population } from "./derived-labels-population.ts";
import { DERIVED_LABELS } from "./derived-labels-table.ts";
import type { LabelId, LabelRule } from "./derived-labels-table.ts";
import { readPolarity } from "./polarity.ts";
import { readQuantities } from "./quantities.ts";
import type { Quantity } from "./quantities.ts";
import type { Sentence } from "./sentences.ts";

/** The values of one case and whom they are of. */
export type CaseValues = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quantities: readonly Quantity[];
  readonly population: Population;
};

/** What the values say of a label. */
export type Derivation = {
  readonly label: LabelId;
  /** True where the rule holds on the values; false where no value bears the label out and these show it normal. */
  readonly holds: boolean;
  /** One value; two for a ratio. */
  readonly values: readonly Quantity[];
  /** Where the threshold comes from. */
  readonly source: string;
};

/** A label named in a text. */
export type LabelMention = {
  readonly label: LabelId;
  readonly start: number;
  readonly end: number;
  /** The word itself denies it ("afebrile"). */
  readonly isDenial: boolean;
};

/** Reads the values of a note once, for every label that is asked about. */
export function readCaseValues(text: string, sentences: readonly Sentence[]): CaseValues {
  return { text, sentences, quantities: readQuantities(text), population: readPopulation(text, sentences) };
}

const NOT_AFTER = DERIVED_LABELS.map(({ notAfter }) =>
  notAfter === undefined ? undefined : new RegExp(`\\b(?:${notAfter})[ -]$`, "iu"),
);
/** Two groups a label: what it is called, what denies it. */
const CALLED = new RegExp(
  `(?<![\\p{L}\\d])(?:${DERIVED_LABELS.map(({ called, deniedBy = "(?!)" }) => `(${called})|(${deniedBy})`).join("|")})(?![\\p{L}\\d])`,
  "giu",
);

/** The labels that a text names, in order. */
export function findLabels(text: string): readonly LabelMention[] {
  const mentions: LabelMention[] = [];
  for (const match of text.matchAll(CALLED)) {
    const group = match.findIndex((each, index) => index > 0 && each !== undefined) - 1;
    const at = Math.floor(group / 2);
    const label = DERIVED_LABELS[at]?.id;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (label === undefined || NOT_AFTER[at]?.test(before) === true) continue;
    mentions.push({
      label,
      start: match.index,
      end: match.index + match[0].length,
      isDenial: group % 2 === 1,
    });
  }
  return mentions;
}

/** More values of one quantity that are all a relative's or denied stand in no real note; bounds the work on others. */
const MOST_CHECKED = 40;

/** The last value of the patient that bears the label out, else the last that shows it normal, else nothing. */
export function deriveLabel(values: CaseValues, label: LabelId): Derivation | undefined {
  const rules = DERIVED_LABELS.find(({ id }) => id === label)?.rules ?? [];
  let normal: Derivation | undefined;
  let checked = 0;
  for (const reading of readingsOf(values, rules)) {
    const verdict = judge(reading, values.population);
    if (verdict === undefined || (!verdict && normal !== undefined)) continue;
    checked += 1;
    if (checked > MOST_CHECKED) break;
    if (!reading.values.every((value) => isOfPatient(values, value))) continue;
    const derivation = { label, holds: verdict, values: reading.values, source: reading.rule.source };
    if (verdict) return derivation;
    normal = derivation;
  }
  return normal;
}

/** A number that a rule can be asked about, with the values it comes from. */
type Reading = { readonly rule: LabelRule; readonly value: number; readonly values: readonly Quantity[] };

/** From the last value of the note to the first. */
function* readingsOf(values: CaseValues, rules: readonly LabelRule[]): Generator<Reading> {
  let heartRate: Quantity | undefined;
  let pressure: Quantity | undefined;
  for (let at = values.quantities.length - 1; at >= 0; at -= 1) {
    const quantity = values.quantities[at];
    if (quantity === undefined) continue;
    for (const rule of rules) {
      if (rule.on === quantity.quantity) yield { rule, value: quantity.base, values: [quantity] };
      else if (rule.on === "diastolic pressure" && quantity.diastolic !== undefined) {
        yield { rule, value: quantity.diastolic, values: [quantity] };
      } else if (rule.on === "shock index") {
        const other = quantity.quantity === "heart rate" ? pressure : heartRate;
        if (quantity.quantity === "heart rate") heartRate = quantity;
        else if (quantity.quantity === "blood pressure") pressure = quantity;
        else continue;
        if (other === undefined || !isTogether(quantity, other)) continue;
        const [rate, systolic] = quantity === heartRate ? [quantity, other] : [other, quantity];
        yield { rule, value: rate.base / systolic.base, values: [quantity, other] };
      }
    }
  }
}

/** Two values taken at one time stand close together. */
function isTogether(left: Quantity, right: Quantity): boolean {
  return right.start - left.end < 200;
}

/** Whether the rule holds; undefined where no limit applies or the value is only a bound that settles nothing. */
function judge(
  { rule, value, values }: Reading,
  { isChild, isPregnant, sex }: Population,
): boolean | undefined {
  const [first, ...others] = values;
  const own = others.length > 0 || rule.on === "diastolic pressure" ? undefined : first?.ownLimits;
  const isBelow = rule.is === "<";
  const ownLimit = isBelow ? own?.low : own?.high;
  if (ownLimit === undefined && (isChild || isPregnant)) return undefined;
  const forMen = rule.limitForMen ?? rule.limit;
  const limits = ownLimit === undefined ? limitsFor(sex, rule.limit, forMen) : [ownLimit];
  const bound = first?.bound;
  if (bound !== undefined && others.length === 0) {
    if ((bound === "below") !== isBelow) return undefined;
    return limits.every((limit) => (isBelow ? value <= limit : value >= limit)) ? true : undefined;
  }
  const verdicts = limits.map((limit) => {
    if (isBelow) return value < limit;
    return rule.is === ">=" && ownLimit === undefined ? value >= limit : value > limit;
  });
  if (verdicts.every(Boolean)) return true;
  return verdicts.some(Boolean) ? undefined : false;
}

/** Both where the sex is not said: only what holds for either is derived. */
function limitsFor(sex: Population["sex"], women: number, men: number): readonly number[] {
  if (sex === "female") return [women];
  return sex === "male" ? [men] : [women, men];
}

/** Not a relative's value, and no bound or fever that the note denies ("no fever above 38"). */
function isOfPatient({ text, sentences }: CaseValues, quantity: Quantity): boolean {
  const sentence = sentenceAt(sentences, quantity.nameStart);
  if (sentence === undefined || quantity.end > sentence.end) return true;
  const reading = readPolarity(
    sentence.text,
    quantity.nameStart - sentence.start,
    quantity.end - sentence.start,
  );
  if (reading.person === "other") return false;
  const isDeniable = quantity.bound !== undefined || /^f/iu.test(text.charAt(quantity.nameStart));
  return !(isDeniable && reading.polarity === "absent");
}

function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= offset ? found : undefined;
}
