/**
 * Does that follow (Q16): the critical questions of an edge's scheme and which of them are still open. A question node
 * about the edge whose `op` is the question's id answers it once its status says so; an attack whose `scheme` is that id
 * means the answer was no.
 */
import { ok } from "../../../shared/result.ts";
import type { ArgumentEdge, ArgumentGraph, EdgeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";
import { schemeById } from "./schemes.ts";
import type { CriticalQuestion } from "./schemes.ts";

export type CriticalQuestionState = "open" | "answered" | "failed";

export type CriticalQuestionsHeadline = {
  readonly type: "critical-questions";
  readonly edgeId: EdgeId;
  readonly scheme: string;
  readonly open: number;
  readonly failed: number;
};
export type CriticalQuestionPart = {
  readonly type: "critical-question";
  readonly question: CriticalQuestion;
  readonly state: CriticalQuestionState;
};

/** The scheme of an edge that names none, by what it joins; undefined where we cannot say. */
function defaultScheme(graph: ArgumentGraph, edge: ArgumentEdge): string | undefined {
  const from = graph.nodes.get(edge.from);
  const to = graph.nodes.get(edge.to);
  if (to?.kind === "treatment") {
    if (edge.kind === "supports") return "decision";
    return from?.kind === "treatment" ? "better-decision" : "side-effect";
  }
  if (from?.kind === "knowledge") return "expert-opinion";
  if (from?.kind === "hypothesis" && to?.kind === "inference") return "cause-to-effect";
  if (from?.kind !== "finding" || (to?.kind !== "hypothesis" && to?.kind !== "inference")) return undefined;
  return edge.kind === "attacks" && from.polarity !== "present" ? "falsification" : "sign";
}

/** Every critical question of the edge's scheme, with its state. */
export function explainCriticalQuestions(
  strengths: Strengths,
  edgeId: EdgeId,
): Explanation<CriticalQuestionsHeadline, CriticalQuestionPart> {
  const { graph } = strengths;
  const edge = graph.edges.get(edgeId);
  if (edge === undefined) return cannotAnswer("unknown-target", edgeId);
  const scheme = schemeById(edge.scheme ?? defaultScheme(graph, edge) ?? "");
  if (scheme === undefined) return cannotAnswer("wrong-kind-of-target", edgeId);
  const items = scheme.questions.map((question) => toItem(graph, edge, question));
  const count = (state: CriticalQuestionState): number =>
    items.filter((item) => item.part.state === state).length;
  return ok({
    op: "Q16",
    target: edgeId,
    basis: "graph",
    headline: {
      type: "critical-questions",
      edgeId,
      scheme: scheme.id,
      open: count("open"),
      failed: count("failed"),
    },
    items,
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q6", "Q7"],
  });
}

function toItem(
  graph: ArgumentGraph,
  edge: ArgumentEdge,
  question: CriticalQuestion,
): AnswerItem<CriticalQuestionPart> {
  const attack = findAttack(graph, edge, question.id);
  if (attack !== undefined)
    return { edgeId: attack, sign: "-", part: { type: "critical-question", question, state: "failed" } };
  const asked = findQuestion(graph, edge.id, question.id);
  const state = asked?.status === "answered" ? "answered" : "open";
  const part = { type: "critical-question", question, state } as const;
  return asked === undefined ? { part } : { nodeId: asked.id, part };
}

function findAttack(graph: ArgumentGraph, edge: ArgumentEdge, questionId: string): EdgeId | undefined {
  const ends = new Set([edge.id, edge.from, edge.to]);
  for (const other of graph.edges.values()) {
    if (other.kind === "attacks" && other.scheme === questionId && ends.has(other.to)) return other.id;
  }
  return undefined;
}

function findQuestion(
  graph: ArgumentGraph,
  edgeId: EdgeId,
  questionId: string,
): { readonly id: string; readonly status: "open" | "answered" } | undefined {
  for (const node of graph.nodes.values()) {
    if (node.kind === "question" && node.op === questionId && isAbout(graph, node.id, node.target, edgeId))
      return node;
  }
  return undefined;
}

function isAbout(
  graph: ArgumentGraph,
  questionId: string,
  target: string | undefined,
  edgeId: EdgeId,
): boolean {
  if (target === edgeId) return true;
  for (const edge of graph.edges.values()) {
    if (edge.kind === "asks" && edge.from === questionId && edge.to === edgeId) return true;
  }
  return false;
}
