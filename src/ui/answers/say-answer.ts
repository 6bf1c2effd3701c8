/** A computed answer as a person reads it: one sentence, one line a row, its limits and what to ask next. */
import type { QuestionOp } from "../../domain/argument/explanations/answer.ts";
import type { ArgumentGraph, EdgeId, NodeId } from "../../domain/argument/graph.ts";
import type { ComputedAnswer } from "../../domain/questions/question.ts";
import {
  answerText,
  headlineSentences,
  limitWords,
  type HeadlineByType,
  type NameOf,
} from "../text/answers.ts";
import { cannotAnswerWords } from "../text/questions.ts";
import { nameRow, sayRow } from "./say-row.ts";

export type SaidRow = {
  readonly name: string;
  /** What there is to say about it beside its points. */
  readonly note: string;
  /** Signed, with its unit; empty where the row has none. */
  readonly points: string;
  readonly sign: "+" | "-" | undefined;
  readonly nodeId: NodeId | undefined;
  readonly edgeId: EdgeId | undefined;
  readonly sentence: string | undefined;
};

export type SaidAnswer = {
  readonly headline: string;
  readonly rows: readonly SaidRow[];
  readonly limits: readonly string[];
  readonly followUps: readonly QuestionOp[];
};

/** Puts an answer into words. */
export function sayAnswer(graph: ArgumentGraph, answer: ComputedAnswer): SaidAnswer {
  if (!answer.ok)
    return { headline: cannotAnswerWords[answer.error.type], rows: [], limits: [], followUps: [] };
  const { headline, items, limits, followUps } = answer.value;
  const nameOf = namesIn(graph);
  return {
    headline: sayHeadline(headline.type, headline, nameOf),
    rows: items.map((item) => ({
      ...sayRow(headline, item, nameOf),
      name: nameRow(item, nameOf),
      sign: item.sign,
      nodeId: item.nodeId,
      edgeId: item.edgeId,
      sentence: item.sentence,
    })),
    limits: limits.map((limit) => limitWords[limit]),
    followUps,
  };
}

/** The same as plain text, for the record and for a screen reader. */
export function answerToText({ headline, rows }: SaidAnswer): string {
  const lines = rows.map(({ name, note, points }) =>
    [name, points, note].filter((part) => part !== "").join(", "),
  );
  return [headline, ...lines].join("\n");
}

/** Nodes by their own words, without the full stop of a sentence; what is gone or was never there is "nothing". */
function namesIn(graph: ArgumentGraph): NameOf {
  return (id) => graph.nodes.get(id ?? "")?.text.replace(/\.$/u, "") ?? answerText.unnamed;
}

function sayHeadline<Type extends keyof HeadlineByType>(
  type: Type,
  headline: HeadlineByType[Type],
  nameOf: NameOf,
): string {
  const say: (typeof headlineSentences)[Type] = headlineSentences[type];
  return upperFirst(say(headline, nameOf));
}

function upperFirst(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
