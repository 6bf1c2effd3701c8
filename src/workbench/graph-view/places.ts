/**
 * Where every card of the graph stands. What is placed stays until a person asks for order. Reasons stand left of what
 * they lead to: many short cards below each other fit a panel, many beside each other would not.
 */
import {
  FAMILY_BY_KIND,
  type ArgumentEdge,
  type ArgumentGraph,
  type ArgumentNode,
  type NodeId,
} from "../../domain/argument/graph.ts";
import type { LayoutEdge, Position } from "../../domain/argument/layout/layout-input.ts";
import { layoutGraph } from "../../domain/argument/layout/layered-layout.ts";
import {
  continueLayout,
  createPlacement,
  placeArriving,
  type Placement,
} from "../../domain/argument/layout/place-arriving.ts";
import { layoutQuickly } from "./quick-layout.ts";
import { wrapRows } from "./wrap-columns.ts";

/** Every card has one size, so that a word more in it moves nothing. */
export const CARD = { width: 224, height: 108 } as const;

/** Two columns of cards, with their links between them, fit a panel from near. */
export const COLUMN_GAP = 170;
export const ROW_GAP = 16;

/** Beyond this a whole layout would hold up everything else for longer than a glance. */
const MOST_AT_ONCE = 800;

/** The layout works from top to bottom; this drawing lies on its side. */
const SIZE_ON_SIDE = { width: CARD.height, height: CARD.width } as const;
const GAPS = { column: ROW_GAP, row: COLUMN_GAP } as const;
const WRAP = { box: SIZE_ON_SIDE, gapInRow: ROW_GAP, gapOfRows: COLUMN_GAP, gapOfParts: 44 } as const;

export type Places = ReadonlyMap<string, Position>;

export type GraphPlacer = {
  /**
   * Places what came since; a first graph that is there as a whole is laid out as a whole. The same value as before
   * while nothing came or went.
   */
  readonly follow: (graph: ArgumentGraph) => Places;
  /** Lays everything out anew. */
  readonly tidy: (graph: ArgumentGraph) => Places;
  /** Puts everything back to where it stood before it was last laid out anew on request. */
  readonly untidy: (graph: ArgumentGraph) => Places;
};

/** A placer of one drawing. A node that is taken back and comes again finds its place. */
export function createPlacer(): GraphPlacer {
  let placement: Placement = createPlacement(GAPS);
  let before: Placement | undefined;
  let places: Places = new Map();
  const layOut = (graph: ArgumentGraph): void => {
    const nodes = [...graph.nodes.keys()].map((id) => ({ id, ...SIZE_ON_SIDE }));
    const isLarge = nodes.length > MOST_AT_ONCE;
    const links = linksOf(graph);
    const layout = isLarge ? layoutQuickly(nodes, links, GAPS) : layoutGraph(nodes, links, GAPS);
    placement = continueLayout(wrapRows(layout, WRAP), nodes, GAPS);
  };
  const follow = (graph: ArgumentGraph): Places => {
    if (placement.placed.size === 0 && graph.nodes.size > 1) layOut(graph);
    else placeNew(placement, graph);
    if (!isSame(places, graph)) places = placesOf(placement, graph, places);
    return places;
  };
  const changeTo = (graph: ArgumentGraph): Places => {
    places = new Map();
    return follow(graph);
  };
  return {
    follow,
    tidy: (graph) => {
      before = placement;
      layOut(graph);
      return changeTo(graph);
    },
    untidy: (graph) => {
      [placement, before] = [before ?? placement, undefined];
      return changeTo(graph);
    },
  };
}

function isSame(places: Places, graph: ArgumentGraph): boolean {
  if (places.size !== graph.nodes.size) return false;
  for (const id of graph.nodes.keys()) if (!places.has(id)) return false;
  return true;
}

/** A card that stays keeps its very place, so that whoever compares sees at once that it did. */
function placesOf({ placed }: Placement, graph: ArgumentGraph, known: Places): Places {
  const places = new Map<string, Position>();
  for (const id of graph.nodes.keys()) {
    const place = placed.get(id);
    if (place !== undefined) places.set(id, known.get(id) ?? { x: place.y, y: place.x });
  }
  return places;
}

/** Only what arrives is looked at, with the links that join it to what is there. */
function placeNew(placement: Placement, graph: ArgumentGraph): void {
  const { placed } = placement;
  const arriving = new Map<NodeId, LayoutEdge[]>();
  for (const id of graph.nodes.keys()) if (!placed.has(id)) arriving.set(id, []);
  if (arriving.size === 0) return;
  for (const edge of graph.edges.values()) {
    const mayJoin = arriving.has(edge.from) || arriving.has(edge.to) || isUndercut(edge);
    if (!mayJoin) continue;
    const link = { from: edge.from, to: nodeAimedAt(graph, edge) };
    arriving.get(link.from)?.push(link);
    arriving.get(link.to)?.push(link);
  }
  let firstOf: Map<number, NodeId> | undefined;
  for (const [id, links] of arriving) {
    const node = graph.nodes.get(id);
    const isLinked = links.some(({ from, to }) => placed.has(from === id ? to : from));
    if (!isLinked) firstOf ??= firstOfRanks(graph, (each) => placed.has(each));
    const anchor = node === undefined || isLinked ? undefined : anchorOf(node, firstOf ?? new Map());
    placeArriving(
      placement,
      { id, ...SIZE_ON_SIDE },
      anchor === undefined ? links : [{ from: anchor, to: id }],
    );
    if (node !== undefined && firstOf?.has(rankOf(node.kind)) === false) firstOf.set(rankOf(node.kind), id);
  }
}

function isUndercut(edge: ArgumentEdge): boolean {
  return edge.kind === "attacks" && edge.attack === "undercut";
}

/** The links between nodes; one that has none yet hangs on a node of an earlier kind, so that kinds stand in order. */
function linksOf(graph: ArgumentGraph): readonly LayoutEdge[] {
  const links: LayoutEdge[] = [];
  const linked = new Set<NodeId>();
  // Asked three times for every link: a plain set answers several times sooner than the record's map.
  const nodes = new Set(graph.nodes.keys());
  for (const edge of graph.edges.values()) {
    const link = { from: edge.from, to: nodes.has(edge.to) ? edge.to : nodeAimedAt(graph, edge) };
    if (!nodes.has(link.from) || !nodes.has(link.to)) continue;
    links.push(link);
    linked.add(link.from).add(link.to);
  }
  const firstOf = firstOfRanks(graph, () => true);
  for (const node of graph.nodes.values()) {
    const anchor = linked.has(node.id) ? undefined : anchorOf(node, firstOf);
    if (anchor !== undefined) links.push({ from: anchor, to: node.id });
  }
  return links;
}

function firstOfRanks(graph: ArgumentGraph, isThere: (id: NodeId) => boolean): Map<number, NodeId> {
  const firstOf = new Map<number, NodeId>();
  for (const { id, kind } of graph.nodes.values()) {
    if (isThere(id) && !firstOf.has(rankOf(kind))) firstOf.set(rankOf(kind), id);
  }
  return firstOf;
}

function anchorOf({ kind }: ArgumentNode, firstOf: ReadonlyMap<number, NodeId>): NodeId | undefined {
  const before = [...firstOf.keys()].filter((rank) => rank < rankOf(kind));
  return before.length === 0 ? undefined : firstOf.get(Math.max(...before));
}

const RANK_BY_FAMILY = { evidence: 0, thinking: 1, plan: 3, talk: 4 } as const;

function rankOf(kind: ArgumentNode["kind"]): number {
  return kind === "hypothesis" ? 2 : RANK_BY_FAMILY[FAMILY_BY_KIND[kind]];
}

/** What weakens a link stands before the node that the link leads to. */
function nodeAimedAt(graph: ArgumentGraph, edge: ArgumentEdge): string {
  let { to } = edge;
  let next = graph.nodes.has(to) ? undefined : graph.edges.get(to);
  const seen = new Set<string>();
  for (; next !== undefined && !seen.has(to); next = graph.edges.get(to)) {
    seen.add(to);
    ({ to } = next);
  }
  return to;
}
