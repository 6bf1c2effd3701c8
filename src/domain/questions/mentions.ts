/**
 * Which nodes of the graph a question names. A node is named by the words of its own text, rare ones counting more, by
 * another word for the same finding, or by its initials ("PE" for pulmonary embolism).
 */
import type { ArgumentGraph, ArgumentNode, NodeId, NodeKind } from "../argument/graph.ts";
import { FINDING_SYNONYMS } from "../case-text/finding-synonyms.ts";
import { foldWords, type Words } from "./cues.ts";

/** The names in a graph, prepared once for many questions. */
export type NameIndex = readonly NodeName[];

type NodeName = {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly weights: ReadonlyMap<string, number>;
};

/** Words that name nothing, apart from those of the cues. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for from with and or no not is are was were be been had has have it this that these " +
    "there patient case note finding step diagnosis hypothesis result test sign symptom due type what about how why " +
    "you your we our they he she him her his do did doe if so then than as by but would could should can may normal " +
    "negative positive absent present high low left right acute chronic"
  ).split(" "),
);

const SAME_WORD: ReadonlyMap<string, string> = new Map(
  FINDING_SYNONYMS.flatMap(([first = "", ...others]) =>
    others
      .filter((other) => !other.includes(" "))
      .map((other) => [foldWords(other)[0] ?? "", first] as const),
  ),
);

/** Reads the names of all nodes that can be asked about. */
export function indexNames(graph: ArgumentGraph): NameIndex {
  const named = [...graph.nodes.values()]
    .filter(({ kind }) => kind !== "question" && kind !== "annotation")
    .map((node) => ({ node, words: nameWords(node) }));
  const counts = new Map<string, number>();
  for (const { words } of named) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return named.map(({ node, words }) => ({
    id: node.id,
    kind: node.kind,
    weights: new Map([...words].map((word) => [word, Math.log1p(named.length / (counts.get(word) ?? 1))])),
  }));
}

function nameWords({ text, kind }: ArgumentNode): ReadonlySet<string> {
  const words = foldWords(text);
  const names = new Set(words.filter((word) => !COMMON.has(word)).map(sameWord));
  if (kind === "hypothesis" || kind === "treatment") for (const short of initialsOf(words)) names.add(short);
  return names;
}

/** Two to four first letters in a row: "pe", "ttp". */
function initialsOf(words: Words): readonly string[] {
  const letters = words.map((word) => word.charAt(0));
  return [2, 3, 4].flatMap((count) =>
    letters.slice(count - 1).map((_, at) => letters.slice(at, at + count).join("")),
  );
}

function sameWord(word: string): string {
  return SAME_WORD.get(word) ?? word;
}

/**
 * The nodes named, in the order in which they are named; at most two. Where several fit equally, a hypothesis is meant
 * before a finding, and a finding before a sentence in which the word happens to occur.
 */
export function findMentions(
  index: NameIndex,
  words: Words,
  taken: ReadonlySet<number>,
  isWanted: (kind: NodeKind) => boolean,
): readonly NodeId[] {
  const free = new Map(
    words.flatMap((word, place) =>
      taken.has(place) || COMMON.has(word) ? [] : [[place, sameWord(word)] as const],
    ),
  );
  const wanted = index.filter(({ kind }) => isWanted(kind));
  const first = bestNamed(wanted, free);
  if (first === undefined) return [];
  for (const place of first.places) free.delete(place);
  const second = bestNamed(
    wanted.filter(({ id }) => id !== first.id),
    free,
  );
  const found = second === undefined ? [first] : [first, second];
  return found.toSorted((a, b) => Math.min(...a.places) - Math.min(...b.places)).map(({ id }) => id);
}

type Named = {
  readonly id: NodeId;
  readonly score: number;
  readonly rank: number;
  readonly places: readonly number[];
};

/** What a short name stands for, first what people speak of most. */
function rankOf(kind: NodeKind): number {
  if (kind === "hypothesis") return 0;
  return kind === "finding" ? 1 : 2;
}

function bestNamed(index: NameIndex, free: ReadonlyMap<number, string>): Named | undefined {
  let best: Named | undefined;
  for (const { id, kind, weights } of index) {
    const places = [...free].filter(([, word]) => weights.has(word)).map(([place]) => place);
    const score = places.reduce((sum, place) => sum + (weights.get(free.get(place) ?? "") ?? 0), 0);
    const rank = rankOf(kind);
    const isBefore = best !== undefined && score === best.score && rank < best.rank;
    if (score > (best?.score ?? 0) || isBefore) best = { id, score, rank, places };
  }
  return best;
}
