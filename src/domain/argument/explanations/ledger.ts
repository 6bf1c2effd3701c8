/**
 * The ledger of a node (Q1, clinical foundation 3.5): one signed row per direct reason. Under log-odds the rows and the
 * starting points add up exactly; under other semantics the rows are energies, good for ranking only.
 */
import { ok } from "../../../shared/result.ts";
import type { EdgeId, NodeId } from "../graph.ts";
import { discountedContribution, linkContribution } from "../strength/evaluate.ts";
import { toLogOdds } from "../strength/log-odds.ts";
import type { Strengths } from "../strength/strengths.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";
import { createBudget, findingsBehind, tryWithout } from "./what-if.ts";

export type LedgerHeadline = {
  readonly type: "ledger";
  readonly nodeId: NodeId;
  readonly unit: "log-odds-points" | "energy";
  /** Where the node starts, in the unit of the rows; undefined when its base score is final (0 or 1). */
  readonly start: number | undefined;
  /** Start and all direct rows. */
  readonly total: number | undefined;
  readonly strength: number;
};

export type LedgerPart =
  | {
      readonly type: "direct";
      readonly weight: number;
      readonly undercut: number;
      readonly undercutBy: readonly EdgeId[];
    }
  /** A finding that acts through steps: what its removal would take away. Not part of the sum. */
  | { readonly type: "through-steps" };

/** Direct reasons by size, then findings that act through steps. */
export function explainLedger(strengths: Strengths, nodeId: NodeId): Explanation<LedgerHeadline, LedgerPart> {
  const unit = strengths.compiled.unitOf.get(nodeId);
  if (unit === undefined) return cannotAnswer("unknown-target", nodeId);
  const isAdditive = strengths.rule.semantics.id === "log-odds";
  const base = strengths.compiled.start[unit] ?? 0;
  const isFinal = isAdditive && (base <= 0 || base >= 1);
  const direct = ledgerRows(strengths, unit);
  const start = isFinal ? undefined : isAdditive ? toLogOdds(base) : 0;
  return ok({
    op: "Q1",
    target: nodeId,
    basis: "graph",
    headline: {
      type: "ledger",
      nodeId,
      unit: isAdditive ? "log-odds-points" : "energy",
      start,
      total: start === undefined ? undefined : direct.reduce((sum, row) => sum + (row.points ?? 0), start),
      strength: strengths.byNode.get(nodeId) ?? 0,
    },
    items: [...bySize(direct), ...bySize(throughSteps(strengths, unit))],
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(
      strengths,
      ...(isAdditive ? [] : (["not-additive"] as const)),
      ...(isFinal ? (["base-score-is-final"] as const) : []),
    ),
    followUps: ["Q2", "Q6", "Q7"],
  });
}

/** The direct rows of a unit in edge order. */
function ledgerRows(strengths: Strengths, unit: number): readonly AnswerItem<LedgerPart>[] {
  const { compiled, evaluation, rule, graph } = strengths;
  const scale = rule.semantics.id === "log-odds" ? rule.kappa : 1;
  const links = compiled.incoming[unit] ?? [];
  return links.map((link, index) => {
    const { values } = evaluation;
    const contribution = rule.clusters
      ? discountedContribution(index, links, values)
      : linkContribution(link, values);
    const left = link.weightUnit < 0 ? link.weight : (values[link.weightUnit] ?? 0);
    return nodeItem<LedgerPart>(graph, compiled.nodeIds[link.from] ?? "", {
      edgeId: link.edgeId,
      points: (link.sign * contribution) / scale,
      part: {
        type: "direct",
        weight: link.weight,
        undercut: link.weight > 0 ? 1 - left / link.weight : 0,
        undercutBy: (compiled.incoming[link.weightUnit] ?? []).map((undercut) => undercut.edgeId),
      },
    });
  });
}

/** What each direct reason gives a node, summed over its edges. */
export function pointsByNode(strengths: Strengths, nodeId: NodeId): ReadonlyMap<NodeId, number> {
  const points = new Map<NodeId, number>();
  for (const row of ledgerRows(strengths, strengths.compiled.unitOf.get(nodeId) ?? -1)) {
    if (row.nodeId !== undefined) points.set(row.nodeId, (points.get(row.nodeId) ?? 0) + (row.points ?? 0));
  }
  return points;
}

function throughSteps(strengths: Strengths, unit: number): readonly AnswerItem<LedgerPart>[] {
  const direct = new Set(
    (strengths.compiled.incoming[unit] ?? []).map((link) => strengths.compiled.nodeIds[link.from]),
  );
  const now = strengths.evaluation.values[unit] ?? 0;
  const budget = createBudget();
  return findingsBehind(strengths, [unit])
    .filter((id) => !direct.has(id))
    .flatMap((id) => {
      const values = tryWithout(strengths, [id], budget)?.values;
      if (values === undefined) return [];
      const without = values[unit] ?? 0;
      const isAdditive = strengths.rule.semantics.id === "log-odds";
      const points = isAdditive ? toLogOdds(now) - toLogOdds(without) : now - without;
      return nodeItem<LedgerPart>(strengths.graph, id, {
        // A base score of 0 or 1 does not move: the difference of two infinities is no number, and no effect.
        points: Number.isFinite(points) ? points : 0,
        part: { type: "through-steps" },
      });
    });
}
