/** One picture of a scene on a canvas: all links, and from afar the nodes as boxes with the names that have room. */
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Strengths } from "../../domain/argument/strength/strengths.ts";
import type { Lit } from "../../workbench/desk/selection.ts";
import { findInWindow } from "../../workbench/graph-view/grid-index.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import type { Sheet } from "../../workbench/graph-view/sheet.ts";
import { windowOf, type FrameSize } from "../../workbench/graph-view/view.ts";
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

/** Paints over what was there, on a canvas that becomes as large as the sheet. */
export function paintScene(
  canvas: HTMLCanvasElement,
  sheet: Sheet,
  frame: FrameSize,
  picture: Picture,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { view, area, ratio } = sheet;
  const size = { width: area.right - area.left, height: area.bottom - area.top };
  fit(canvas, size, ratio);
  context.setTransform(ratio, 0, 0, ratio, -area.left * ratio, -area.top * ratio);
  context.clearRect(area.left, area.top, size.width, size.height);
  const { x, y, zoom } = view;
  const shown = windowOf({ x: x - area.left, y: y - area.top, zoom }, size);
  const frames = Math.max(1, (size.width * size.height) / (frame.width * frame.height));
  paintLinks(context, view, picture, { shown, frames });
  if (!isFarAt(zoom)) return;
  const ids = findInWindow(picture.scene.index, shown);
  paintBoxes(context, view, picture, ids);
  paintNames(context, view, picture, new Set(ids));
}

/** Setting the size empties the canvas and costs memory: only when it is another. */
function fit(canvas: HTMLCanvasElement, { width, height }: FrameSize, ratio: number): void {
  const [across, down] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  if (canvas.width === across && canvas.height === down) return;
  canvas.width = across;
  canvas.height = down;
  canvas.style.width = `${across / ratio}px`;
  canvas.style.height = `${down / ratio}px`;
}
