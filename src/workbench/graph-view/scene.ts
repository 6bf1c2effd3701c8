/** Everything that is drawn, in the drawing's own measure: cards by place, links as curves, an index over both. */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, NodeId } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { curveBetween, curveToPoint, distanceTo, mayTouch, pointAt, type Curve } from "./curve.ts";
import { growIndex, indexPlaces, type GridIndex, type Window } from "./grid-index.ts";
import { CARD, type Places } from "./places.ts";
import { chooseShown, type Chosen, type SceneFilter } from "./scene-filter.ts";

export type SceneEdge = { readonly edge: ArgumentEdge; readonly curve: Curve };

export type Scene = {
  /** What the graph says of the nodes; more of them than are shown while a filter hides some. */
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>;
  readonly edges: readonly SceneEdge[];
  /** The places of what is shown. */
  readonly index: GridIndex;
  readonly bounds: Window;
  /** How many links into each folded node are not drawn. */
  readonly folded: ReadonlyMap<NodeId, number>;
};

/**
 * Makes one scene after the other. What a change did not touch is taken over from the scene before, so that a node more
 * or a word less costs little however large the graph is.
 */
export type SceneKeeper = (graph: ArgumentGraph, places: Places, filter: SceneFilter) => Scene;

const NONE_FOLDED: Scene["folded"] = new Map();

type Kept = {
  readonly graph: ArgumentGraph;
  readonly filter: SceneFilter;
  readonly chosen: Chosen | undefined;
  readonly scene: Scene;
  readonly curves: Map<string, SceneEdge>;
};

/** A keeper of the scenes of one drawing. A node without a place yet comes with the next one. */
export function createSceneKeeper(): SceneKeeper {
  let last: Kept | undefined;
  return (graph, places, filter) => {
    last = keep(last, graph, places, filter);
    return last.scene;
  };
}

function keep(last: Kept | undefined, graph: ArgumentGraph, places: Places, filter: SceneFilter): Kept {
  const isPlain = last?.chosen === undefined;
  const isSameGraph =
    last !== undefined && last.graph.nodes === graph.nodes && last.graph.edges === graph.edges;
  if (last !== undefined && isSameGraph && last.filter === filter && last.scene.index.places === places)
    return last;
  const chosen = chooseShown(graph, filter);
  const shown = chosen === undefined ? places : choosePlaces(graph, places, chosen);
  const grown = last === undefined ? undefined : growIndex(last.scene.index, shown);
  const canReuse = last !== undefined && grown !== undefined && isPlain && chosen === undefined;
  const curves = canReuse ? last.curves : new Map<string, SceneEdge>();
  const edges =
    canReuse && grown === last.scene.index && last.graph.edges === graph.edges
      ? last.scene.edges
      : toCurves(graph, shown, chosen, curves);
  const index = grown ?? indexPlaces(shown, CARD);
  const bounds = last !== undefined && index === last.scene.index ? last.scene.bounds : boundsOf(shown);
  const scene = { nodes: graph.nodes, edges, index, bounds, folded: chosen?.folded ?? NONE_FOLDED };
  return { graph, filter, chosen, scene, curves };
}

function choosePlaces(graph: ArgumentGraph, places: Places, chosen: Chosen): Places {
  const shown = new Map<NodeId, Position>();
  for (const node of graph.nodes.values()) {
    const place = places.get(node.id);
    if (place !== undefined && chosen.hasNode(node)) shown.set(node.id, place);
  }
  return shown;
}

/** Links between nodes first; then those that point at a link, once that link has its curve. */
function toCurves(
  graph: ArgumentGraph,
  places: Places,
  chosen: Chosen | undefined,
  known: Map<string, SceneEdge>,
): readonly SceneEdge[] {
  const drawn: SceneEdge[] = [];
  let waiting: ArgumentEdge[] = [];
  const draw = (edge: ArgumentEdge): boolean => {
    const before = known.get(edge.id);
    const curve = before?.edge === edge ? before.curve : curveOf(edge, places, known);
    if (curve === undefined) return false;
    const each = before?.edge === edge ? before : { edge, curve };
    if (each !== before) known.set(edge.id, each);
    drawn.push(each);
    return true;
  };
  for (const edge of graph.edges.values()) {
    if ((chosen?.hasEdge(edge) ?? true) && !draw(edge)) waiting.push(edge);
  }
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    waiting = waiting.filter((edge) => !draw(edge));
  }
  if (known.size === drawn.length) return drawn;
  // A link went, and what points at it must not hang on to where it was.
  known.clear();
  return toCurves(graph, places, chosen, known);
}

function curveOf(
  { from, to }: ArgumentEdge,
  places: Places,
  curves: ReadonlyMap<string, SceneEdge>,
): Curve | undefined {
  const [start, end] = [places.get(from), places.get(to)];
  if (start === undefined) return undefined;
  if (end !== undefined) return curveBetween(start, end, CARD);
  const target = curves.get(to);
  return target === undefined ? undefined : curveToPoint(start, pointAt(target.curve, 0.5), CARD);
}

/** The box around all cards; a card's worth of nothing when there are none. */
function boundsOf(places: Places): Window {
  if (places.size === 0) return { left: 0, top: 0, right: CARD.width, bottom: CARD.height };
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of places.values()) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right: right + CARD.width, bottom: bottom + CARD.height };
}

/** The link nearest to a point, if one is within reach. */
export function findEdgeAt({ edges }: Scene, point: Position, reach: number): ArgumentEdge | undefined {
  let nearest: ArgumentEdge | undefined;
  let least = reach;
  for (const { edge, curve } of edges) {
    if (!isNear(curve, point, reach)) continue;
    const distance = distanceTo(curve, point);
    if (distance > least) continue;
    least = distance;
    nearest = edge;
  }
  return nearest;
}

function isNear(curve: Curve, { x, y }: Position, reach: number): boolean {
  return mayTouch(curve, { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach });
}

/** The card under a point, or else the one whose middle is nearest to it and within reach. */
export function findNodeAt({ index }: Scene, point: Position, reach: number): NodeId | undefined {
  let nearest: NodeId | undefined;
  let least = reach;
  for (const [id, { x, y }] of index.places) {
    const isInside = point.x >= x && point.x <= x + CARD.width && point.y >= y && point.y <= y + CARD.height;
    if (isInside) return id;
    const distance = Math.hypot(x + CARD.width / 2 - point.x, y + CARD.height / 2 - point.y);
    if (distance > least) continue;
    least = distance;
    nearest = id;
  }
  return nearest;
}
