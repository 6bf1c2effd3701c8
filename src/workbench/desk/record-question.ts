/** A question and its computed answer as events of the record. */
import type { ComputedAnswer, QuestionAsk } from "../../domain/questions/question.ts";
import { targetToSentence } from "../../domain/argument/explanations/sentence.ts";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import type { Strengths } from "../../domain/argument/strength/strengths.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import type { CaseLive } from "../case-session/case-session.ts";
import type { DeskTarget } from "./selection.ts";

export type AskedParts = {
  readonly live: CaseLive;
  readonly strengths: Strengths;
  readonly ask: QuestionAsk;
  /** As it was asked. */
  readonly text: string;
  readonly answer: ComputedAnswer;
  /** The answer as it was said. */
  readonly words: string;
  readonly newId: () => string;
};

/** The question, then what was answered and what the answer rests on. */
export function askPayloads({
  live,
  strengths,
  ask,
  text,
  answer,
  words,
  newId,
}: AskedParts): readonly EventPayload[] {
  const question = newId();
  return [
    {
      type: "question-ask",
      branch: live.branch,
      question,
      op: ask.op,
      target: targetOfAsk(strengths.graph, ask),
      text,
    },
    {
      type: "answer-give",
      answer: newId(),
      question,
      source: "computed",
      text: words,
      restsOn: restsOn(answer),
    },
  ];
}

/** What a question is about, as the record names it. */
export function targetOfAsk(graph: ArgumentGraph, { target }: QuestionAsk): RecordTarget {
  const sentence = targetToSentence(target);
  if (sentence !== undefined) return { type: "text", id: sentence, quote: "", start: 0 };
  const type = target === undefined ? "case" : graph.edges.has(target) ? "edge" : "node";
  return { type, id: target ?? "", quote: "", start: 0 };
}

/** What is selected on the desk, as the record names it. */
export function toRecordTarget(target: DeskTarget): RecordTarget {
  if (target.type === "case") return { type: "case", id: "", quote: "", start: 0 };
  const type = target.type === "sentence" ? "text" : target.type;
  return { type, id: target.id, quote: "", start: 0 };
}

function restsOn(answer: ComputedAnswer): readonly string[] {
  if (!answer.ok) return [];
  const { target, items } = answer.value;
  const named = items.flatMap(({ nodeId, edgeId }) => [nodeId, edgeId]);
  return [...new Set([target, ...named].filter((id) => id !== undefined))];
}
