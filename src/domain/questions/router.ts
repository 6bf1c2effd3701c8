/**
 * From free text to a question of the registry, without a model: the type by its cues, what it is about by the names in
 * the graph, and what is left unsaid by what was asked before ("and without the troponin?"). Unsure, it offers the two
 * nearest instead of guessing.
 */
import { sentenceToTarget } from "../argument/explanations/sentence.ts";
import type { QuestionOp } from "../argument/explanations/answer.ts";
import type { ArgumentGraph, NodeKind, TargetId } from "../argument/graph.ts";
import { targetKind } from "./ask.ts";
import { foldWords, matchCues, type CueMatch, type Words } from "./cues.ts";
import { findMentions, indexNames, type NameIndex } from "./mentions.ts";
import type { QuestionAsk, QuestionTarget, QuestionType } from "./question.ts";
import { questionTypes } from "./registry.ts";

/** What was said before, and what is selected on the screen. */
export type RouterMemory = {
  readonly last?: QuestionAsk;
  readonly selected?: TargetId;
};

export type Route =
  | { readonly type: "sure"; readonly ask: QuestionAsk }
  /** Nearest first; to be offered, not answered. */
  | { readonly type: "unsure"; readonly nearest: readonly QuestionAsk[] }
  /** It is clear what is asked, but not about what. */
  | { readonly type: "needs-target"; readonly op: QuestionOp };

export type Router = (text: string, memory: RouterMemory) => Route;

type Candidate = { readonly type: QuestionType; readonly score: number; readonly cue: CueMatch };
type Asked = { readonly graph: ArgumentGraph; readonly names: NameIndex; readonly memory: RouterMemory };

/** Two types this near each other are both offered. */
const SURE_BY = 0.5;
/** Naming something that a type is about speaks for the type, and naming something else against it. */
const KIND_BONUS = 0.75;

/** A router for one graph; making one is linear in the graph, routing is fast. */
export function createRouter(graph: ArgumentGraph): Router {
  const names = indexNames(graph);
  return (text, memory) => route(foldWords(text), { graph, names, memory });
}

function route(words: Words, asked: Asked): Route {
  const candidates = questionTypes
    .map((type: QuestionType) => judge(type, words, asked))
    .filter(({ cue }) => cue.score > 0)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = candidates;
  if (first === undefined) return followUp(words, asked);
  const ask = toAsk(first, words, asked);
  if (second !== undefined && first.score - second.score < SURE_BY)
    return { type: "unsure", nearest: [ask, toAsk(second, words, asked)] };
  const kind = targetKind(asked.graph, ask.target);
  const isComplete = kind !== undefined && first.type.about.includes(kind);
  return isComplete ? { type: "sure", ask } : { type: "needs-target", op: ask.op };
}

function judge(type: QuestionType, words: Words, { graph, names, memory }: Asked): Candidate {
  const cue = matchCues(words, type.cues);
  const [named] = findMentions(names, words, cue.places, () => true);
  const kind = targetKind(graph, named ?? memory.selected);
  const isAbout = kind !== undefined && kind !== "case" && type.about.includes(kind);
  const bonus = named === undefined && memory.selected === undefined ? 0 : isAbout ? KIND_BONUS : 0;
  return { type, cue, score: cue.score + bonus };
}

function toAsk({ type, cue }: Pick<Candidate, "type" | "cue">, words: Words, asked: Asked): QuestionAsk {
  const { graph, names, memory } = asked;
  const isWanted = (kind: NodeKind): boolean => type.about.includes(kind);
  const mentioned = findMentions(names, words, cue.places, isWanted);
  const target = mentioned.at(-1) ?? sentenceIn(words, type) ?? unsaid(type, graph, memory);
  // "Why this rather than that": what comes last is what was not chosen.
  const other = mentioned.length > 1 && type.op === "Q2" ? mentioned[0] : undefined;
  return {
    op: type.op,
    ...(target === undefined ? {} : { target }),
    ...(other === undefined ? {} : { other }),
    ...(type.op === "Q8" ? { change: changeIn(words) } : {}),
  };
}

/** "Sentence 3" or "s3". */
function sentenceIn(words: Words, type: QuestionType): TargetId | undefined {
  if (!type.about.includes("sentence")) return undefined;
  const named = words.find((word) => /^s\d+$/u.test(word));
  const number = words.find((word, place) => words[place - 1] === "sentence" && /^\d+$/u.test(word));
  const id = named ?? (number === undefined ? undefined : `s${number}`);
  return id === undefined ? undefined : sentenceToTarget(id);
}

/** What is selected, else what was talked about; nothing where the whole case can be meant. */
function unsaid(type: QuestionType, graph: ArgumentGraph, memory: RouterMemory): TargetId | undefined {
  const fits = (target: TargetId | undefined): boolean => {
    const kind: QuestionTarget | undefined = targetKind(graph, target);
    return target !== undefined && kind !== undefined && type.about.includes(kind);
  };
  if (fits(memory.selected)) return memory.selected;
  return fits(memory.last?.target) ? memory.last?.target : undefined;
}

const TAKEN_AWAY: readonly string[] = [
  "without",
  "ignore",
  "leave out",
  "take away",
  "had not been there",
  "not there",
];

function changeIn(words: Words): "take-away" | "turn-round" {
  return matchCues(words, TAKEN_AWAY).score > 0 ? "take-away" : "turn-round";
}

/** "And dissection?" asks the same as before about something else. */
function followUp(words: Words, asked: Asked): Route {
  const { last } = asked.memory;
  const type = questionTypes.find(({ op }) => op === last?.op);
  const named = findMentions(asked.names, words, new Set(), () => true).at(-1);
  if (type !== undefined && last !== undefined && named !== undefined) {
    const kind = targetKind(asked.graph, named);
    const about: readonly QuestionTarget[] = type.about;
    if (kind !== undefined && about.includes(kind))
      return {
        type: "sure",
        ask: { op: last.op, target: named, ...(last.change && { change: last.change }) },
      };
  }
  const target = named ?? asked.memory.selected;
  const nearest = questionTypes.filter((candidate: QuestionType) =>
    candidate.about.includes(targetKind(asked.graph, target) ?? "case"),
  );
  return {
    type: "unsure",
    nearest: nearest.slice(0, 2).map(({ op }) => ({ op, ...(target === undefined ? {} : { target }) })),
  };
}
