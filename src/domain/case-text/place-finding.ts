/**
 * Where a finding stands in the note as it is now: the stretches it cites, moved along with their sentences, or else
 * the words of the sentence that are its own. A citation of words that were corrected has no place any more.
 */
import type { Citation } from "../argument/graph.ts";
import type { Stretch } from "./lines.ts";
import { locatePrepared } from "./locate-quote.ts";
import { resolveCitation } from "./revisions.ts";
import type { CaseText } from "./revisions.ts";
import { readSearchText } from "./search-text.ts";
import type { SearchText } from "./search-text.ts";
import type { Sentence } from "./sentences.ts";

export type FindingPlace = {
  readonly sentence: string;
  /** Gone and changed: the note no longer says what was cited. Unknown: it never did. */
  readonly state: "current" | "changed" | "gone" | "unknown";
  /** Of the current revision; none where only the sentence as a whole can be shown. */
  readonly spans: readonly Stretch[];
};

export type Cited = { readonly text: string; readonly citations: readonly Citation[] };

/** One place a sentence, in the order of the citations made in the revision `made`. */
export function placeFinding(finding: Cited, made: CaseText, current: CaseText): readonly FindingPlace[] {
  const places = new Map<string, FindingPlace>();
  for (const citation of finding.citations) {
    const { sentence } = citation;
    const spans = [...(places.get(sentence)?.spans ?? [])];
    // No number is used twice: one that only the current revision has was cited in it, by a later correction.
    const resolved = resolveCitation(made.byId.has(sentence) ? made : current, current, citation);
    if (resolved.type !== "current") {
      places.set(sentence, {
        sentence,
        state: resolved.type === "stale" ? resolved.reason : "unknown",
        spans,
      });
      continue;
    }
    const { start, end } = resolved;
    spans.push(
      ...(citation.span === undefined ? findWords(current, sentence, finding.text) : [{ start, end }]),
    );
    places.set(sentence, { sentence, state: "current", spans });
  }
  return [...places.values()];
}

/** A model names a sentence and not its words: its own words in it are meant, together or one by one. */
function findWords(current: CaseText, id: string, words: string): readonly Stretch[] {
  const sentence = current.byId.get(id);
  if (sentence === undefined) return [];
  const { start } = sentence;
  const searchText = readSentence(sentence);
  const wanted = readSearchText(words);
  const whole = locatePrepared(searchText, wanted);
  const found = whole === undefined ? findShared(searchText, wanted) : [whole];
  return found.map((stretch) => ({ start: start + stretch.start, end: start + stretch.end }));
}

/** A sentence is prepared once, however many findings cite it. */
const prepared = new WeakMap<Sentence, SearchText>();

function readSentence(sentence: Sentence): SearchText {
  const known = prepared.get(sentence);
  if (known !== undefined) return known;
  const searchText = readSearchText(sentence.text);
  prepared.set(sentence, searchText);
  return searchText;
}

/** They stand in every sentence and mark no place in one. */
const LITTLE: ReadonlySet<string> = new Set(
  "the and for with from was were has had his her are not but this that then than who which into onto out off all any".split(
    " ",
  ),
);

/** Words of three letters and more, and numbers, that both hold; neighbours are one stretch. */
function findShared(searchText: SearchText, { words }: SearchText): readonly Stretch[] {
  const wanted = new Set(
    words.map(({ word }) => word).filter((word) => (word.length > 2 && !LITTLE.has(word)) || /\d/.test(word)),
  );
  const stretches: Stretch[] = [];
  let last = -2;
  for (const [index, { word, start, end }] of searchText.words.entries()) {
    if (!wanted.has(word)) continue;
    const stretch = { start: searchText.starts[start] ?? 0, end: searchText.ends[end - 1] ?? 0 };
    const before = last === index - 1 ? stretches.pop() : undefined;
    stretches.push(before === undefined ? stretch : { start: before.start, end: stretch.end });
    last = index;
  }
  return stretches;
}
