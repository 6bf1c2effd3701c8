/**
 * Changing a graph: every operation returns a new graph that shares all untouched nodes and edges with the old one,
 * or a typed reason why not. Removing something also removes the edges that would hang in the air.
 */
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, EdgeId, NodeId, TargetId } from "./graph.ts";
import { checkEdge } from "./legal-moves.ts";
import type { IllegalMove } from "./legal-moves.ts";

export type GraphProblem =
  | IllegalMove
  | { readonly type: "id-taken"; readonly id: TargetId }
  | { readonly type: "id-empty" }
  | { readonly type: "unknown-id"; readonly id: TargetId }
  | { readonly type: "base-score-out-of-range" }
  | { readonly type: "breaks-edge"; readonly edgeId: EdgeId; readonly why: IllegalMove };

type Outcome = Result<ArgumentGraph, GraphProblem>;

/** A graph with nothing in it. */
export const EMPTY_GRAPH: ArgumentGraph = { nodes: new Map(), edges: new Map() };

/** Adds a node at the end of the stable order. */
export function addNode(graph: ArgumentGraph, node: ArgumentNode): Outcome {
  const problem = newIdProblem(graph, node.id) ?? baseScoreProblem(node);
  if (problem !== undefined) return err(problem);
  return ok({ nodes: new Map(graph.nodes).set(node.id, node), edges: graph.edges });
}

/** Puts another version of a node in its place; refused when one of its edges would no longer be legal. */
export function replaceNode(graph: ArgumentGraph, node: ArgumentNode): Outcome {
  const old = graph.nodes.get(node.id);
  if (old === undefined) return err({ type: "unknown-id", id: node.id });
  const problem = baseScoreProblem(node);
  if (problem !== undefined) return err(problem);
  const next = { nodes: new Map(graph.nodes).set(node.id, node), edges: graph.edges };
  if (old.kind === node.kind) return ok(next);
  for (const edge of graph.edges.values()) {
    if (edge.from !== node.id && edge.to !== node.id) continue;
    const checked = checkEdge(next, edge);
    if (!checked.ok) return err({ type: "breaks-edge", edgeId: edge.id, why: checked.error });
  }
  return ok(next);
}

/** Takes a node out, with every edge from it, to it, or hanging on such an edge. */
export function removeNode(graph: ArgumentGraph, id: NodeId): Outcome {
  if (!graph.nodes.has(id)) return err({ type: "unknown-id", id });
  const nodes = new Map(graph.nodes);
  nodes.delete(id);
  return ok({ nodes, edges: withoutEdges(graph, (edge) => edge.from === id || edge.to === id) });
}

/** Adds a legal edge at the end of the stable order. */
export function addEdge(graph: ArgumentGraph, edge: ArgumentEdge): Outcome {
  const problem = newIdProblem(graph, edge.id);
  return problem === undefined ? putEdge(graph, edge) : err(problem);
}

/** Puts another legal version of an edge in its place. */
export function replaceEdge(graph: ArgumentGraph, edge: ArgumentEdge): Outcome {
  return graph.edges.has(edge.id) ? putEdge(graph, edge) : err({ type: "unknown-id", id: edge.id });
}

/** Takes an edge out, with every edge that hangs on it. */
export function removeEdge(graph: ArgumentGraph, id: EdgeId): Outcome {
  if (!graph.edges.has(id)) return err({ type: "unknown-id", id });
  return ok({ nodes: graph.nodes, edges: withoutEdges(graph, (edge) => edge.id === id) });
}

function putEdge(graph: ArgumentGraph, edge: ArgumentEdge): Outcome {
  const checked = checkEdge(graph, edge);
  if (!checked.ok) return checked;
  return ok({ nodes: graph.nodes, edges: new Map(graph.edges).set(edge.id, edge) });
}

function newIdProblem(graph: ArgumentGraph, id: TargetId): GraphProblem | undefined {
  if (id === "") return { type: "id-empty" };
  // Nodes and edges share their ids: a question or an undercut names either.
  return graph.nodes.has(id) || graph.edges.has(id) ? { type: "id-taken", id } : undefined;
}

function baseScoreProblem({ baseScore }: ArgumentNode): GraphProblem | undefined {
  if (baseScore === undefined || (baseScore >= 0 && baseScore <= 1)) return undefined;
  return { type: "base-score-out-of-range" };
}

function withoutEdges(
  graph: ArgumentGraph,
  isGone: (edge: ArgumentEdge) => boolean,
): ReadonlyMap<EdgeId, ArgumentEdge> {
  const hanging = new Map<EdgeId, EdgeId[]>();
  const gone: EdgeId[] = [];
  for (const edge of graph.edges.values()) {
    if (isGone(edge)) gone.push(edge.id);
    if (graph.edges.has(edge.to)) hanging.set(edge.to, [...(hanging.get(edge.to) ?? []), edge.id]);
  }
  const edges = new Map(graph.edges);
  for (let id = gone.pop(); id !== undefined; id = gone.pop()) {
    if (edges.delete(id)) gone.push(...(hanging.get(id) ?? []));
  }
  return edges;
}
