/**
 * Collects nodes and edges of a free-text reading. Only makes moves that clinical foundation 2.6 allows; one edge
 * for each pair and kind, with the firmest weight that was read.
 */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  AttacksEdge,
  NodeId,
  SupportsEdge,
} from "../../argument/graph.ts";

export type GraphBuilder = {
  readonly addNode: (node: ArgumentNode) => NodeId;
  readonly support: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly attack: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly derive: (from: NodeId, to: NodeId) => void;
  readonly build: () => ArgumentGraph;
};

/** Why an edge was read: the words of the trace and the scheme that licenses it. */
export type EdgeReading = { readonly rationale: string; readonly scheme?: string };

/** An empty builder. */
export function createGraphBuilder(): GraphBuilder {
  const nodes = new Map<NodeId, ArgumentNode>();
  const edges = new Map<string, ArgumentEdge>();
  const put = (edge: SupportsEdge | AttacksEdge): void => {
    const before = edges.get(edge.id);
    if (before !== undefined && "weight" in before && before.weight >= edge.weight) return;
    edges.set(edge.id, edge);
  };
  return {
    addNode: (node) => {
      if (!nodes.has(node.id)) nodes.set(node.id, node);
      return node.id;
    },
    support: (from, to, weight, reading) => {
      if (from !== to) put({ kind: "supports", id: `${from}+${to}`, from, to, weight, ...reading });
    },
    attack: (from, to, weight, reading) => {
      const attack = nodes.get(to)?.kind === "finding" ? "undermine" : "rebut";
      if (from !== to) put({ kind: "attacks", attack, id: `${from}-${to}`, from, to, weight, ...reading });
    },
    derive: (from, to) => {
      const id = `${from}>${to}`;
      if (from !== to) edges.set(id, { kind: "derives", id, from, to });
    },
    build: () => ({ nodes, edges }),
  };
}
