/** What acts on what, by what is acted on: the one index that outline and graph read reasons from. */
import type { ArgumentEdge, ArgumentGraph, NodeId, TargetId } from "../../domain/argument/graph.ts";

/** Edges by the node or edge that they point at, in the graph's order. */
export type Reasons = ReadonlyMap<TargetId, readonly ArgumentEdge[]>;

/** Indexes the edges of a graph. */
export function readReasons(graph: ArgumentGraph): Reasons {
  const reasons = new Map<TargetId, ArgumentEdge[]>();
  for (const edge of graph.edges.values()) {
    const into = reasons.get(edge.to);
    if (into === undefined) reasons.set(edge.to, [edge]);
    else into.push(edge);
  }
  return reasons;
}

/** A node, everything that leads to it, and the edges on the way; an undercut counts with the edge that it attacks. */
export function reasonsBehind(
  reasons: Reasons,
  id: NodeId,
): { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  const nodes = new Set<string>([id]);
  const edges = new Set<string>();
  const open: string[] = [id];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const edge of reasons.get(target) ?? []) {
      if (edges.has(edge.id)) continue;
      edges.add(edge.id);
      open.push(edge.id);
      if (nodes.has(edge.from)) continue;
      nodes.add(edge.from);
      open.push(edge.from);
    }
  }
  return { nodes, edges };
}
