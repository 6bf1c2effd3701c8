/**
 * Where every card of the graph stands. What is placed stays until a person asks for order. Reasons stand left of what
 * they lead to: many short cards below each other fit a panel, many beside each other would not.
 */
import {
  FAMILY_BY_KIND,
  type ArgumentEdge,
  type ArgumentGraph,
  type ArgumentNode,
} from "../../domain/argument/graph.ts";
import type { LayoutEdge, Position } from "../../domain/argument/layout/layout-input.ts";
import { layoutGraph } from "../../domain/argument/layout/layered-layout.ts";
import {
  continueLayout,
  createPlacement,
  placeArriving,
  type Placement,
} from "../../domain/argument/layout/place-arriving.ts";

/** Every card has one size, so that a word more in it moves nothing. */
export const CARD = { width: 224, height: 108 } as const;

/** The layout works from top to bottom; this drawing lies on its side. */
const SIZE_ON_SIDE = { width: CARD.height, height: CARD.width } as const;
/** Wide between columns: there the links need room to be told apart, and names theirs from afar. */
const GAPS = { column: 16, row: 300 } as const;

export type Places = ReadonlyMap<string, Position>;

export type GraphPlacer = {
  /** Places what came since; a first graph that is there as a whole is laid out as a whole. */
  readonly follow: (graph: ArgumentGraph) => Places;
  /** Lays everything out anew. */
  readonly tidy: (graph: ArgumentGraph) => Places;
};

/** A placer of one drawing. A node that is taken back and comes again finds its place. */
export function createPlacer(): GraphPlacer {
  let placement: Placement = createPlacement(GAPS);
  const tidy = (graph: ArgumentGraph): Places => {
    const nodes = [...graph.nodes.keys()].map((id) => ({ id, ...SIZE_ON_SIDE }));
    const layout = layoutGraph(nodes, linksOf(graph, graph.nodes), GAPS);
    placement = continueLayout(layout, nodes, GAPS);
    return placesOf(placement, graph);
  };
  return {
    tidy,
    follow: (graph) => {
      if (placement.placed.size === 0 && graph.nodes.size > 1) return tidy(graph);
      const { placed } = placement;
      const arriving = [...graph.nodes.keys()].filter((id) => !placed.has(id));
      for (const id of arriving) {
        const there = new Map([...graph.nodes].filter(([each]) => each === id || placed.has(each)));
        placeArriving(placement, { id, ...SIZE_ON_SIDE }, linksOf(graph, there));
      }
      return placesOf(placement, graph);
    },
  };
}

function placesOf({ placed }: Placement, graph: ArgumentGraph): Places {
  const places = new Map<string, Position>();
  for (const id of graph.nodes.keys()) {
    const place = placed.get(id);
    if (place !== undefined) places.set(id, { x: place.y, y: place.x });
  }
  return places;
}

/** The links between nodes; one that has none yet hangs on a node of an earlier kind, so that kinds stand in order. */
function linksOf(graph: ArgumentGraph, nodes: ReadonlyMap<string, ArgumentNode>): readonly LayoutEdge[] {
  const links = [...graph.edges.values()]
    .map((edge) => ({ from: edge.from, to: nodeAimedAt(graph, edge) }))
    .filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const firstOf = new Map<number, string>();
  for (const { id, kind } of nodes.values()) if (!firstOf.has(rankOf(kind))) firstOf.set(rankOf(kind), id);
  for (const { id, kind } of nodes.values()) {
    if (linked.has(id)) continue;
    const before = [...firstOf.keys()].filter((rank) => rank < rankOf(kind));
    const anchor = firstOf.get(Math.max(...before));
    if (anchor !== undefined) links.push({ from: anchor, to: id });
  }
  return links;
}

const RANK_BY_FAMILY = { evidence: 0, thinking: 1, plan: 3, talk: 4 } as const;

function rankOf(kind: ArgumentNode["kind"]): number {
  return kind === "hypothesis" ? 2 : RANK_BY_FAMILY[FAMILY_BY_KIND[kind]];
}

/** What weakens a link stands before the node that the link leads to. */
function nodeAimedAt(graph: ArgumentGraph, edge: ArgumentEdge): string {
  const seen = new Set<string>();
  let { to } = edge;
  for (let next = graph.edges.get(to); next !== undefined && !seen.has(to); next = graph.edges.get(to)) {
    seen.add(to);
    ({ to } = next);
  }
  return to;
}
