/** One picture of a scene on a canvas: all links, and from afar the nodes as boxes with the names that have room. */
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Strengths } from "../../domain/argument/strength/strengths.ts";
import type { Lit } from "../../workbench/desk/selection.ts";
import { findInWindow } from "../../workbench/graph-view/grid-index.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { windowOf, type FrameSize, type View } from "../../workbench/graph-view/view.ts";
import { isFarAt } from "./level-of-detail.ts";
import { paintBoxes } from "./paint-boxes.ts";
import { paintLinks } from "./paint-links.ts";
import { paintNames } from "./paint-names.ts";
import type { Palette } from "./palette.ts";

export type Picture = {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly strengths: Strengths["byNode"];
  /** What is lit by the selection; undefined when nothing is selected, and nothing is dimmed. */
  readonly lit: Lit | undefined;
  /** What the pointer is over, here or in another panel. */
  readonly hovered: Lit | undefined;
  readonly leader: NodeId | undefined;
  readonly cursor: NodeId | undefined;
  /** Whose names are shown from afar, the most wanted first. */
  readonly named: readonly NodeId[];
};

/** Paints over what was there. */
export function paintScene(
  canvas: HTMLCanvasElement,
  view: View,
  { width, height }: FrameSize,
  picture: Picture,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const ratio = globalThis.devicePixelRatio;
  // Setting the size empties the canvas and costs memory: only when it is another.
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const shown = windowOf(view, { width, height });
  paintLinks(context, view, picture, shown);
  if (!isFarAt(view.zoom)) return;
  const ids = findInWindow(picture.scene.index, shown);
  paintBoxes(context, view, picture, ids);
  paintNames(context, view, picture, new Set(ids));
}
