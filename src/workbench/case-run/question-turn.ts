/** The turn in which a model answers a clinician's question, and what its answer adds to the argument. */
import { addEdge, addNode } from "../../domain/argument/graph-operations.ts";
import type { ArgumentGraph, TargetId } from "../../domain/argument/graph.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import { askQuestion, openQuestion, type Question } from "../prompts/conversation.ts";
import type { RunCase, RunQuestion, RunTurn } from "../run/run-request.ts";
import { type ArgumentNow, linesOf } from "./argument-now.ts";

export type QuestionParts = {
  readonly now: ArgumentNow;
  readonly words: string;
  readonly target: RecordTarget;
  readonly asked: Pick<RunQuestion, "question" | "answer" | "keep">;
};

/** The turn; it goes on behind the newest run that the engine still knows. */
export function questionTurn(parts: QuestionParts, { sentences }: Pick<RunCase, "sentences">): RunTurn {
  const { now, words, target, asked } = parts;
  const stands = linesOf(now.stands);
  const question: Question = {
    words,
    about: aboutLines(now.stands, target),
    corrected: [],
    takenBack: linesOf(now.takenBack),
  };
  return {
    task: "question",
    after: now.runs,
    put: (said) =>
      said === undefined
        ? openQuestion(sentences, stands, question)
        : askQuestion(said, { ...question, corrected: linesOf(now.corrected) }),
    known: new Set(stands),
    refused: now.refused,
    asked: { ...asked, adds: readAdding(now), restsOn: (text) => restsOn(now.stands, target, text) },
  };
}

/** More than these say no more. */
const MOST_ABOUT = 20;

/** A statement with the links at it; what rests on a sentence; nothing for the whole case. */
function aboutLines(graph: ArgumentGraph, { type, id }: RecordTarget): readonly string[] {
  if (type === "text") {
    const citing = [...graph.nodes].filter(([, { citations }]) =>
      citations.some(({ sentence }) => sentence === id),
    );
    return [`sentence ${id}`, ...linesOf({ nodes: new Map(citing), edges: new Map() })].slice(0, MOST_ABOUT);
  }
  const edges = [...graph.edges].filter(([own, { from, to }]) => own === id || from === id || to === id);
  const ends = new Set([id, ...edges.flatMap(([own, { from, to }]) => (own === id ? [from, to] : []))]);
  const nodes = [...graph.nodes].filter(([own]) => ends.has(own));
  return linesOf({ nodes: new Map(nodes), edges: new Map(edges) }).slice(0, MOST_ABOUT);
}

/** As the notation shows it to a model; "Test results: normal" is a sentence, not a statement. */
const STATED_ID = /^[a-z]{1,2}\d{1,4}$/u;

/** Only what is new and legal is added; the rest of an answer is words. */
function readAdding({ stands, refused }: ArgumentNow): (statement: Statement) => boolean {
  let graph = stands;
  return (statement) => {
    if (statement.type !== "node" && statement.type !== "edge") return false;
    const { id } = statement.type === "node" ? statement.node : statement.edge;
    if (refused.has(id) || (statement.type === "node" && !STATED_ID.test(id))) return false;
    const added = statement.type === "node" ? addNode(graph, statement.node) : addEdge(graph, statement.edge);
    if (added.ok) graph = added.value;
    return added.ok;
  };
}

/** What it was about, and every statement that the answer names. */
function restsOn({ nodes, edges }: ArgumentGraph, { id }: RecordTarget, text: string): readonly TargetId[] {
  const named = new Set([id, ...(text.match(/[\p{L}\p{N}_.+>-]+/gu) ?? [])]);
  return [...named].filter((name) => nodes.has(name) || edges.has(name));
}
