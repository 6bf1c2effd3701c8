/**
 * Whom a note is about, as far as adult limits need it: age, sex, pregnancy (clinical foundation 4.3a: derived labels
 * are off in pregnancy and childhood). Read from the words of the note; what it does not say stays unknown.
 */
import { readPolarity } from "./polarity.ts";
import type { Sentence } from "./sentences.ts";

/** What a note says about its patient. */
export type Population = {
  readonly isChild: boolean;
  readonly isPregnant: boolean;
  readonly sex: "female" | "male" | "unknown";
};

const ADULT_FROM = 18;
/** Enough to find a present pregnancy in any real note; bounds the work on others. */
const MOST_MENTIONS = 100;

/** Reads the patient of a note from its sentences. */
export function readPopulation(text: string, sentences: readonly Sentence[]): Population {
  return { isChild: readIsChild(text), isPregnant: readIsPregnant(sentences), sex: readSex(text) };
}

const AGE =
  /\b(\d{1,3})[\s-]{0,2}(year|yr|y|month|mo|week|wk|day|hour)s?[\s-]{0,2}(?:(?:of\s)?age|old|o)\b(?:[\s-](\w+))?|\b(?:aged?|age is|age)[\s:*]{1,6}(\d{1,3})\b(?!\s?(?:month|week|day|hour))|\b(\d{1,3})\s?y\/?o\b|\b(\d{1,3})[\s-]?(?:[FM]|year[- ]old)\b/giu;
const RELATIVE =
  /^(?:son|daughter|brother|sister|mother|father|child|sibling|husband|wife|aunt|uncle|cousin|twin)s?$/iu;
const YOUNG =
  /\b(?:newborn|neonat\w+|infant|toddler|child|boy|girl|schoolboy|schoolgirl|adolescent|teenager)\b(?!\s(?:abuse|birth|bearing))/iu;
const RELATED = /\b(?:her|his|their|one|two|three|four|with|of)\s(?:\w+\s)?$/iu;

/** By the first age given for the patient; without one by words such as "infant". */
function readIsChild(text: string): boolean {
  let read = 0;
  for (const match of text.matchAll(AGE)) {
    read += 1;
    if (read > MOST_MENTIONS) break;
    const [, number, unit, follower, aged, short, letter] = match;
    if (follower !== undefined && RELATIVE.test(follower)) continue;
    if (unit !== undefined && !/^y/iu.test(unit)) return true;
    return Number(number ?? aged ?? short ?? letter) < ADULT_FROM;
  }
  const young = YOUNG.exec(text.slice(0, 2000));
  return young !== null && !RELATED.test(text.slice(Math.max(0, young.index - 24), young.index));
}

const PREGNANT =
  /\bpregnan(?:t|cy)\b|\bprimigravida\b|\b\d{1,2}(?:\+\d)?\s?weeks?['’]?\s?(?:of\s)?(?:gestation|pregnan)/iu;

/** Narrower than the reader of polarity, to which the "old" of an age is past. */
const PAST = /\b(?:history of|previous|prior|past|former|after|since|during (?:her|the))\s(?:\w+\s){0,2}$/iu;

function readIsPregnant(sentences: readonly Sentence[]): boolean {
  let read = 0;
  for (const sentence of sentences) {
    const match = PREGNANT.exec(sentence.text);
    if (match === null) continue;
    read += 1;
    if (read > MOST_MENTIONS) return false;
    const reading = readPolarity(sentence.text, match.index, match.index + match[0].length);
    const isPast = PAST.test(sentence.text.slice(Math.max(0, match.index - 40), match.index));
    if (reading.polarity === "present" && reading.person === "patient" && !isPast) return true;
  }
  return false;
}

function readSex(text: string): Population["sex"] {
  const word = /\b(?:wom[ae]n|female|lady|girl|man|male|gentleman|boy|she|he)\b/iu
    .exec(text)?.[0]
    .toLowerCase();
  if (word === undefined) return "unknown";
  return /^(?:wom|fem|lad|gir|she)/u.test(word) ? "female" : "male";
}
