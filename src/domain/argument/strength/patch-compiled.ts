/**
 * The usual edit changes a weight, a base score or some words and leaves the shape of the graph alone. Then the numbering
 * of the earlier version still holds and only the changed places are patched; anything else is numbered anew.
 */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, NodeId } from "../graph.ts";
import { baseScoreOf, isStrengthEdge, weightOf } from "./compiled-graph.ts";
import type { CompiledGraph, Link, StrengthEdge, StrengthFlag } from "./compiled-graph.ts";

export type Patch = { readonly compiled: CompiledGraph; readonly changed: ReadonlySet<number> };

/** The patched numbering, or undefined when the shape changed or something cannot be computed with. */
export function patchCompiled(
  before: { readonly graph: ArgumentGraph; readonly compiled: CompiledGraph },
  graph: ArgumentGraph,
  baseScores: ReadonlyMap<NodeId, number> | undefined,
): Patch | undefined {
  const { compiled } = before;
  if (compiled.flags.length > 0) return undefined;
  const nodes = replacedValues(before.graph.nodes, graph.nodes, isSameNodeShape);
  const edges = nodes && replacedValues(before.graph.edges, graph.edges, isSameEdgeShape);
  if (nodes === undefined || edges === undefined) return undefined;
  const flags: StrengthFlag[] = [];
  const start = [...compiled.start];
  const incoming = [...compiled.incoming];
  const changed = new Set<number>();
  const setStart = (unit: number | undefined, value: number): void => {
    if (unit === undefined || start[unit] === value) return;
    start[unit] = value;
    changed.add(unit);
  };
  for (const node of nodes) {
    const unit = compiled.unitOf.get(node.id);
    if (unit !== undefined) setStart(unit, baseScoreOf(node, baseScores, flags));
  }
  for (const edge of edges.filter((candidate): candidate is StrengthEdge => isStrengthEdge(candidate))) {
    const weight = weightOf(edge, flags);
    setStart(compiled.edgeUnitOf.get(edge.id), weight);
    const reader = compiled.unitOf.get(edge.to) ?? compiled.edgeUnitOf.get(edge.to) ?? -1;
    incoming[reader] = (incoming[reader] ?? []).map((link): Link =>
      link.edgeId === edge.id ? { ...link, weight } : link,
    );
    changed.add(reader);
  }
  return flags.length > 0 ? undefined : { compiled: { ...compiled, start, incoming }, changed };
}

/** Values that were replaced in place; undefined when ids came, went, moved, or a value changed its shape. */
function replacedValues<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  isSameShape: (earlier: Value, later: Value) => boolean,
): readonly Value[] | undefined {
  if (before.size !== after.size) return undefined;
  const replaced: Value[] = [];
  const earlierEntries = before.entries();
  for (const [id, later] of after) {
    const [earlierId, earlier] = earlierEntries.next().value ?? [];
    if (earlierId !== id || earlier === undefined) return undefined;
    if (earlier === later) continue;
    if (!isSameShape(earlier, later)) return undefined;
    replaced.push(later);
  }
  return replaced;
}

function isSameNodeShape(earlier: ArgumentNode, later: ArgumentNode): boolean {
  return earlier.kind === later.kind && earlier.cluster === later.cluster && earlier.id === later.id;
}

function isSameEdgeShape(earlier: ArgumentEdge, later: ArgumentEdge): boolean {
  if (earlier.kind !== later.kind || earlier.from !== later.from || earlier.to !== later.to) return false;
  const attack = earlier.kind === "attacks" ? earlier.attack : undefined;
  return earlier.id === later.id && attack === (later.kind === "attacks" ? later.attack : undefined);
}
