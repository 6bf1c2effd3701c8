/**
 * When the view changed (Q22, clinical foundation 3.7): strengths with the findings revealed so far, part of the story by
 * part of the story; and stage ablation (3.6), strengths without one part.
 */
import { err, ok } from "../../../shared/result.ts";
import type { ArgumentGraph, FindingNode, NodeId } from "../graph.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation, HypothesisStrengths } from "./answer.ts";
import { pointsByNode } from "./ledger.ts";
import { createBudget, leaderIn, outcomeWithout, rankingIn, strengthsIn, tryWithout } from "./what-if.ts";

/** Where things stood after one part of the story. */
export type StageStep = {
  readonly revealedUpTo: number;
  readonly leader: NodeId | undefined;
  /** Hypotheses, strongest first. */
  readonly ranking: readonly NodeId[];
  readonly strengths: HypothesisStrengths;
  readonly leaderChanged: boolean;
};

export type StageWalkHeadline = {
  readonly type: "stage-walk";
  readonly steps: readonly StageStep[];
  readonly changes: number;
};
/** A finding revealed where the leader changed; points are what it gave the new leader over the old one. */
export type StageWalkPart = { readonly type: "trigger"; readonly revealedUpTo: number };

export type StageAblationHeadline = {
  readonly type: "without-stage";
  readonly revealedAt: number;
  readonly leaderBefore: NodeId | undefined;
  readonly leaderAfter: NodeId | undefined;
};
export type StageAblationPart = { readonly type: "left-out" };

/** One step per part of the story that reveals something; findings without a part count from the start. */
export function explainStageWalk(strengths: Strengths): Explanation<StageWalkHeadline, StageWalkPart> {
  if (leaderOf(strengths) === undefined) return err({ type: "too-few-hypotheses" });
  const steps: StageStep[] = [];
  const budget = createBudget();
  const parts = partsOf(strengths.graph);
  const findings = staged(strengths.graph);
  for (const revealedUpTo of parts) {
    const hidden = findings.filter((finding) => finding.revealedAt > revealedUpTo).map(({ id }) => id);
    const values = tryWithout(strengths, hidden, budget)?.values;
    if (values === undefined) break;
    const ranking = rankingIn(strengths, values);
    const [leader] = ranking;
    const previous = steps.at(-1);
    steps.push({
      revealedUpTo,
      leader,
      ranking,
      strengths: strengthsIn(strengths, values),
      leaderChanged: previous !== undefined && previous.leader !== leader,
    });
  }
  const items = steps.flatMap((step, index) => triggers(strengths, step, steps[index - 1]));
  return ok({
    op: "Q22",
    basis: "graph",
    headline: { type: "stage-walk", steps, changes: steps.filter((step) => step.leaderChanged).length },
    items,
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths, ...(steps.length < parts.length ? (["search-budget-spent"] as const) : [])),
    followUps: ["Q7", "Q9"],
  });
}

/** Strengths as if one part of the story had never been told. */
export function explainWithoutStage(
  strengths: Strengths,
  revealedAt: number,
): Explanation<StageAblationHeadline, StageAblationPart> {
  const hidden = staged(strengths.graph).filter((finding) => finding.revealedAt === revealedAt);
  if (hidden.length === 0) return cannotAnswer("unknown-target", String(revealedAt));
  const { values } = outcomeWithout(
    strengths,
    hidden.map(({ id }) => id),
  );
  return ok({
    op: "Q8",
    basis: "graph",
    headline: {
      type: "without-stage",
      revealedAt,
      leaderBefore: leaderOf(strengths),
      leaderAfter: leaderIn(strengths, values),
    },
    items: hidden.map(({ id }) =>
      nodeItem<StageAblationPart>(strengths.graph, id, { part: { type: "left-out" } }),
    ),
    before: hypothesisStrengths(strengths),
    after: strengthsIn(strengths, values),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q22", "Q7"],
  });
}

type StagedFinding = FindingNode & { readonly revealedAt: number };

function staged(graph: ArgumentGraph): readonly StagedFinding[] {
  return [...graph.nodes.values()].filter(
    (node): node is StagedFinding => node.kind === "finding" && node.revealedAt !== undefined,
  );
}

function partsOf(graph: ArgumentGraph): readonly number[] {
  const parts = new Set(staged(graph).map((finding) => finding.revealedAt));
  return [...parts].toSorted((a, b) => a - b);
}

function triggers(
  strengths: Strengths,
  step: StageStep,
  previous: StageStep | undefined,
): readonly AnswerItem<StageWalkPart>[] {
  if (previous?.leader === undefined || step.leader === undefined || !step.leaderChanged) return [];
  const gains = pointsByNode(strengths, step.leader);
  const losses = pointsByNode(strengths, previous.leader);
  return staged(strengths.graph)
    .filter(({ revealedAt }) => revealedAt > previous.revealedUpTo && revealedAt <= step.revealedUpTo)
    .map(({ id }) =>
      nodeItem<StageWalkPart>(strengths.graph, id, {
        points: (gains.get(id) ?? 0) - (losses.get(id) ?? 0),
        part: { type: "trigger", revealedUpTo: step.revealedUpTo },
      }),
    )
    .filter((item) => (item.points ?? 0) > 0)
    .toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0));
}
