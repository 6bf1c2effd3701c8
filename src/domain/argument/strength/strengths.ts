/**
 * Strengths of a whole graph, from scratch or after a change. A strength is the result of an argument, never the
 * probability of a disease (clinical foundation 3.3).
 */
import type { ArgumentEdge, ArgumentGraph, HypothesisNode, NodeId, TargetId } from "../graph.ts";
import { compileGraph, holdsStrength, isStrengthEdge } from "./compiled-graph.ts";
import type { CompiledGraph, StrengthFlag } from "./compiled-graph.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation, Reuse } from "./evaluate.ts";
import { toStrengthRule } from "./options.ts";
import { patchCompiled } from "./patch-compiled.ts";
import type { StrengthOptions, StrengthRule } from "./options.ts";

export type Strengths = {
  readonly graph: ArgumentGraph;
  readonly options: StrengthOptions;
  readonly rule: StrengthRule;
  readonly compiled: CompiledGraph;
  readonly evaluation: Evaluation;
  /** Strength of every node but questions and annotations, in the graph's order. */
  readonly byNode: ReadonlyMap<NodeId, number>;
  readonly flags: readonly StrengthFlag[];
};

export type RankedHypothesis = { readonly hypothesis: HypothesisNode; readonly strength: number };

/** Strengths closer than this are equal: what is left of a sum's rounding must not choose a leader. */
const SAME_STRENGTH = 1e-12;

/** Strengths from scratch. */
export function computeStrengths(graph: ArgumentGraph, options: StrengthOptions = {}): Strengths {
  const compiled = compileGraph(graph, options.baseScores);
  const rule = toStrengthRule(options);
  return assemble(graph, options, rule, compiled, evaluate(compiled, rule));
}

/**
 * Strengths of a later version of the graph under the same options. Nodes and edges that are the same objects count as
 * unchanged; only what depends on a change is computed again, and `evaluation.evaluated` says how much that was.
 */
export function recomputeStrengths(previous: Strengths, graph: ArgumentGraph): Strengths {
  const { options, rule } = previous;
  const patch = patchCompiled(previous, graph, options.baseScores);
  if (patch !== undefined) {
    const reuse = { ...previous.evaluation, changed: patch.changed };
    return assemble(graph, options, rule, patch.compiled, evaluate(patch.compiled, rule, undefined, reuse));
  }
  const compiled = compileGraph(graph, options.baseScores);
  const reuse = carryOver(previous, graph, compiled);
  return assemble(graph, options, rule, compiled, evaluate(compiled, rule, undefined, reuse));
}

/** Hypotheses by strength, strongest first; equal ones in the graph's order. */
export function rankHypotheses(strengths: Strengths): readonly RankedHypothesis[] {
  const ranked: RankedHypothesis[] = [];
  for (const node of strengths.graph.nodes.values()) {
    if (node.kind !== "hypothesis") continue;
    ranked.push({ hypothesis: node, strength: strengths.byNode.get(node.id) ?? 0 });
  }
  return ranked.toSorted((a, b) =>
    Math.abs(a.strength - b.strength) < SAME_STRENGTH ? 0 : b.strength - a.strength,
  );
}

/** The hypothesis with the highest strength; undefined when there is none. */
export function leaderOf(strengths: Strengths): NodeId | undefined {
  return rankHypotheses(strengths)[0]?.hypothesis.id;
}

function assemble(
  graph: ArgumentGraph,
  options: StrengthOptions,
  rule: StrengthRule,
  compiled: CompiledGraph,
  evaluation: Evaluation,
): Strengths {
  const byNode = new Map(compiled.nodeIds.map((id, unit) => [id, evaluation.values[unit] ?? 0]));
  const flags = [...compiled.flags];
  if (evaluation.unsettled.size > 0) {
    const nodeIds = compiled.nodeIds.filter((_id, unit) => evaluation.unsettled.has(unit));
    flags.push({ type: "did-not-settle", nodeIds });
  }
  return { graph, options, rule, compiled, evaluation, byNode, flags };
}

/** Earlier values under the new numbering, with every unit marked where its own inputs differ. */
function carryOver(previous: Strengths, graph: ArgumentGraph, compiled: CompiledGraph): Reuse {
  const values = new Float64Array(compiled.start.length);
  const changed = new Set<number>();
  const unsettled = new Set<number>();
  const before = previous.compiled;
  const carry = (unit: number, earlier: number | undefined): void => {
    if (earlier === undefined || before.start[earlier] !== compiled.start[unit]) changed.add(unit);
    if (earlier === undefined) return;
    values[unit] = previous.evaluation.values[earlier] ?? 0;
    if (previous.evaluation.unsettled.has(earlier)) unsettled.add(unit);
  };
  for (const [id, unit] of compiled.unitOf) carry(unit, before.unitOf.get(id));
  for (const [id, unit] of compiled.edgeUnitOf) carry(unit, before.edgeUnitOf.get(id));
  for (const edge of changedEdges(previous.graph, graph)) {
    for (const unit of unitsTouchedBy(edge, graph, compiled)) changed.add(unit);
  }
  for (const [id, node] of graph.nodes) {
    const earlier = previous.graph.nodes.get(id);
    if (earlier === node || earlier?.cluster === node.cluster) continue;
    for (const reader of compiled.readers[compiled.unitOf.get(id) ?? -1] ?? []) {
      for (const unit of compiled.components[reader]?.units ?? []) changed.add(unit);
    }
  }
  return { values, unsettled, changed };
}

function* changedEdges(before: ArgumentGraph, after: ArgumentGraph): Generator<ArgumentEdge> {
  for (const [id, edge] of before.edges) if (after.edges.get(id) !== edge) yield edge;
  for (const [id, edge] of after.edges) if (before.edges.get(id) !== edge) yield edge;
  // An edge whose far end came or went was ignored on one side, so it changed although the edge itself did not.
  for (const [id, edge] of after.edges) {
    if (before.edges.get(id) === edge && hasEnds(edge, before) !== hasEnds(edge, after)) yield edge;
  }
}

function hasEnds(edge: ArgumentEdge, graph: ArgumentGraph): boolean {
  const from = graph.nodes.get(edge.from);
  const to = graph.nodes.get(edge.to);
  const target = graph.edges.get(edge.to);
  const isRead = (to !== undefined && holdsStrength(to)) || (target !== undefined && isStrengthEdge(target));
  return from !== undefined && holdsStrength(from) && isRead;
}

function* unitsTouchedBy(
  edge: ArgumentEdge,
  graph: ArgumentGraph,
  compiled: CompiledGraph,
): Generator<number> {
  for (const id of [edge.to, edge.id]) {
    const unit = compiled.unitOf.get(id) ?? compiled.edgeUnitOf.get(id);
    if (unit !== undefined) yield unit;
  }
  const reader = targetUnit(edge.to, graph, compiled);
  if (reader !== undefined) yield reader;
}

/** When an edge loses its last undercut its own unit vanishes; what reads its weight is the unit it points at. */
function targetUnit(target: TargetId, graph: ArgumentGraph, compiled: CompiledGraph): number | undefined {
  const edge = graph.edges.get(target);
  if (edge === undefined) return undefined;
  return compiled.unitOf.get(edge.to) ?? compiled.edgeUnitOf.get(edge.to);
}
