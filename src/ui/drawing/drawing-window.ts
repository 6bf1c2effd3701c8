/** Which part of a drawing to show: all of it, or a step with what stands around it. */
import type { ArgumentGraph, TargetId } from "../../domain/argument/graph.ts";
import type { Window } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { litBy } from "../../workbench/desk/selection.ts";

/** Room between the cards and the edge. */
const MARGIN = 28;
/** With less around it, a card would stand there as if it were alone. */
const LEAST = { width: CARD.width * 2.5, height: CARD.height * 4 } as const;
/** Beyond so many cards across or down the words cannot be read from the back of a room. */
const MOST = { width: CARD.width * 4, height: CARD.height * 6 } as const;

/** All of it. */
function wholeWindow({ bounds }: Scene): Window {
  return widen(bounds);
}

/** A step and its neighbours where they can be read together, else the step in the middle; all of it without a step. */
export function windowAround(scene: Scene, graph: ArgumentGraph, current: TargetId | undefined): Window {
  if (current === undefined) return wholeWindow(scene);
  const type = graph.nodes.has(current) ? "node" : "edge";
  const { nodes } = litBy(graph, { type, id: current });
  const places = [...nodes].flatMap((id) => scene.index.places.get(id) ?? []);
  const own = scene.index.places.get(current) ?? places[0];
  if (own === undefined) return wholeWindow(scene);
  const around = {
    left: Math.min(...places.map(({ x }) => x)),
    top: Math.min(...places.map(({ y }) => y)),
    right: Math.max(...places.map(({ x }) => x)) + CARD.width,
    bottom: Math.max(...places.map(({ y }) => y)) + CARD.height,
  };
  const [left, right] = clamp(around.left, around.right, own.x + CARD.width / 2, [LEAST.width, MOST.width]);
  const [top, bottom] = clamp(around.top, around.bottom, own.y + CARD.height / 2, [
    LEAST.height,
    MOST.height,
  ]);
  return widen({ left, top, right, bottom });
}

/** Both ends where they are neither too near nor too far apart; else so much around the middle. */
function clamp(
  start: number,
  end: number,
  middle: number,
  [least, most]: readonly [number, number],
): readonly [number, number] {
  const length = Math.min(most, Math.max(least, end - start));
  return length === end - start ? [start, end] : [middle - length / 2, middle + length / 2];
}

function widen({ left, top, right, bottom }: Window): Window {
  return { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN };
}
