/**
 * Shapley attribution (clinical foundation 3.5): each finding's average marginal effect on a strength. Exact up to 12
 * findings; beyond, 200 random orders with the standard error shown, or fewer when the graph is too large for 200.
 */
import type { Chance } from "../../../shared/chance.ts";
import { err, ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Confidence, Explanation } from "./answer.ts";
import { createBudget, findingsBehind, outcomeWithout } from "./what-if.ts";

export type ShapleyHeadline = {
  readonly type: "shapley";
  readonly nodeId: NodeId;
  readonly withoutAny: number;
  readonly withAll: number;
};
export type ShapleyPart = { readonly type: "average-effect" };

type Shares = {
  readonly confidence: Confidence;
  readonly values: readonly number[];
  readonly errors?: readonly number[];
};

const EXACT_UP_TO = 12;
const ORDERS = 200;
/** How many budgets an exact answer, or the two orders a standard error needs, may cost at most. */
const MOST_BUDGETS = 3;

/** One row per finding behind the node, largest share first; rows sum to the effect of all findings together. */
export function explainShapley(
  strengths: Strengths,
  nodeId: NodeId,
  chance: Chance,
): Explanation<ShapleyHeadline, ShapleyPart> {
  const unit = strengths.compiled.unitOf.get(nodeId);
  if (unit === undefined) return cannotAnswer("unknown-target", nodeId);
  const players = findingsBehind(strengths, [unit]);
  const withoutAny = outcomeWithout(strengths, players);
  const cost = 1 + Math.max(withoutAny.work, strengths.evaluation.work);
  const affordable = (MOST_BUDGETS * createBudget().left) / cost;
  if (players.length * 2 > affordable) return err({ type: "too-costly" });
  const isExact = players.length <= EXACT_UP_TO && 2 ** players.length <= affordable;
  const shares = isExact
    ? exactShares(strengths, unit, players)
    : sampledShares(strengths, unit, players, chance);
  const items = players.map((id, index) => {
    const standardError = shares.errors?.[index];
    const row = { points: shares.values[index] ?? 0, part: { type: "average-effect" } as const };
    return nodeItem<ShapleyPart>(
      strengths.graph,
      id,
      standardError === undefined ? row : { ...row, standardError },
    );
  });
  const isShort = shares.confidence.type === "sampled" && shares.confidence.samples < ORDERS;
  return ok({
    op: "Q1",
    target: nodeId,
    basis: "graph",
    headline: {
      type: "shapley",
      nodeId,
      withoutAny: withoutAny.values[unit] ?? 0,
      withAll: strengths.evaluation.values[unit] ?? 0,
    },
    items: bySize(items),
    before: hypothesisStrengths(strengths),
    confidence: shares.confidence,
    limits: limitsOf(strengths, ...(isShort ? (["fewer-orders-than-usual"] as const) : [])),
    followUps: ["Q7", "Q9"],
  });
}

function exactShares(strengths: Strengths, unit: number, players: readonly NodeId[]): Shares {
  const size = players.length;
  const worth = new Float64Array(2 ** size);
  for (let present = 0; present < worth.length; present += 1) {
    const removed = players.filter((_, index) => ((present >> index) & 1) === 0);
    worth[present] = outcomeWithout(strengths, removed).values[unit] ?? 0;
  }
  const weights = coalitionWeights(size);
  const values = players.map((_, index) => {
    let share = 0;
    for (let present = 0; present < worth.length; present += 1) {
      if (((present >> index) & 1) === 1) continue;
      const gain = (worth[present | (1 << index)] ?? 0) - (worth[present] ?? 0);
      share += (weights[bitCount(present)] ?? 0) * gain;
    }
    return share;
  });
  return { confidence: { type: "exact" }, values };
}

/** `s! (n - s - 1)! / n!` by coalition size s. */
function coalitionWeights(size: number): readonly number[] {
  const weights: number[] = [];
  for (let count = 0; count < size; count += 1) {
    const previous = weights[count - 1];
    weights.push(previous === undefined ? 1 / size : (previous * count) / (size - count));
  }
  return weights;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function sampledShares(
  strengths: Strengths,
  unit: number,
  players: readonly NodeId[],
  chance: Chance,
): Shares {
  const sums = new Float64Array(players.length);
  const squares = new Float64Array(players.length);
  const withAll = strengths.evaluation.values[unit] ?? 0;
  const budget = createBudget();
  let samples = 0;
  for (; samples < ORDERS && (samples < 2 || budget.left > 0); samples += 1) {
    const order = shuffled(players.length, chance);
    const removed: NodeId[] = [];
    let before = withAll;
    for (const index of order) {
      removed.push(players[index] ?? "");
      const outcome = outcomeWithout(strengths, removed);
      budget.left -= outcome.work + strengths.compiled.components.length / 4;
      const after = outcome.values[unit] ?? 0;
      sums[index] = (sums[index] ?? 0) + before - after;
      squares[index] = (squares[index] ?? 0) + (before - after) ** 2;
      before = after;
    }
  }
  const values = [...sums].map((sum) => sum / samples);
  const errors = values.map((mean, index) => {
    const variance = Math.max(0, ((squares[index] ?? 0) - samples * mean * mean) / (samples - 1));
    return Math.sqrt(variance / samples);
  });
  return { confidence: { type: "sampled", samples }, values, errors };
}

function shuffled(size: number, chance: Chance): readonly number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = Math.floor(chance.next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
