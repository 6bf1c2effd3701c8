/**
 * The graph as a tree that can be read aloud: hypotheses by strength with their reasons below, then the rest by family.
 * A node that several things rest on stands below each of them, with its own reasons only where it is met first, so
 * that the tree is never larger than the graph's nodes and links together.
 */
import {
  FAMILY_BY_KIND,
  type ArgumentEdge,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeFamily,
  type TargetId,
} from "../../domain/argument/graph.ts";
import type { RankedHypothesis } from "../../domain/argument/strength/strengths.ts";
import { readReasons, type Reasons } from "./reasons.ts";

export type OutlineEntry = {
  /** Its place in the tree: a node may stand at several, one at the top and one for each of its links. */
  readonly key: string;
  readonly node: ArgumentNode;
  /** What it does to the entry above; none at the top of a group. */
  readonly link: ArgumentEdge | undefined;
  readonly reasons: readonly OutlineEntry[];
  /** True where its reasons stand elsewhere in the tree. */
  readonly isRepeat: boolean;
};

export type OutlineGroupType = "hypotheses" | "plan" | "steps" | "evidence" | "talk";
export type OutlineGroup = { readonly type: OutlineGroupType; readonly entries: readonly OutlineEntry[] };

const GROUP_BY_FAMILY = {
  thinking: "steps",
  plan: "plan",
  evidence: "evidence",
  talk: "talk",
} as const satisfies Record<NodeFamily, OutlineGroupType>;

const GROUP_ORDER: readonly OutlineGroupType[] = ["hypotheses", "plan", "steps", "evidence", "talk"];

type Walk = {
  readonly graph: ArgumentGraph;
  readonly reasons: Reasons;
  readonly opened: Set<TargetId>;
};

/** The groups that hold something, in reading order. Every node of the graph stands in exactly one of them at its top. */
export function buildOutline(
  graph: ArgumentGraph,
  ranking: readonly RankedHypothesis[],
): readonly OutlineGroup[] {
  const nodesOf = new Map<OutlineGroupType, ArgumentNode[]>(GROUP_ORDER.map((type) => [type, []]));
  for (const { hypothesis } of ranking) nodesOf.get("hypotheses")?.push(hypothesis);
  for (const node of graph.nodes.values())
    if (node.kind !== "hypothesis") nodesOf.get(GROUP_BY_FAMILY[FAMILY_BY_KIND[node.kind]])?.push(node);
  const walk: Walk = { graph, reasons: readReasons(graph), opened: new Set() };
  return GROUP_ORDER.map((type): OutlineGroup => ({
    type,
    entries: (nodesOf.get(type) ?? []).map((node) => toEntry(walk, node)),
  })).filter(({ entries }) => entries.length > 0);
}

/**
 * Ends on every graph: a node's reasons are opened once, and an edge has one end only, so that each edge is met once
 * and a circle of undercuts, which leads to no node, never.
 */
function toEntry(walk: Walk, node: ArgumentNode, link?: ArgumentEdge): OutlineEntry {
  const own = walk.reasons.get(node.id) ?? [];
  const isOpened = walk.opened.has(node.id);
  walk.opened.add(node.id);
  // What weakens the link itself is read below it, whichever node it comes from.
  const onLink = link === undefined ? [] : (walk.reasons.get(link.id) ?? []);
  return {
    key: link === undefined ? `node:${node.id}` : `edge:${link.id}`,
    node,
    link,
    isRepeat: isOpened && own.length > 0,
    reasons: toReasons(walk, isOpened ? onLink : [...onLink, ...own]),
  };
}

function toReasons(walk: Walk, edges: readonly ArgumentEdge[]): readonly OutlineEntry[] {
  return edges.flatMap((edge) => {
    const from = walk.graph.nodes.get(edge.from);
    return from === undefined ? [] : [toEntry(walk, from, edge)];
  });
}

/** Every entry of the tree, in reading order. */
export function* readEntries(entries: readonly OutlineEntry[]): Generator<OutlineEntry, undefined, unknown> {
  for (const entry of entries) {
    yield entry;
    yield* readEntries(entry.reasons);
  }
  return undefined;
}
