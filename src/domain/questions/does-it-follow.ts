import { explainCriticalQuestions } from "../argument/explanations/critical-questions.ts";
import type { ArgumentGraph, TargetId } from "../argument/graph.ts";
import type { QuestionType } from "./question.ts";

/** Q16: "Does that follow?" */
export const doesItFollow: QuestionType = {
  op: "Q16",
  about: ["edge", "inference", "finding", "knowledge", "calculation"],
  cues: [
    "does that follow",
    "does it follow",
    "really follow",
    "follows from",
    "critical questions",
    "is that valid",
    "is that a valid",
    "sound argument",
    "justified",
    "how do you know that",
    "does that mean",
  ],
  answer: ({ strengths }, { target = "" }) =>
    explainCriticalQuestions(strengths, linkOf(strengths.graph, target)),
};

/** The link itself, or the first one by which a step leads on. */
function linkOf(graph: ArgumentGraph, target: TargetId): TargetId {
  if (graph.edges.has(target)) return target;
  for (const edge of graph.edges.values()) {
    if (edge.from === target && (edge.kind === "supports" || edge.kind === "attacks")) return edge.id;
  }
  return target;
}
