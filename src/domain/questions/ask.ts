/** Answering a question, and which questions a thing can be asked. */
import type { QuestionOp } from "../argument/explanations/answer.ts";
import { targetToSentence } from "../argument/explanations/sentence.ts";
import type { ArgumentGraph, TargetId } from "../argument/graph.ts";
import type {
  ComputedAnswer,
  QuestionAsk,
  QuestionContext,
  QuestionTarget,
  QuestionType,
} from "./question.ts";
import { questionTypes } from "./registry.ts";

/** The question type of an op; undefined for one that needs a model or a person. */
function questionTypeOf(op: QuestionOp): QuestionType | undefined {
  return questionTypes.find((type) => type.op === op);
}

/** The answer as the graph gives it; undefined where the graph alone has none. */
export function answerQuestion(context: QuestionContext, ask: QuestionAsk): ComputedAnswer | undefined {
  return questionTypeOf(ask.op)?.answer(context, ask);
}

/** What a thing is, as far as questions care; undefined when it is not there. */
export function targetKind(graph: ArgumentGraph, target: TargetId | undefined): QuestionTarget | undefined {
  if (target === undefined) return "case";
  if (graph.edges.has(target)) return "edge";
  return graph.nodes.get(target)?.kind ?? (targetToSentence(target) === undefined ? undefined : "sentence");
}

/** The questions that can be asked about a thing, for its Ask menu. */
export function questionsAbout(graph: ArgumentGraph, target: TargetId | undefined): readonly QuestionType[] {
  return questionsOfKind(targetKind(graph, target));
}

/** The questions that fit whatever is of that kind. */
export function questionsOfKind(kind: QuestionTarget | undefined): readonly QuestionType[] {
  return questionTypes.filter((type: QuestionType) => kind !== undefined && type.about.includes(kind));
}
