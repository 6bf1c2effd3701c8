/** The paths through a node or link: all that leads to it, and all that it leads to. */
import type { ArgumentEdge, ArgumentGraph, TargetId } from "../../domain/argument/graph.ts";
import { litBy, type DeskTarget, type Lit } from "../desk/selection.ts";
import { readReasons } from "./reasons.ts";

/** How far the light of a selection reaches. */
export type PathWay = "links" | "behind" | "ahead" | "both";

/** What lights up with a target in the graph when the light follows paths. */
export function litAlong(graph: ArgumentGraph, target: DeskTarget | undefined, way: PathWay): Lit {
  const near = litBy(graph, target);
  if (way === "links" || (target?.type !== "node" && target?.type !== "edge")) return near;
  const found = new Set<TargetId>([target.id]);
  if (way !== "ahead") walkBehind(graph, target.id, found);
  if (way !== "behind") walkAhead(graph, target.id, found);
  return {
    sentences: near.sentences,
    nodes: new Set([...found].filter((id) => graph.nodes.has(id))),
    edges: new Set([...found].filter((id) => graph.edges.has(id))),
  };
}

function walkBehind(graph: ArgumentGraph, id: TargetId, found: Set<TargetId>): void {
  const reasons = readReasons(graph);
  const ownFrom = graph.edges.get(id)?.from;
  walk(ownFrom === undefined ? [id] : [id, ownFrom], found, (target) =>
    (reasons.get(target) ?? []).flatMap((edge) => [edge.id, edge.from]),
  );
}

/** An attack on a link goes on to what that link leads to. */
function walkAhead(graph: ArgumentGraph, id: TargetId, found: Set<TargetId>): void {
  const outOf = new Map<string, ArgumentEdge[]>();
  for (const edge of graph.edges.values()) outOf.set(edge.from, [...(outOf.get(edge.from) ?? []), edge]);
  walk([id], found, (target) => {
    const edge = graph.edges.get(target);
    return edge === undefined ? (outOf.get(target) ?? []).map((out) => out.id) : [edge.to];
  });
}

function walk(
  starts: readonly TargetId[],
  found: Set<TargetId>,
  next: (id: TargetId) => readonly TargetId[],
): void {
  const seen = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    found.add(id);
    for (const other of next(id)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
}
