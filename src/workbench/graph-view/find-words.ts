/** Nodes by words: all of them must be in a node's text, in any order, whatever their case. */
import type { ArgumentNode, NodeId } from "../../domain/argument/graph.ts";

/** The nodes that hold all words, in the graph's order; none for no word. */
export function findByWords(nodes: Iterable<ArgumentNode>, text: string): readonly NodeId[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const found: NodeId[] = [];
  for (const node of nodes) {
    const said = node.text.toLowerCase();
    if (words.every((word) => said.includes(word))) found.push(node.id);
  }
  return found;
}
