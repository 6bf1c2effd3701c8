/** Statements to a graph: the first of two with the same id stands, and what has no ends stays out, listed. */
import type { ArgumentEdge, ArgumentNode, EdgeId, NodeId } from "../../argument/graph.ts";
import type { Statement } from "./statement.ts";
import type { ArgumentDocument, Conclusion } from "./writer.ts";

export type GraphReading = ArgumentDocument & {
  /** Numbers of statements that are not in the graph: unread lines, duplicates, edges without both ends. */
  readonly leftOut: readonly number[];
};

/** Builds the document that these statements say. */
export function statementsToGraph(statements: readonly Statement[]): GraphReading {
  const nodes = new Map<NodeId, ArgumentNode>();
  const stated = new Map<EdgeId, { readonly edge: ArgumentEdge; readonly number: number }>();
  const leftOut: number[] = [];
  let conclusion: Conclusion | undefined;
  for (const statement of statements) {
    const isNew =
      statement.type === "conclusion"
        ? conclusion === undefined
        : statement.type !== "unread" && isFree(statement, nodes, stated);
    if (!isNew) leftOut.push(statement.number);
    else if (statement.type === "node") nodes.set(statement.node.id, statement.node);
    else if (statement.type === "edge") stated.set(statement.edge.id, statement);
    else if (statement.type === "conclusion") conclusion = { leader: statement.leader, text: statement.text };
  }
  const edges = attachedEdges(nodes, stated);
  for (const { edge, number } of stated.values()) if (!edges.has(edge.id)) leftOut.push(number);
  const graph = { nodes, edges };
  const inOrder = leftOut.toSorted((left, right) => left - right);
  return { graph, leftOut: inOrder, ...(conclusion === undefined ? {} : { conclusion }) };
}

function isFree(
  statement: Extract<Statement, { type: "node" | "edge" }>,
  nodes: ReadonlyMap<NodeId, unknown>,
  edges: ReadonlyMap<EdgeId, unknown>,
): boolean {
  const id = statement.type === "node" ? statement.node.id : statement.edge.id;
  return !nodes.has(id) && !edges.has(id);
}

/** Edges that hang on something that is there; an undercut of a dropped edge drops with it. */
function attachedEdges(
  nodes: ReadonlyMap<NodeId, ArgumentNode>,
  stated: ReadonlyMap<EdgeId, { readonly edge: ArgumentEdge }>,
): ReadonlyMap<EdgeId, ArgumentEdge> {
  const attached = new Map<EdgeId, boolean>();
  const isAttached = (id: EdgeId): boolean => {
    // A chain of edges on edges may be as long as the text, so it is walked, not recursed into.
    const path: EdgeId[] = [];
    let at = id;
    let verdict: boolean | undefined;
    while (verdict === undefined) {
      const edge = stated.get(at)?.edge;
      verdict =
        edge === undefined || !nodes.has(edge.from) ? false : nodes.has(edge.to) ? true : attached.get(at);
      path.push(at);
      // Provisional: an edge met again on its own path hangs on nothing.
      if (verdict === undefined) attached.set(at, false);
      at = edge?.to ?? "";
    }
    for (const step of path) attached.set(step, verdict);
    return verdict;
  };
  return new Map([...stated].flatMap(([id, { edge }]) => (isAttached(id) ? [[id, edge] as const] : [])));
}
