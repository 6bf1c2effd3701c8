/**
 * Where the words for a strength and for a lead begin: every display cut-off in one place.
 * Source: clinical foundation 3.3; our design choice without validation, to be tuned with clinicians (11.1, point 5).
 */

export type StrengthWord = "strongly-supported" | "supported" | "open" | "weakened" | "strongly-opposed";
export type WeightWord = "decisive" | "strong" | "moderate" | "slight" | "none";
export type LeadWord = "clear-lead" | "narrow-lead" | "tied";

const STRENGTH_WORDS: readonly { readonly from: number; readonly word: StrengthWord }[] = [
  { from: 0.8, word: "strongly-supported" },
  { from: 0.6, word: "supported" },
  { from: 0.4, word: "open" },
  { from: 0.2, word: "weakened" },
];

/** How much of a reason arrives through a link. */
const WEIGHT_WORDS: readonly { readonly from: number; readonly word: WeightWord }[] = [
  { from: 0.9, word: "decisive" },
  { from: 0.6, word: "strong" },
  { from: 0.3, word: "moderate" },
  { from: 0.01, word: "slight" },
];

/** Gaps between the two best hypotheses, in log-odds. */
const LEAD_WORDS: readonly { readonly from: number; readonly word: LeadWord }[] = [
  { from: 1, word: "clear-lead" },
  { from: 0.3, word: "narrow-lead" },
];

/** The smallest change of a strength that counts as an effect (2.6, attribution label). */
export const EFFECTIVE_FROM = 0.01;

/** A sum that should be 0.8 may be the last bit below it. */
const ROUNDING = 1e-9;

/** The word shown beside a strength. */
export function strengthWord(strength: number): StrengthWord {
  return STRENGTH_WORDS.find((step) => strength >= step.from - ROUNDING)?.word ?? "strongly-opposed";
}

/** The word shown beside what a link counts for. */
export function weightWord(weight: number): WeightWord {
  return WEIGHT_WORDS.find((step) => weight >= step.from - ROUNDING)?.word ?? "none";
}

/** The word shown for a lead of that many log-odds points. */
export function leadWord(gap: number): LeadWord {
  return LEAD_WORDS.find((step) => gap >= step.from - ROUNDING)?.word ?? "tied";
}
