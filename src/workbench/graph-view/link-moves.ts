/** What a new link between two things of the graph could say; for whoever draws one. */
import type { ArgumentGraph, NodeId, TargetId } from "../../domain/argument/graph.ts";
import { whyIllegal, type MoveName } from "../../domain/argument/legal-moves.ts";

const MOVES: readonly MoveName[] = ["supports", "rebut", "undermine", "undercut", "derives"];

/** The moves that are legal between these two, without those that are there already; none for a thing and itself. */
export function movesBetween(graph: ArgumentGraph, from: NodeId, to: TargetId): readonly MoveName[] {
  const start = graph.nodes.get(from);
  const end = graph.nodes.get(to);
  const target = graph.edges.get(to);
  if (start === undefined || from === to || (end === undefined && target === undefined)) return [];
  // Only a link that carries a strength can be weakened.
  if (target !== undefined && !("weight" in target)) return [];
  const there = new Set<MoveName>();
  for (const edge of graph.edges.values()) {
    if (edge.from === from && edge.to === to) there.add(edge.kind === "attacks" ? edge.attack : edge.kind);
  }
  return MOVES.filter(
    (move) => !there.has(move) && whyIllegal(move, start.kind, end?.kind ?? "edge") === undefined,
  );
}
