/** Everything that is drawn, in the drawing's own measure: cards by place, links as curves, an index over both. */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  NodeId,
  NodeKind,
} from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { curveBetween, curveToPoint, distanceTo, pointAt, type Curve } from "./curve.ts";
import { indexPlaces, type GridIndex, type Window } from "./grid-index.ts";
import { CARD, type Places } from "./places.ts";
import { readReasons, reasonsBehind } from "./reasons.ts";

export type SceneEdge = { readonly edge: ArgumentEdge; readonly curve: Curve };

export type Scene = {
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>;
  readonly edges: readonly SceneEdge[];
  readonly index: GridIndex;
  readonly bounds: Window;
};

/** What a person chose to see. */
export type SceneFilter = {
  /** Only this node and what leads to it. */
  readonly focus: NodeId | undefined;
  readonly hidden: ReadonlySet<NodeKind>;
};

/** The scene of a graph. A node without a place yet comes with the next one. */
export function buildScene(graph: ArgumentGraph, places: Places, filter: SceneFilter): Scene {
  const focus = filter.focus === undefined || !graph.nodes.has(filter.focus) ? undefined : filter.focus;
  const behind = focus === undefined ? undefined : reasonsBehind(readReasons(graph), focus);
  const nodes = new Map<NodeId, ArgumentNode>();
  const shown = new Map<NodeId, Position>();
  for (const node of graph.nodes.values()) {
    const place = places.get(node.id);
    const isWanted = !filter.hidden.has(node.kind) && (behind === undefined || behind.nodes.has(node.id));
    if (place === undefined || !isWanted) continue;
    nodes.set(node.id, node);
    shown.set(node.id, place);
  }
  const edges = [...graph.edges.values()].filter(({ id }) => behind === undefined || behind.edges.has(id));
  return { nodes, edges: curvesOf(edges, shown), index: indexPlaces(shown, CARD), bounds: boundsOf(shown) };
}

/** Links between nodes first; then those that point at a link, once that link has its curve. */
function curvesOf(edges: readonly ArgumentEdge[], places: Places): readonly SceneEdge[] {
  const curves = new Map<string, Curve>();
  let waiting = edges;
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    waiting = waiting.filter((edge) => {
      const curve = curveOf(edge, places, curves);
      if (curve !== undefined) curves.set(edge.id, curve);
      return curve === undefined;
    });
  }
  return edges.flatMap((edge) => {
    const curve = curves.get(edge.id);
    return curve === undefined ? [] : [{ edge, curve }];
  });
}

function curveOf(
  { from, to }: ArgumentEdge,
  places: Places,
  curves: ReadonlyMap<string, Curve>,
): Curve | undefined {
  const [start, end, target] = [places.get(from), places.get(to), curves.get(to)];
  if (start === undefined) return undefined;
  if (end !== undefined) return curveBetween(start, end, CARD);
  return target === undefined ? undefined : curveToPoint(start, pointAt(target, 0.5), CARD);
}

/** The box around all cards; a card's worth of nothing when there are none. */
function boundsOf(places: Places): Window {
  const all = [...places.values()];
  if (all.length === 0) return { left: 0, top: 0, right: CARD.width, bottom: CARD.height };
  return {
    left: all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    top: all.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY),
    right: all.reduce((most, { x }) => Math.max(most, x), Number.NEGATIVE_INFINITY) + CARD.width,
    bottom: all.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY) + CARD.height,
  };
}

/** The link nearest to a point, if one is within reach. */
export function findEdgeAt({ edges }: Scene, point: Position, reach: number): ArgumentEdge | undefined {
  let nearest: ArgumentEdge | undefined;
  let least = reach;
  for (const { edge, curve } of edges) {
    const distance = distanceTo(curve, point);
    if (distance > least) continue;
    least = distance;
    nearest = edge;
  }
  return nearest;
}

/** The card whose middle is nearest to a point, if one is within reach. */
export function findNodeAt({ index }: Scene, point: Position, reach: number): NodeId | undefined {
  let nearest: NodeId | undefined;
  let least = reach;
  for (const [id, { x, y }] of index.places) {
    const distance = Math.hypot(x + CARD.width / 2 - point.x, y + CARD.height / 2 - point.y);
    if (distance > least) continue;
    least = distance;
    nearest = id;
  }
  return nearest;
}
