/** Puts questions to the graph and remembers what was answered, as long as the case is open. */
import type { HypothesisStrengths } from "../../domain/argument/explanations/answer.ts";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { shownGraph } from "../../workbench/case-session/case-session.ts";
import type { Desk } from "../../workbench/desk/desk.ts";
import { answerToText, sayAnswer, type SaidAnswer } from "./say-answer.ts";

export type StrengthChange = {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
};

export type GivenAnswer = {
  readonly ask: QuestionAsk;
  readonly said: SaidAnswer;
  /** Strengths of the hypotheses before and after what was imagined; empty where nothing was. */
  readonly changes: readonly StrengthChange[];
};

export type PutAnswer = {
  readonly given: GivenAnswer;
  /** The question in the record; undefined where it could not be written. */
  readonly question: string | undefined;
};

/** Forgotten with the desk; what is kept of an answer are the words in the record. */
const answersOf = new WeakMap<Desk, Map<string, GivenAnswer>>();

/** Most hypotheses whose strengths are compared. */
const MOST_CHANGES = 5;

/** Asks; undefined where the graph alone has no answer. */
export function putQuestion(desk: Desk, ask: QuestionAsk, text: string): PutAnswer | undefined {
  const graph = shownGraph(desk.case.getState());
  const before = desk.case.getState().view.length;
  let said: SaidAnswer | undefined;
  const answer = desk.ask(ask, text, (computed) => {
    said = sayAnswer(graph, computed);
    return answerToText(said);
  });
  if (answer === undefined || said === undefined) return undefined;
  const changes = answer.ok ? compare(graph, answer.value.before, answer.value.after) : [];
  const given: GivenAnswer = { ask, said, changes };
  const question = findQuestion(desk, before);
  if (question !== undefined) remember(desk, question, given);
  return { given, question };
}

/** The answer in full, where it was given since the case was opened. */
export function recallAnswer(desk: Desk, question: string): GivenAnswer | undefined {
  return answersOf.get(desk)?.get(question);
}

function remember(desk: Desk, question: string, given: GivenAnswer): void {
  const answers = answersOf.get(desk) ?? new Map<string, GivenAnswer>();
  answersOf.set(desk, answers.set(question, given));
}

function findQuestion(desk: Desk, from: number): string | undefined {
  const { view } = desk.case.getState();
  for (let place = view.length - 1; place >= from; place -= 1) {
    const event = view.log.events[place];
    if (event?.type === "question-ask") return event.question;
  }
  return undefined;
}

function compare(
  graph: ArgumentGraph,
  before: HypothesisStrengths,
  after: HypothesisStrengths | undefined,
): readonly StrengthChange[] {
  if (after === undefined) return [];
  return Object.entries(after)
    .map(([id, strength]) => {
      const name = graph.nodes.get(id)?.text ?? "";
      return { id, name, before: before[id] ?? 0, after: strength };
    })
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after))
    .slice(0, MOST_CHANGES);
}
