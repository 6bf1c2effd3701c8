/**
 * What is folded away with the reasons of a node: its links in, and every reason that leads nowhere else. A reason that
 * something unfolded rests on too stays in sight.
 */
import type { ArgumentEdge, ArgumentGraph, EdgeId, NodeId, TargetId } from "../../domain/argument/graph.ts";

export type Folded = {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  /** How many links into each folded node are not drawn. */
  readonly counts: ReadonlyMap<NodeId, number>;
};

/** Folds the reasons of these nodes. */
export function foldReasons(graph: ArgumentGraph, collapsed: ReadonlySet<NodeId>): Folded {
  const outOf = new Map<NodeId, ArgumentEdge[]>();
  const into = new Map<TargetId, ArgumentEdge[]>();
  for (const edge of graph.edges.values()) {
    push(outOf, edge.from, edge);
    push(into, edge.to, edge);
  }
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  const counts = new Map<NodeId, number>();
  const open: TargetId[] = [];
  for (const id of collapsed) {
    if (!graph.nodes.has(id)) continue;
    counts.set(id, into.get(id)?.length ?? 0);
    open.push(id);
  }
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const edge of into.get(target) ?? []) {
      if (edges.has(edge.id)) continue;
      edges.add(edge.id);
      // What weakens a link that is gone has nothing left to point at.
      open.push(edge.id);
      if (!isFolded(edge.from, { graph, outOf, edges, collapsed }) || nodes.has(edge.from)) continue;
      nodes.add(edge.from);
      open.push(edge.from);
    }
  }
  return { nodes, edges, counts };
}

/** The folds that may stay when a node is to be seen: all but those that hide it. */
export function unfoldFor(
  graph: ArgumentGraph,
  collapsed: ReadonlySet<NodeId>,
  id: NodeId,
): ReadonlySet<NodeId> {
  const kept = new Set<NodeId>();
  for (const fold of collapsed) {
    kept.add(fold);
    if (foldReasons(graph, kept).nodes.has(id)) kept.delete(fold);
  }
  return kept;
}

/** How many reasons a node has; what has none cannot be folded. */
export function countReasons(graph: ArgumentGraph, id: NodeId): number {
  let count = 0;
  for (const edge of graph.edges.values()) if (edge.to === id) count += 1;
  return count;
}

type Walk = {
  readonly graph: ArgumentGraph;
  readonly outOf: ReadonlyMap<NodeId, readonly ArgumentEdge[]>;
  readonly edges: ReadonlySet<EdgeId>;
  readonly collapsed: ReadonlySet<NodeId>;
};

/** Hypotheses are what the argument is about: they stay, even where one supports another. */
function isFolded(id: NodeId, { graph, outOf, edges, collapsed }: Walk): boolean {
  if (graph.nodes.get(id)?.kind === "hypothesis" || collapsed.has(id)) return false;
  return (outOf.get(id) ?? []).every((edge) => edges.has(edge.id));
}

function push(lists: Map<string, ArgumentEdge[]>, key: string, edge: ArgumentEdge): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [edge]);
  else list.push(edge);
}
