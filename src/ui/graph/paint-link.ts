/** One link on a canvas: its curve by strength and type, and the sign at its end. */
import type { SceneEdge } from "../../workbench/graph-view/scene.ts";
import type { Curve } from "../../workbench/graph-view/curve.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { LINK_LOOKS, linkTypeOf, type LinkLook } from "./link-look.ts";
import type { View } from "./paint-scene.ts";
import type { Palette } from "./palette.ts";

const ARROW = 8;
const BAR = 7;

/** Paints a link in the view's measure, so that lines stay as thin as they are meant from near and from afar. */
export function paintLink(
  context: CanvasRenderingContext2D,
  view: View,
  palette: Palette,
  { edge, curve, isLit }: SceneEdge & { readonly isLit: boolean },
): void {
  const look: LinkLook = LINK_LOOKS[linkTypeOf(edge)];
  const place = ({ x, y }: Position): Position => ({ x: x * view.zoom + view.x, y: y * view.zoom + view.y });
  const shown: Curve = {
    from: place(curve.from),
    fromBend: place(curve.fromBend),
    toBend: place(curve.toBend),
    to: place(curve.to),
  };
  const weight = "weight" in edge ? edge.weight : 0.3;
  context.strokeStyle = palette[look.colour];
  context.fillStyle = palette[look.colour];
  context.lineWidth = (1 + weight * 1.5) * (isLit ? 1.6 : 1) * Math.min(1, Math.max(0.5, view.zoom * 1.4));
  context.setLineDash([...look.dash]);
  context.beginPath();
  context.moveTo(shown.from.x, shown.from.y);
  context.bezierCurveTo(
    shown.fromBend.x,
    shown.fromBend.y,
    shown.toBend.x,
    shown.toBend.y,
    shown.to.x,
    shown.to.y,
  );
  context.stroke();
  context.setLineDash([]);
  if (view.zoom > 0.25) paintEnd(context, shown, look.end);
}

function paintEnd(context: CanvasRenderingContext2D, { toBend, to }: Curve, end: LinkLook["end"]): void {
  if (end === "none") return;
  context.save();
  context.translate(to.x, to.y);
  context.rotate(Math.atan2(to.y - toBend.y, to.x - toBend.x));
  context.beginPath();
  if (end === "arrow") {
    context.moveTo(0, 0);
    context.lineTo(-ARROW, -ARROW / 2);
    context.lineTo(-ARROW, ARROW / 2);
    context.fill();
  } else {
    context.lineWidth = 3;
    context.moveTo(-3, -BAR);
    context.lineTo(-3, BAR);
    context.stroke();
  }
  context.restore();
}
