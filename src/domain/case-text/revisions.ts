/**
 * The case text through its corrections. A sentence that a correction leaves alone keeps its id; a changed or new one
 * gets a number never used before, so that a citation is current or stale and never points at other words.
 */
import type { Citation } from "../argument/graph.ts";
import type { Stretch } from "./lines.ts";
import { readSentences } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";

/** One revision of the note; `nextNumber` is the first sentence number that no revision has used. */
export type CaseText = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly nextNumber: number;
  readonly byId: ReadonlyMap<string, Sentence>;
};

/** Where a citation stands in the current revision. */
export type CitationState =
  | { readonly type: "current"; readonly start: number; readonly end: number }
  | { readonly type: "stale"; readonly reason: "gone" | "changed" }
  | { readonly type: "unknown" };

/** The first revision of a note. */
export function readCaseText(text: string): CaseText {
  const sentences = readSentences(text);
  return createCaseText(text, sentences, sentences.length + 1);
}

/** The next revision: `text` corrects `previous`. */
export function reviseCaseText(previous: CaseText, text: string): CaseText {
  const fresh = readSentences(text);
  const kept = matchSentences(previous.sentences, fresh);
  let nextNumber = previous.nextNumber;
  const sentences: Sentence[] = [];
  for (const [index, sentence] of fresh.entries()) {
    const match = kept.get(index);
    const id = match === undefined ? undefined : previous.sentences[match]?.id;
    sentences.push({ ...sentence, id: id ?? `s${nextNumber}` });
    if (id === undefined) nextNumber += 1;
  }
  return createCaseText(text, sentences, nextNumber);
}

function createCaseText(text: string, sentences: readonly Sentence[], nextNumber: number): CaseText {
  const byId = new Map(Array.from(sentences, (sentence) => [sentence.id, sentence]));
  return { text, sentences, nextNumber, byId };
}

/** Reads a citation made against the revision `made` in the revision `current`; spans move with their sentence. */
export function resolveCitation(made: CaseText, current: CaseText, citation: Citation): CitationState {
  const cited = made.byId.get(citation.sentence);
  if (cited === undefined) return { type: "unknown" };
  const now = current.byId.get(citation.sentence);
  if (now === undefined) return { type: "stale", reason: "gone" };
  if (now.text !== cited.text) return { type: "stale", reason: "changed" };
  const span = citation.span ?? [cited.start, cited.end];
  return {
    type: "current",
    start: span[0] - cited.start + now.start,
    end: span[1] - cited.start + now.start,
  };
}

/**
 * Which old sentence each new one is (after Heckel 1978): words that occur once on both sides, then equal neighbours
 * of such pairs. A repeated "Normal." away from its neighbours is no match: it may be about another organ.
 */
function matchSentences(
  before: readonly Sentence[],
  after: readonly Sentence[],
): ReadonlyMap<number, number> {
  const old = indexOnce(before);
  const matches = new Map<number, number>();
  for (const [text, index] of indexOnce(after)) {
    const match = old.get(text);
    if (match !== undefined && match >= 0 && index >= 0) matches.set(index, match);
  }
  const taken = new Set(matches.values());
  const extend = (index: number, match: number): void => {
    if (matches.has(index) || taken.has(match) || before[match]?.text !== after[index]?.text) return;
    if (match < 0 || match >= before.length) return;
    matches.set(index, match);
    taken.add(match);
  };
  for (let index = 0; index < after.length; index += 1) {
    const last = index === 0 ? -1 : matches.get(index - 1);
    if (last !== undefined) extend(index, last + 1);
  }
  for (let index = after.length - 1; index >= 0; index -= 1) {
    const next = index === after.length - 1 ? before.length : matches.get(index + 1);
    if (next !== undefined) extend(index, next - 1);
  }
  return dropStrays(matches);
}

/** The place of each text, or -1 where it stands more than once. */
function indexOnce(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, { text }] of sentences.entries()) places.set(text, places.has(text) ? -1 : index);
  return places;
}

/** A sentence moved by itself may now stand under another heading (family history), so it counts as new. */
function dropStrays(matches: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const pairs = [...matches].toSorted((left, right) => left[0] - right[0]);
  const inOrder = longestRise(Array.from(pairs, (pair) => pair[1]));
  return new Map(
    pairs.filter(
      ([index, match], at) =>
        inOrder.has(at) || matches.get(index - 1) === match - 1 || matches.get(index + 1) === match + 1,
    ),
  );
}

/** The positions of a longest rising run of values (patience sorting). */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of values.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (tops[low - 1] ?? -1));
    tops[low] = at;
  }
  const rise = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.add(at);
  return rise;
}

/** Puts a revision together again from what the record keeps of it: the text and each sentence's id and place. */
export function restoreCaseText(
  text: string,
  places: readonly (Stretch & { readonly id: string })[],
  nextNumber: number,
): CaseText {
  const sentences = Array.from(places, ({ id, start, end }) => ({
    id,
    start,
    end,
    text: text.slice(start, end),
  }));
  return createCaseText(text, sentences, nextNumber);
}
