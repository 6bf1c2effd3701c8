/** Where a node's box is on the screen from afar. */
import type { NodeId } from "../../domain/argument/graph.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import type { View } from "../../workbench/graph-view/view.ts";

/** A box on the screen, in pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Hypotheses are what is looked for from afar: they never get smaller than this. */
const LEAST = { width: 16, height: 9 } as const;

/** Where the box of a node is on the screen; undefined while it is not shown. */
export function boxOf(view: View, scene: Scene, id: NodeId): Box | undefined {
  const place = scene.index.places.get(id);
  if (place === undefined) return undefined;
  const { x, y, zoom } = view;
  const isLarge = scene.nodes.get(id)?.kind === "hypothesis";
  const width = Math.max(CARD.width * zoom, isLarge ? LEAST.width : 2);
  const height = Math.max(CARD.height * zoom, isLarge ? LEAST.height : 1.5);
  return {
    x: (place.x + CARD.width / 2) * zoom + x - width / 2,
    y: (place.y + CARD.height / 2) * zoom + y - height / 2,
    width,
    height,
  };
}
