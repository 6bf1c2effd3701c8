/**
 * Whether the smallest flip set can be found exactly in one sort (clinical foundation 3.6): log-odds, no shared-cause
 * discount, and every finding's part in a hypothesis independent of the other findings.
 */
import type { NodeId } from "../graph.ts";
import { linkContribution } from "../strength/evaluate.ts";
import { toLogOdds } from "../strength/log-odds.ts";
import type { Strengths } from "../strength/strengths.ts";

export type FlatHypothesis = {
  readonly id: NodeId;
  readonly logOdds: number;
  /** Log-odds points that each finding adds. */
  readonly byFinding: ReadonlyMap<NodeId, number>;
};

/** The hypotheses as sums over findings; undefined when the graph is not flat in that sense. */
export function readFlatHypotheses(strengths: Strengths): readonly FlatHypothesis[] | undefined {
  if (strengths.rule.semantics.id !== "log-odds" || strengths.rule.clusters) return undefined;
  const readsFindings = unitsThatReadFindings(strengths);
  const flat: FlatHypothesis[] = [];
  for (const unit of strengths.compiled.hypotheses) {
    const hypothesis = readFlat(strengths, unit, readsFindings);
    if (hypothesis === undefined) return undefined;
    flat.push(hypothesis);
  }
  return flat;
}

function readFlat(strengths: Strengths, unit: number, readsFindings: Uint8Array): FlatHypothesis | undefined {
  const { compiled, evaluation, rule, graph } = strengths;
  const base = compiled.start[unit] ?? 0;
  if (base <= 0 || base >= 1) return undefined;
  const byFinding = new Map<NodeId, number>();
  let logOdds = toLogOdds(base);
  for (const link of compiled.incoming[unit] ?? []) {
    const dependsOnOthers =
      readsFindings[link.from] === 1 || (link.weightUnit >= 0 && readsFindings[link.weightUnit] === 1);
    if (dependsOnOthers) return undefined;
    const points = (link.sign * linkContribution(link, evaluation.values)) / rule.kappa;
    logOdds += points;
    const from = compiled.nodeIds[link.from] ?? "";
    if (graph.nodes.get(from)?.kind === "finding") byFinding.set(from, (byFinding.get(from) ?? 0) + points);
  }
  return { id: compiled.nodeIds[unit] ?? "", logOdds, byFinding };
}

/** Marks every unit whose value some finding (other than the unit itself) may move; cycles count as reading all. */
function unitsThatReadFindings(strengths: Strengths): Uint8Array {
  const { compiled, graph } = strengths;
  const reads = new Uint8Array(compiled.start.length);
  for (const { units, cyclic } of compiled.components) {
    const isReader = units.some((unit) =>
      (compiled.incoming[unit] ?? []).some((link) => {
        const isFinding = graph.nodes.get(compiled.nodeIds[link.from] ?? "")?.kind === "finding";
        return isFinding || reads[link.from] === 1 || (link.weightUnit >= 0 && reads[link.weightUnit] === 1);
      }),
    );
    if (isReader || cyclic) for (const unit of units) reads[unit] = 1;
  }
  return reads;
}
