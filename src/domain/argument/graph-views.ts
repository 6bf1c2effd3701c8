/** Ways to look at a graph that screens and explanations share: stages, clusters, ancestors, sources, attribution. */
import type { ArgumentGraph, ArgumentNode, Attribution, Citation, NodeId, NodeKind, Stage } from "./graph.ts";
import { evaluate } from "./strength/evaluate.ts";
import type { Strengths } from "./strength/strengths.ts";
import { EFFECTIVE_FROM } from "./strength/words.ts";

/** MedR-Bench stages (clinical foundation 2.6); evidence and annotations belong to none by themselves. */
const STAGE_BY_KIND: Partial<Record<NodeKind, Stage>> = {
  test: 1,
  question: 1,
  hypothesis: 2,
  inference: 2,
  uncertainty: 2,
  treatment: 3,
  contraindication: 3,
};

/** The stage a node says it belongs to, else that of its kind. */
export function stageOf(node: ArgumentNode): Stage | undefined {
  return node.stage ?? STAGE_BY_KIND[node.kind];
}

/** Nodes that share a cause, by cluster, in stable order. */
export function clustersOf(graph: ArgumentGraph): ReadonlyMap<string, readonly NodeId[]> {
  const clusters = new Map<string, NodeId[]>();
  for (const { id, cluster } of graph.nodes.values()) {
    if (cluster === undefined) continue;
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), id]);
  }
  return clusters;
}

/** The graph as it stood when the story had been told up to that part: without findings revealed later. */
export function graphUpTo(graph: ArgumentGraph, revealedUpTo: number): ArgumentGraph {
  const nodes = new Map([...graph.nodes].filter(([, node]) => !isLater(node, revealedUpTo)));
  const edges = new Map([...graph.edges].filter(([, edge]) => nodes.has(edge.from)));
  // An edge may hang on an edge that is already gone, so look again until nothing hangs in the air.
  for (let size = -1; size !== edges.size;) {
    size = edges.size;
    for (const [id, edge] of edges) if (!nodes.has(edge.to) && !edges.has(edge.to)) edges.delete(id);
  }
  return { nodes, edges };
}

function isLater(node: ArgumentNode, revealedUpTo: number): boolean {
  return node.kind === "finding" && node.revealedAt !== undefined && node.revealedAt > revealedUpTo;
}

/** Every node from which arguments lead to these (supports, attacks, derives), themselves not counted. */
export function ancestorsOf(graph: ArgumentGraph, targets: readonly NodeId[]): ReadonlySet<NodeId> {
  const sources = new Map<string, string[]>();
  for (const edge of graph.edges.values()) {
    if (edge.kind === "asks" || edge.kind === "about") continue;
    // The edge itself is a way station: an undercut points at it, and acts through it.
    const into = sources.get(edge.to);
    if (into === undefined) sources.set(edge.to, [edge.from, edge.id]);
    else into.push(edge.from, edge.id);
  }
  const found = new Set<string>();
  const open: string[] = [...targets];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const source of sources.get(id) ?? []) {
      if (found.has(source)) continue;
      found.add(source);
      open.push(source);
    }
  }
  return new Set([...found].filter((id) => graph.nodes.has(id) && !targets.includes(id)));
}

/** Where a node comes from in the case text: its own citations, else those of the findings behind it (Q3, Q4). */
export function sourcesOf(
  graph: ArgumentGraph,
  id: NodeId,
): readonly { readonly nodeId: NodeId; readonly citation: Citation }[] {
  const own = graph.nodes.get(id)?.citations ?? [];
  if (own.length > 0) return own.map((citation) => ({ nodeId: id, citation }));
  return [...ancestorsOf(graph, [id])]
    .map((ancestor) => graph.nodes.get(ancestor))
    .filter((node) => node?.kind === "finding")
    .flatMap((node) => node?.citations.map((citation) => ({ nodeId: node.id, citation })) ?? []);
}

export type AttributionLabel = { readonly attribution: Attribution; readonly effective: boolean };

/** Whose knowledge a node is, and whether taking it away would change any strength (2.6, attribution label). */
export function attributionLabel(strengths: Strengths, id: NodeId): AttributionLabel | undefined {
  const node = strengths.graph.nodes.get(id);
  if (node === undefined) return undefined;
  return { attribution: node.attribution, effective: largestChangeWithout(strengths, id) >= EFFECTIVE_FROM };
}

/** The largest change of any other node's strength when this node is taken away. */
export function largestChangeWithout(strengths: Strengths, id: NodeId): number {
  const { compiled, evaluation, rule } = strengths;
  const unit = compiled.unitOf.get(id);
  if (unit === undefined) return 0;
  const without = evaluate(compiled, rule, new Set([unit]), { ...evaluation, changed: [unit] }).values;
  let largest = 0;
  for (let other = 0; other < compiled.nodeIds.length; other += 1) {
    if (other === unit) continue;
    largest = Math.max(largest, Math.abs((without[other] ?? 0) - (evaluation.values[other] ?? 0)));
  }
  return largest;
}
