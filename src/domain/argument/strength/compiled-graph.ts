/**
 * The argument graph made ready for evaluation: numbered units and the links each one reads. A unit is a node that can
 * hold a strength, or an edge that something undercuts (its value is the weight that is left). Whatever cannot be
 * computed with (a dangling edge, a weight that is no number) is left out or brought into range, and flagged.
 */
import { FAMILY_BY_KIND } from "../graph.ts";
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  AttacksEdge,
  EdgeId,
  NodeId,
  SupportsEdge,
} from "../graph.ts";
import { defaultBaseScore } from "./base-scores.ts";
import { findComponents } from "./components.ts";
import type { Component } from "./components.ts";

export type StrengthFlag =
  | { readonly type: "edge-ignored"; readonly edgeId: EdgeId; readonly why: "missing-from" | "missing-to" }
  | { readonly type: "points-at-itself"; readonly edgeId: EdgeId }
  | { readonly type: "weight-not-a-number" | "weight-out-of-range"; readonly edgeId: EdgeId }
  | { readonly type: "base-not-a-number" | "base-out-of-range"; readonly nodeId: NodeId }
  | { readonly type: "did-not-settle"; readonly nodeIds: readonly NodeId[] };

export type Link = {
  readonly edgeId: EdgeId;
  readonly from: number;
  readonly sign: 1 | -1;
  readonly weight: number;
  /** The unit that holds what undercuts leave of the weight; -1 when nothing undercuts the edge. */
  readonly weightUnit: number;
  readonly cluster: string | undefined;
};

export type CompiledGraph = {
  /** Node units come first, in the stable order of the graph; the rest are undercut edges. */
  readonly nodeIds: readonly NodeId[];
  readonly unitOf: ReadonlyMap<NodeId, number>;
  readonly edgeUnitOf: ReadonlyMap<EdgeId, number>;
  /** Base score of a node, weight of an edge. */
  readonly start: readonly number[];
  readonly incoming: readonly (readonly Link[])[];
  /** In an order in which each reads only earlier ones and itself. */
  readonly components: readonly Component[];
  readonly componentOf: Int32Array;
  /** For each unit, the components that read it. */
  readonly readers: readonly (readonly number[])[];
  /** Units of the hypotheses, in the stable order of the graph. */
  readonly hypotheses: readonly number[];
  readonly flags: readonly StrengthFlag[];
};

export type StrengthEdge = SupportsEdge | AttacksEdge;

/** Whether the edge takes part in strengths at all. */
export function isStrengthEdge(edge: ArgumentEdge): edge is StrengthEdge {
  return edge.kind === "supports" || edge.kind === "attacks";
}

/** Whether the node can hold a strength: questions and annotations do not. */
export function holdsStrength(node: ArgumentNode): boolean {
  return FAMILY_BY_KIND[node.kind] !== "talk";
}

/** Numbers the graph. `baseScores` replaces those of the nodes. */
export function compileGraph(graph: ArgumentGraph, baseScores?: ReadonlyMap<NodeId, number>): CompiledGraph {
  const flags: StrengthFlag[] = [];
  const nodes = [...graph.nodes.values()].filter(holdsStrength);
  const nodeIds = nodes.map((node) => node.id);
  const unitOf = new Map(nodeIds.map((id, unit) => [id, unit]));
  const start = nodes.map((node) => baseScoreOf(node, baseScores, flags));
  const edges = [...graph.edges.values()].filter((edge) => isStrengthEdge(edge));
  const edgeUnitOf = new Map<EdgeId, number>();
  for (const edge of edges) {
    const target = isUndercut(edge) ? graph.edges.get(edge.to) : undefined;
    if (target === undefined || !isStrengthEdge(target) || edgeUnitOf.has(target.id)) continue;
    edgeUnitOf.set(target.id, start.length);
    start.push(weightOf(target, []));
  }
  const incoming = start.map((): Link[] => []);
  for (const edge of edges) {
    const to = isUndercut(edge) ? edgeUnitOf.get(edge.to) : unitOf.get(edge.to);
    const from = unitOf.get(edge.from);
    if (to === undefined || from === undefined) {
      flags.push({
        type: "edge-ignored",
        edgeId: edge.id,
        why: from === undefined ? "missing-from" : "missing-to",
      });
      continue;
    }
    if (to === from) flags.push({ type: "points-at-itself", edgeId: edge.id });
    incoming[to]?.push({
      edgeId: edge.id,
      from,
      sign: edge.kind === "supports" ? 1 : -1,
      weight: weightOf(edge, flags),
      weightUnit: edgeUnitOf.get(edge.id) ?? -1,
      cluster: nodes[from]?.cluster,
    });
  }
  const components = findComponents(incoming.map(unitsRead));
  const hypotheses = nodes.flatMap((node, unit) => (node.kind === "hypothesis" ? [unit] : []));
  return {
    nodeIds,
    unitOf,
    edgeUnitOf,
    start,
    incoming,
    components,
    ...findReaders(components, incoming),
    hypotheses,
    flags,
  };
}

function findReaders(
  components: readonly Component[],
  incoming: readonly (readonly Link[])[],
): Pick<CompiledGraph, "componentOf" | "readers"> {
  const componentOf = new Int32Array(incoming.length);
  const readers = incoming.map((): number[] => []);
  for (const [index, { units }] of components.entries()) {
    for (const unit of units) {
      componentOf[unit] = index;
      for (const source of unitsRead(incoming[unit] ?? [])) {
        const known = readers[source];
        if (known !== undefined && known.at(-1) !== index) known.push(index);
      }
    }
  }
  return { componentOf, readers };
}

/** The units whose values these links read. */
function unitsRead(links: readonly Link[]): number[] {
  return links.flatMap((link) => (link.weightUnit < 0 ? [link.from] : [link.from, link.weightUnit]));
}

function isUndercut(edge: StrengthEdge): boolean {
  return edge.kind === "attacks" && edge.attack === "undercut";
}

/** The base score to start from, brought into range; a score that is none is flagged. */
export function baseScoreOf(
  node: ArgumentNode,
  baseScores: ReadonlyMap<NodeId, number> | undefined,
  flags: StrengthFlag[],
): number {
  const score = baseScores?.get(node.id) ?? node.baseScore ?? defaultBaseScore(node);
  if (!Number.isFinite(score)) {
    flags.push({ type: "base-not-a-number", nodeId: node.id });
    return defaultBaseScore(node);
  }
  if (score < 0 || score > 1) flags.push({ type: "base-out-of-range", nodeId: node.id });
  return Math.min(1, Math.max(0, score));
}

/** The weight to compute with, brought into range; a weight that is none counts as 0 and is flagged. */
export function weightOf(edge: StrengthEdge, flags: StrengthFlag[]): number {
  if (!Number.isFinite(edge.weight)) {
    flags.push({ type: "weight-not-a-number", edgeId: edge.id });
    return 0;
  }
  if (edge.weight < 0 || edge.weight > 1) flags.push({ type: "weight-out-of-range", edgeId: edge.id });
  return Math.min(1, Math.max(0, edge.weight));
}
