/**
 * The name of a diagnosis in comparable form: its head part ("pneumothorax" of "pneumothorax due to ..."), the
 * shorter and abbreviated ways of saying it, and whether two names say the same.
 */
import { isDiagnosis, isDiseaseHead, isTellingAlone } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { readTerms } from "./terms.ts";
import type { TermReader } from "./terms.ts";

export type DiagnosisName = {
  /** As written, without mark-up. */
  readonly display: string;
  /** Stems of the head part. */
  readonly core: readonly string[];
  /** Every stem sequence that is read as this name, the core first. */
  readonly aliases: readonly (readonly string[])[];
  /** Every stem of the whole name, brackets included. */
  readonly stems: ReadonlySet<string>;
};

const CAUSE =
  /\s*\b(?:secondary to|due to|\w+ed by|because of|resulting from|as a result of|attributable to|attributed to|induced by|triggered by|from)\b\s*/iu;
const MANIFESTATION =
  /\s*(?:[,;:]|\b(?:with|associated with|leading to|causing|resulting in|presenting|manifesting|involving|in the setting of|in the context of|in a|following|after|likely|possibly|probably|related to|affecting|arising|extending|without|consistent with|status post|requiring|given|that|which)\b)\s*/iu;
const PLACE = /\s+(?:of|in|at|within|to|on|over)\s+(?:the\s+)?/iu;
const LEAD =
  /^(?:case \d+:? |\d+[:.)] |the |a |an |this |patient's |most |likely |final |primary |main |working |diagnosis |diagnoses |diagnosed |answer |is |are |was |of |with |patient |has |probably |possibly |probable |suspected |possible |confirmed |overall |presumed |presumptive |conclusion |:|-)+/iu;

/** Reads a name; nothing when no word is left that could name anything. */
export function readDiagnosisName(reader: TermReader, written: string): DiagnosisName | undefined {
  const display = cleanName(written);
  const bracketed = [...display.matchAll(/\(([^()]{2,80})\)/gu)].map((match) => match[1] ?? "");
  const plain = display
    .replace(/\([^()]*\)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const [head = "", ...causes] = plain.split(CAUSE);
  const [front = "", ...others] = head.split(MANIFESTATION).filter((part) => part.trim() !== "");
  const core = stemsOf(reader, front);
  if (core.length === 0) return undefined;
  const aliases = [...partAliases(reader, front, true)];
  for (const part of bracketed) aliases.push(...bracketAliases(reader, part));
  for (const cause of causes)
    aliases.push(...partAliases(reader, cause.split(MANIFESTATION)[0] ?? "", false));
  for (const part of others) aliases.push(...partAliases(reader, part, false));
  const short = shortenDefined(display);
  if (short !== undefined) aliases.push(...partAliases(reader, short.split(MANIFESTATION)[0] ?? "", true));
  return { display, core, aliases: uniqueSequences(aliases), stems: new Set(stemsOf(reader, display)) };
}

/** Mark-up, quotes and opening phrases taken off; at most 200 characters of it. */
export function cleanName(written: string): string {
  const plain = written
    .slice(0, 400)
    .replace(/[*_`#>]+/gu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return plain
    .replace(LEAD, "")
    .replace(/[\s.,;:]+$/u, "")
    .slice(0, 200);
}

/** "Herpes simplex virus (HSV) encephalitis" said as "HSV encephalitis". */
function shortenDefined(display: string): string | undefined {
  const bracket = /\s*\(([A-Z][A-Za-z0-9-]{1,9})\)/u.exec(display);
  if (bracket === null) return undefined;
  const letters = (bracket[1] ?? "").replace(/[^A-Z]/gu, "").toLowerCase();
  const words = display.slice(0, bracket.index).split(/[\s-]+/u);
  const kept = words.slice(0, Math.max(0, words.length - letters.length));
  const initials = words.slice(kept.length).map((word) => word.charAt(0).toLowerCase());
  if (initials.join("") !== letters) return undefined;
  return [...kept, bracket[1] ?? "", display.slice(bracket.index + bracket[0].length)].join(" ");
}

function stemsOf(reader: TermReader, text: string): readonly string[] {
  return readTerms(reader, text).map((term) => term.stem);
}

/** "diabetes-mellitus" is one folded term: each of its words may be the head. */
export function isHead(vocabulary: Vocabulary, stem: string): boolean {
  return stem.split("-").some((part) => isDiseaseHead(vocabulary, part));
}

function partAliases(reader: TermReader, part: string, isFirst: boolean): readonly (readonly string[])[] {
  const aliases: (readonly string[])[] = [];
  for (const piece of part.split(/\s+(?:and|or|vs\.?|versus)\s+|\s*[/&]\s*/iu).slice(0, 4)) {
    const whole = stemsOf(reader, piece);
    const local = stemsOf(reader, piece.split(PLACE)[0] ?? "");
    for (const stems of [whole, local]) {
      // What comes after "with" or "due to" is only a way of naming the answer when it is a diagnosis itself.
      if (!isFirst && !isDiagnosisPart(reader.vocabulary, stems)) continue;
      aliases.push(...shorterForms(reader.vocabulary, stems));
    }
  }
  const whole = stemsOf(reader, part);
  return isFirst ? [whole, ...aliases] : aliases;
}

function isDiagnosisPart(vocabulary: Vocabulary, stems: readonly string[]): boolean {
  const head = stems.findLastIndex((stem) => isHead(vocabulary, stem));
  return head >= 0 && isDiagnosis(vocabulary, stems.slice(0, head + 1));
}

/** The name, then without its neutral modifiers, then its last two words and its last where that says enough. */
function shorterForms(vocabulary: Vocabulary, stems: readonly string[]): readonly (readonly string[])[] {
  if (stems.length === 0) return [];
  const forms: (readonly string[])[] = [];
  const keep = (form: readonly string[]): void => {
    if (isSpecific(vocabulary, form)) forms.push(form);
  };
  forms.push(stems);
  let from = 0;
  while (from < stems.length - 1 && vocabulary.neutralModifiers.has(stems[from] ?? "")) {
    from += 1;
    keep(stems.slice(from));
  }
  const headAt = stems.findLastIndex((stem) => isHead(vocabulary, stem));
  if (headAt < 0) return forms;
  const toHead = stems.slice(from, headAt + 1);
  for (let at = 0; at < toHead.length; at += 1) keep(toHead.slice(at));
  for (let at = from; at <= headAt; at += 1) keep(stems.slice(at));
  for (const stem of toHead) {
    if (isTellingAlone(vocabulary, stem)) keep([stem]);
  }
  return forms;
}

/** Enough to be a name alone: a telling word, or two words of which not both are wide. */
export function isSpecific(vocabulary: Vocabulary, stems: readonly string[]): boolean {
  const wide = stems.filter((stem) => isWide(vocabulary, stem)).length;
  return stems.length > 0 && wide < stems.length;
}

function isWide(vocabulary: Vocabulary, stem: string): boolean {
  if (vocabulary.neutralModifiers.has(stem) || vocabulary.framing.has(stem) || /^\d/.test(stem)) return true;
  if (stem.includes("-")) return false;
  return vocabulary.diseaseNouns.has(stem) || (isHead(vocabulary, stem) && !isTellingAlone(vocabulary, stem));
}

function bracketAliases(reader: TermReader, part: string): readonly (readonly string[])[] {
  const stems = stemsOf(reader, part);
  const isAbbreviation = /^[A-Z][A-Za-z0-9-]{1,9}$/u.test(part.trim()) && /[A-Z].*[A-Z]/u.test(part);
  if (isAbbreviation) return [stems];
  return part
    .split(/\s*[,;]\s*/u)
    .map((piece) => stemsOf(reader, piece))
    .filter((piece) => piece.some((stem) => isHead(reader.vocabulary, stem)))
    .flatMap((piece) => shorterForms(reader.vocabulary, piece));
}

function uniqueSequences(sequences: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const byKey = new Map(sequences.map((stems) => [stems.join(" "), stems]));
  byKey.delete("");
  return [...byKey.values()];
}

/**
 * Whether a newly read name only says a known one again: more shortly, or with modifiers that do not matter.
 * "Pneumonia" repeats "aspiration pneumonia", but "aspiration pneumonia" is more than "pneumonia".
 */
export function isRepeatOf(vocabulary: Vocabulary, known: DiagnosisName, name: DiagnosisName): boolean {
  const from = name.core.findIndex((stem) => !vocabulary.neutralModifiers.has(stem));
  const bare = name.core.slice(Math.max(0, from));
  if (isSaidBy(known, name.core) || (isSpecific(vocabulary, bare) && isSaidBy(known, bare))) return true;
  if (isClassOf(vocabulary, known, name) || isWithin(vocabulary, known, bare)) return true;
  if (!isSaidBy(name, known.core)) return false;
  return name.core.every((stem) => known.core.includes(stem) || vocabulary.neutralModifiers.has(stem));
}

function isSaidBy(name: DiagnosisName, stems: readonly string[]): boolean {
  const key = stems.join(" ");
  return name.aliases.some((alias) => alias.join(" ") === key);
}

/** "Juvenile breast hypertrophy" for a juvenile hypertrophy of the breast: the same head, and no word that is new. */
function isWithin(vocabulary: Vocabulary, known: DiagnosisName, stems: readonly string[]): boolean {
  const head = known.core.findLast((stem) => isHead(vocabulary, stem));
  return (
    head !== undefined &&
    stems.at(-1) === head &&
    stems.length > 1 &&
    stems.every((stem) => known.stems.has(stem))
  );
}

const CANCER = /(?:carcinoma|sarcoma|lymphoma|leukemia|melanoma|myeloma|blastoma|cancer)$/u;

/** "Rectal cancer" for a known adenocarcinoma of the rectum: the class of its head, and nothing else that is new. */
function isClassOf(vocabulary: Vocabulary, known: DiagnosisName, name: DiagnosisName): boolean {
  const head = name.core.at(-1) ?? "";
  const isClass = ["cancer", "malignancy"].includes(head)
    ? known.core.some((stem) => CANCER.test(stem))
    : ["tumor", "neoplasm"].includes(head) &&
      known.core.some((stem) => stem.endsWith("oma") || CANCER.test(stem));
  const said = new Set(known.aliases.flat());
  return (
    isClass && name.core.slice(0, -1).every((stem) => said.has(stem) || vocabulary.neutralModifiers.has(stem))
  );
}
