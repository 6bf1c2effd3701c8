/**
 * Right answer, wrong reasoning (clinical foundation 4.5, code L6): the answer and every step on the way to it judged
 * apart, and whether the answer would still lead without the steps that a clinician rejected.
 */
import { ok } from "../../../shared/result.ts";
import type { ArgumentEdge, ArgumentGraph, NodeId, TargetId } from "../graph.ts";
import { ancestorsOf } from "../graph-views.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";
import { isOvertaken, leaderIn, outcomeWithLinks, strengthsIn } from "./what-if.ts";

export type ReasoningGrade =
  | "sound"
  | "right-answer-harmless-error"
  | "right-answer-by-luck"
  | "wrong-answer-steps-accepted"
  | "wrong-answer-wrong-steps"
  /** No step was rejected, but not every step was judged. */
  | "not-judged-yet";

export type ReasoningHeadline = {
  readonly type: "reasoning-grade";
  readonly answer: NodeId;
  readonly isCorrect: boolean;
  readonly grade: ReasoningGrade;
  readonly rejected: number;
  readonly unjudged: number;
  /** Who leads once the rejected steps count for nothing. */
  readonly leaderWithoutRejected: NodeId | undefined;
};
export type ReasoningPart = { readonly type: "accepted" | "rejected" | "unsure" | "unjudged" };

/** What was judged of a step; one that was not judged is left out. */
export type StepVerdicts = ReadonlyMap<TargetId, Exclude<ReasoningPart["type"], "unjudged">>;

const VERDICT_PARTS = { accept: "accepted", reject: "rejected", unsure: "unsure" } as const;

/** Grades the way to `answer`; `isCorrect` says whether that answer is right. Verdicts are those in the graph unless given. */
export function explainReasoningGrade(
  strengths: Strengths,
  answer: NodeId,
  isCorrect: boolean,
  verdicts: StepVerdicts = verdictsOf(strengths.graph),
): Explanation<ReasoningHeadline, ReasoningPart> {
  const { graph } = strengths;
  const node = graph.nodes.get(answer);
  if (node === undefined) return cannotAnswer("unknown-target", answer);
  if (!strengths.byNode.has(answer)) return cannotAnswer("wrong-kind-of-target", answer);
  const items = judgedSteps(graph, answer, verdicts);
  const rejected = new Set(
    items.filter((item) => item.part.type === "rejected").map((item) => item.edgeId ?? item.nodeId ?? ""),
  );
  const unjudged = items.filter(
    (item) => item.part.type !== "rejected" && item.part.type !== "accepted",
  ).length;
  const values = valuesWithoutRejected(strengths, rejected);
  const stillLeads = !isOvertaken(strengths, answer, values);
  return ok({
    op: "Q24",
    target: answer,
    basis: "graph",
    headline: {
      type: "reasoning-grade",
      answer,
      isCorrect,
      grade: gradeOf(isCorrect, rejected.size, unjudged, stillLeads),
      rejected: rejected.size,
      unjudged,
      leaderWithoutRejected: leaderIn(strengths, values),
    },
    items,
    before: hypothesisStrengths(strengths),
    after: strengthsIn(strengths, values),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, ...(unjudged > 0 ? (["only-verdicts-given-so-far"] as const) : [])),
    followUps: ["Q20", "Q7"],
  });
}

function gradeOf(
  isCorrect: boolean,
  rejected: number,
  unjudged: number,
  stillLeads: boolean,
): ReasoningGrade {
  if (rejected > 0) {
    if (!isCorrect) return "wrong-answer-wrong-steps";
    return stillLeads ? "right-answer-harmless-error" : "right-answer-by-luck";
  }
  if (unjudged > 0) return "not-judged-yet";
  return isCorrect ? "sound" : "wrong-answer-steps-accepted";
}

/**
 * The steps on paths from findings to the answer: the nodes between, links that go from a finding straight to the
 * answer (there the link is the step), and whatever else on the way was judged.
 */
function judgedSteps(
  graph: ArgumentGraph,
  answer: NodeId,
  verdicts: StepVerdicts,
): readonly AnswerItem<ReasoningPart>[] {
  const onPath = ancestorsOf(graph, [answer]);
  const isStepLink = (edge: ArgumentEdge): boolean => {
    if (!onPath.has(edge.from)) return false;
    const isDirect = edge.to === answer && graph.nodes.get(edge.from)?.kind === "finding";
    const isOnWay = edge.to === answer || onPath.has(edge.to) || graph.edges.has(edge.to);
    return isDirect || (isOnWay && verdicts.has(edge.id));
  };
  const steps = [...graph.nodes.values()].filter(
    (node) => onPath.has(node.id) && (node.kind !== "finding" || verdicts.has(node.id)),
  );
  const links = [...graph.edges.values()].filter((edge) => isStepLink(edge));
  return [
    ...steps.map(({ id }) =>
      nodeItem<ReasoningPart>(graph, id, { part: { type: verdicts.get(id) ?? "unjudged" } }),
    ),
    ...links.map(({ id }): AnswerItem<ReasoningPart> => ({
      edgeId: id,
      part: { type: verdicts.get(id) ?? "unjudged" },
    })),
  ];
}

function verdictsOf(graph: ArgumentGraph): StepVerdicts {
  const verdicts = new Map<TargetId, "accepted" | "rejected" | "unsure">();
  for (const node of graph.nodes.values()) {
    if (node.kind === "annotation" && node.verdict !== undefined)
      verdicts.set(node.target, VERDICT_PARTS[node.verdict]);
  }
  return verdicts;
}

/** Rejected nodes and links pass nothing on. */
function valuesWithoutRejected(strengths: Strengths, rejected: ReadonlySet<TargetId>): Float64Array {
  const { nodeIds } = strengths.compiled;
  return outcomeWithLinks(strengths, (link) =>
    rejected.has(link.edgeId) || rejected.has(nodeIds[link.from] ?? "") ? { ...link, weight: 0 } : link,
  ).values;
}
