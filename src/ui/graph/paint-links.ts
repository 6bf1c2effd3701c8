/** All links on a canvas: gathered by look first, so that thousands of them take a handful of strokes. */
import type { Curve } from "../../workbench/graph-view/curve.ts";
import { cutToWindow, mayTouch } from "../../workbench/graph-view/curve.ts";
import type { Window } from "../../workbench/graph-view/grid-index.ts";
import type { SceneEdge } from "../../workbench/graph-view/scene.ts";
import type { View } from "../../workbench/graph-view/view.ts";
import { detailAt } from "./level-of-detail.ts";
import { LINK_LOOKS, LINK_TYPES, linkTypeOf, widthOf, type LinkLook } from "../drawing/link-look.ts";
import type { Picture } from "./paint-scene.ts";

const ARROW = 8;
const BAR = 7;
const DIMMED = 0.22;
/** Weights are told apart in this many widths. */
const WIDTHS = 4;

/** Where a frame shows more links than this, dashes and widths tell nothing any more, and cost most. */
const THICKET = 220;

type Standing = "dimmed" | "plain" | "lit";
const STANDINGS: readonly Standing[] = ["dimmed", "plain", "lit"];

export type LinksShown = {
  readonly shown: Window;
  /** How many frames of the screen that window fills. */
  readonly frames: number;
};

/** Paints in the view's measure, so that lines stay as thin as they are meant from near and from afar. */
export function paintLinks(
  context: CanvasRenderingContext2D,
  view: View,
  picture: Picture,
  { shown, frames }: LinksShown,
): void {
  const { groups, count } = gather(view, picture, shown);
  const isThicket = count > THICKET * frames;
  // What is lit lies above the rest.
  for (const [at, standing] of STANDINGS.entries()) {
    for (const [kind, type] of LINK_TYPES.entries()) {
      for (let width = 0; width < WIDTHS; width += 1) {
        const pieces = groups[(at * LINK_TYPES.length + kind) * WIDTHS + width];
        if (pieces === undefined) continue;
        context.globalAlpha = standing === "dimmed" ? DIMMED : 1;
        const isPlain = isThicket && standing !== "lit";
        const thickness = widthOf((width + 0.5) / WIDTHS) * (standing === "lit" ? 1.7 : 1);
        paintGroup(context, view, { pieces, thickness, look: LINK_LOOKS[type], isPlain }, picture);
      }
    }
  }
  context.globalAlpha = 1;
}

type Pieces = {
  readonly curves: Curve[];
  /** Those whose end is seen. */
  readonly ends: Curve[];
};
type Gathered = { readonly groups: readonly (Pieces | undefined)[]; readonly count: number };

function gather(view: View, { scene, lit, hovered }: Picture, shown: Window): Gathered {
  const groups: (Pieces | undefined)[] = [];
  const isCut = detailAt(view.zoom).hasSigns;
  let count = 0;
  for (const { edge, curve } of scene.edges) {
    if (!mayTouch(curve, shown)) continue;
    // What a long link does outside of the window would cost as much as what it does inside.
    const seen = isCut ? cutToWindow(curve, shown) : curve;
    if (seen === undefined) continue;
    const isLit = (lit?.edges.has(edge.id) ?? false) || (hovered?.edges.has(edge.id) ?? false);
    const standing = isLit ? 2 : lit === undefined ? 1 : 0;
    const type = LINK_TYPES.indexOf(linkTypeOf(edge));
    const group = (standing * LINK_TYPES.length + type) * WIDTHS + bucketOf(edge);
    const pieces = (groups[group] ??= { curves: [], ends: [] });
    pieces.curves.push(seen);
    if (seen.to === curve.to) pieces.ends.push(seen);
    count += 1;
  }
  return { groups, count };
}

function bucketOf(edge: SceneEdge["edge"]): number {
  const weight = "weight" in edge ? edge.weight : 0.2;
  return Math.min(WIDTHS - 1, Math.max(0, Math.floor(weight * WIDTHS)));
}

type Group = {
  readonly pieces: Pieces;
  readonly thickness: number;
  readonly look: LinkLook;
  /** Without dashes, and no thicker than the thinnest line. */
  readonly isPlain: boolean;
};

function paintGroup(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  { pieces, thickness, look, isPlain }: Group,
  { palette }: Picture,
): void {
  const { hasCurves, hasSigns } = detailAt(zoom);
  context.strokeStyle = palette[look.colour];
  context.fillStyle = palette[look.colour];
  const width = thickness * Math.min(1, Math.max(0.4, zoom * 1.4));
  context.lineWidth = isPlain ? Math.min(1, width) : width;
  context.setLineDash(hasSigns && !isPlain ? [...look.dash] : []);
  context.beginPath();
  for (const { from, fromBend, toBend, to } of pieces.curves) {
    context.moveTo(from.x * zoom + x, from.y * zoom + y);
    if (!hasCurves) context.lineTo(to.x * zoom + x, to.y * zoom + y);
    else
      context.bezierCurveTo(
        fromBend.x * zoom + x,
        fromBend.y * zoom + y,
        toBend.x * zoom + x,
        toBend.y * zoom + y,
        to.x * zoom + x,
        to.y * zoom + y,
      );
  }
  context.stroke();
  context.setLineDash([]);
  if (hasSigns && look.end !== "none") paintEnds(context, { x, y, zoom }, pieces.ends, look.end);
}

/** Links always arrive level, so that their signs only ever point right or left. */
function paintEnds(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  curves: readonly Curve[],
  end: "arrow" | "bar",
): void {
  const size = Math.min(1, Math.max(0.5, zoom * 1.3));
  context.beginPath();
  for (const { toBend, to } of curves) {
    const back = toBend.x > to.x ? 1 : -1;
    const [atX, atY] = [to.x * zoom + x, to.y * zoom + y];
    if (end === "arrow") {
      context.moveTo(atX, atY);
      context.lineTo(atX + back * ARROW * size, atY - (ARROW / 2) * size);
      context.lineTo(atX + back * ARROW * size, atY + (ARROW / 2) * size);
    } else {
      context.moveTo(atX + back * 3, atY - BAR * size);
      context.lineTo(atX + back * 3, atY + BAR * size);
    }
  }
  if (end === "arrow") return context.fill();
  context.lineWidth = 3 * size;
  return context.stroke();
}
