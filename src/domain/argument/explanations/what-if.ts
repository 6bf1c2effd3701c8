/** Strengths of the hypotheses when nodes are taken away or inputs are altered: the engine behind every what-if. */
import type { NodeId } from "../graph.ts";
import type { CompiledGraph, Link } from "../strength/compiled-graph.ts";
import { evaluate } from "../strength/evaluate.ts";
import type { Strengths } from "../strength/strengths.ts";
import type { HypothesisStrengths } from "./answer.ts";

/** Ahead means ahead by more than the rounding of a sum. */
const AHEAD = 1e-12;

export type Outcome = {
  readonly values: Float64Array;
  readonly work: number;
};

/** Links read before giving up, about a second in a worker: a large cycle can make a single trial expensive. */
const WORK_BUDGET = 10_000_000;

/** What trials may still cost. */
export type Budget = { left: number };

/** A fresh budget for one answer. */
export function createBudget(): Budget {
  return { left: WORK_BUDGET };
}

/** `outcomeWithout` at the cost of the budget; undefined once that is spent. */
export function tryWithout(
  strengths: Strengths,
  removed: readonly NodeId[],
  budget: Budget,
): Outcome | undefined {
  if (budget.left <= 0) return undefined;
  const outcome = outcomeWithout(strengths, removed);
  // Copying the values costs about as much as reading a quarter of them.
  budget.left -= outcome.work + strengths.compiled.components.length / 4;
  return outcome;
}

/** Units without some nodes; only what depends on them is evaluated again. */
export function outcomeWithout(strengths: Strengths, removed: readonly NodeId[]): Outcome {
  const { compiled, rule, evaluation } = strengths;
  const gone = new Set<number>();
  for (const id of removed) {
    const unit = compiled.unitOf.get(id);
    if (unit !== undefined) gone.add(unit);
  }
  return evaluate(compiled, rule, gone, { ...evaluation, changed: gone });
}

/** Units when some links, or what they start from, are replaced: `alter` returns the new link of a reader. */
export function outcomeWithLinks(strengths: Strengths, alter: (link: Link) => Link): Outcome {
  const { compiled, rule } = strengths;
  const start = [...compiled.start];
  const incoming = compiled.incoming.map((links) =>
    links.map((link) => {
      const altered = alter(link);
      // An undercut edge keeps its weight in a unit of its own.
      if (altered.weight !== link.weight && link.weightUnit >= 0) start[link.weightUnit] = altered.weight;
      return altered;
    }),
  );
  const altered: CompiledGraph = { ...compiled, start, incoming };
  return evaluate(altered, rule);
}

/** Hypotheses in an outcome, strongest first; equal ones in stable order. */
export function rankingIn({ compiled }: Strengths, values: Float64Array): readonly NodeId[] {
  const strengthOf = (unit: number): number => values[unit] ?? 0;
  const ranked = compiled.hypotheses.toSorted((a, b) => {
    const difference = strengthOf(b) - strengthOf(a);
    return Math.abs(difference) > AHEAD ? difference : a - b;
  });
  return ranked.map((unit) => compiled.nodeIds[unit] ?? "");
}

/** The hypothesis ahead of all others; the first in stable order among equals. */
export function leaderIn(strengths: Strengths, values: Float64Array): NodeId | undefined {
  return rankingIn(strengths, values)[0];
}

/** Whether some other hypothesis is truly ahead of this one; a tie is not a change of mind. */
export function isOvertaken({ compiled }: Strengths, leader: NodeId, values: Float64Array): boolean {
  const own = values[compiled.unitOf.get(leader) ?? -1] ?? 0;
  return compiled.hypotheses.some((unit) => (values[unit] ?? 0) > own + AHEAD);
}

/** The strengths of the hypotheses in an outcome. */
export function strengthsIn({ compiled }: Strengths, values: Float64Array): HypothesisStrengths {
  return Object.fromEntries(
    compiled.hypotheses.map((unit) => [compiled.nodeIds[unit] ?? "", values[unit] ?? 0]),
  );
}

/** Findings that some argument leads on from to any of these units, in stable order. */
export function findingsBehind(strengths: Strengths, units: readonly number[]): readonly NodeId[] {
  const { compiled, graph } = strengths;
  const seen = new Uint8Array(compiled.start.length);
  const open = [...units];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    for (const link of compiled.incoming[unit] ?? []) {
      for (const source of [link.from, link.weightUnit]) {
        if (source < 0 || seen[source] === 1) continue;
        seen[source] = 1;
        open.push(source);
      }
    }
  }
  return compiled.nodeIds.filter((id, unit) => seen[unit] === 1 && graph.nodes.get(id)?.kind === "finding");
}
