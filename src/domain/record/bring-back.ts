/** What a retraction took out of a branch together, to be put back together. */
import type { ArgumentEdge, ArgumentNode, NodeId } from "../argument/graph.ts";
import type { BranchState } from "./case-state.ts";

export type BroughtBack = { readonly node: ArgumentNode; readonly edges: readonly ArgumentEdge[] };

/** The node with every link that went with it and whose other end is still there; undefined where it was not retracted. */
export function readBroughtBack(
  { nodes, edges, withdrawn }: Pick<BranchState, "nodes" | "edges" | "withdrawn">,
  id: NodeId,
): BroughtBack | undefined {
  const gone = withdrawn.get(id);
  if (gone?.type !== "node") return undefined;
  const isThere = new Set([id]);
  const has = (end: string): boolean => nodes.has(end) || edges.has(end) || isThere.has(end);
  const waiting = new Set(
    [...withdrawn.values()].flatMap((entry) =>
      entry.type === "edge" && entry.event === gone.event ? [entry.edge] : [],
    ),
  );
  const back: ArgumentEdge[] = [];
  // A link may hang on a link that comes back itself, so look again until none can be added.
  for (let size = -1; size !== back.length;) {
    size = back.length;
    for (const edge of waiting) {
      if (!has(edge.from) || !has(edge.to)) continue;
      waiting.delete(edge);
      isThere.add(edge.id);
      back.push(edge);
    }
  }
  return { node: gone.node, edges: back };
}
