/** Where every card of the graph stands. What is placed stays until a person asks for order. */
import type { ArgumentEdge, ArgumentGraph } from "../../domain/argument/graph.ts";
import type { LayoutEdge, Position } from "../../domain/argument/layout/layout-input.ts";
import { layoutGraph } from "../../domain/argument/layout/layered-layout.ts";
import {
  continueLayout,
  createPlacement,
  placeArriving,
  type Placement,
} from "../../domain/argument/layout/place-arriving.ts";

/** Every card has one size, so that a word more in it moves nothing. */
export const CARD = { width: 224, height: 112 } as const;

export type Places = ReadonlyMap<string, Position>;

export type GraphPlacer = {
  /** Places what came since; a first graph that is there as a whole is laid out as a whole. */
  readonly follow: (graph: ArgumentGraph) => Places;
  /** Lays everything out anew. */
  readonly tidy: (graph: ArgumentGraph) => Places;
};

/** A placer of one drawing. A node that is taken back and comes again finds its place. */
export function createPlacer(): GraphPlacer {
  let placement: Placement = createPlacement();
  const tidy = (graph: ArgumentGraph): Places => {
    const nodes = boxesOf(graph);
    const layout = layoutGraph(nodes, linksOf(graph));
    placement = continueLayout(layout, nodes);
    return layout.positions;
  };
  return {
    tidy,
    follow: (graph) => {
      if (placement.placed.size === 0 && graph.nodes.size > 1) return tidy(graph);
      return placeAll(placement, graph);
    },
  };
}

function placeAll(placement: Placement, graph: ArgumentGraph): Places {
  const arriving = [...graph.nodes.keys()].filter((id) => !placement.placed.has(id));
  const links = arriving.length === 0 ? [] : linksOf(graph);
  for (const id of arriving) placeArriving(placement, { id, ...CARD }, links);
  const places = new Map<string, Position>();
  for (const id of graph.nodes.keys()) {
    const place = placement.placed.get(id);
    if (place !== undefined) places.set(id, { x: place.x, y: place.y });
  }
  return places;
}

function boxesOf(
  graph: ArgumentGraph,
): readonly { readonly id: string; readonly width: number; readonly height: number }[] {
  return [...graph.nodes.keys()].map((id) => ({ id, ...CARD }));
}

function linksOf(graph: ArgumentGraph): readonly LayoutEdge[] {
  return [...graph.edges.values()].map((edge) => ({ from: edge.from, to: nodeAimedAt(graph, edge) }));
}

/** What weakens a link stands above the node that the link leads to. */
function nodeAimedAt(graph: ArgumentGraph, edge: ArgumentEdge): string {
  const seen = new Set<string>();
  let { to } = edge;
  for (let next = graph.edges.get(to); next !== undefined && !seen.has(to); next = graph.edges.get(to)) {
    seen.add(to);
    ({ to } = next);
  }
  return to;
}
