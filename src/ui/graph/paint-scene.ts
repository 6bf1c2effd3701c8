/** One picture of a scene on a canvas: all links, and from afar the nodes as signs with the names of hypotheses. */
import { FAMILY_BY_KIND, type ArgumentNode, type NodeId } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { Lit } from "../../workbench/desk/selection.ts";
import { mayTouch, type Curve } from "../../workbench/graph-view/curve.ts";
import { findInWindow, type Window } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene, SceneEdge } from "../../workbench/graph-view/scene.ts";
import { LOOK_BY_FAMILY } from "../kit/node-look.ts";
import { paintLink } from "./paint-link.ts";
import type { Palette } from "./palette.ts";

export type View = { readonly x: number; readonly y: number; readonly zoom: number };

/** A view in its frame, in pixels on the screen. */
export type Frame = View & { readonly width: number; readonly height: number };

export type Picture = {
  readonly scene: Scene;
  readonly palette: Palette;
  /** What is lit by the selection; undefined when nothing is selected, and nothing is dimmed. */
  readonly lit: Lit | undefined;
  readonly leader: NodeId | undefined;
  readonly cursor: NodeId | undefined;
  readonly isFar: boolean;
};

type Canvas = { readonly context: CanvasRenderingContext2D; readonly view: View; readonly picture: Picture };

const DIMMED = 0.22;
const LABEL_ROOM = 170;
/** Names stand right of their signs, where only links to plans are. */
const NAME_ASIDE = 16;

/** The part of the drawing that a canvas of that size shows. */
export function windowOf({ x, y, zoom }: View, width: number, height: number): Window {
  return { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
}

/** Paints over what was there. */
export function paintScene(canvas: HTMLCanvasElement, view: Frame, picture: Picture): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { width, height } = view;
  const ratio = globalThis.devicePixelRatio;
  // Setting the size empties the canvas and costs memory: only when it is another.
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const shown = windowOf(view, width, height);
  const all = { context, view, picture };
  paintLinks(all, shown);
  if (picture.isFar) paintNodes(all, shown);
}

function paintLinks({ context, view, picture }: Canvas, shown: Window): void {
  const { scene, palette, lit } = picture;
  for (const { edge, curve } of scene.edges) {
    if (!mayTouch(curve, shown)) continue;
    const isLit = lit?.edges.has(edge.id) ?? false;
    context.globalAlpha = lit === undefined || isLit ? 1 : DIMMED;
    paintLink(context, view, palette, {
      edge,
      curve: picture.isFar ? toMiddles(scene, { edge, curve }) : curve,
      isLit,
    });
  }
  context.globalAlpha = 1;
}

/** From afar a sign stands in the middle of where the card was, and links reach it there. */
function toMiddles({ index }: Scene, { edge, curve }: SceneEdge): Curve {
  const middle = (id: string, otherwise: Position): Position => {
    const place = index.places.get(id);
    return place === undefined ? otherwise : { x: place.x + CARD.width / 2, y: place.y + CARD.height / 2 };
  };
  const [from, to] = [middle(edge.from, curve.from), middle(edge.to, curve.to)];
  const bend = (from.x + to.x) / 2;
  return { from, fromBend: { x: bend, y: from.y }, toBend: { x: bend, y: to.y }, to };
}

function paintNodes(canvas: Canvas, shown: Window): void {
  const { context, picture } = canvas;
  const nodes = findInWindow(picture.scene.index, shown)
    .map((id) => picture.scene.nodes.get(id))
    .filter((node) => node !== undefined);
  for (const node of nodes) paintSign(canvas, node);
  const named = nodes.filter((node) => node.kind === "hypothesis" || node.id === picture.cursor);
  for (const node of named) paintName(canvas, node);
  context.globalAlpha = 1;
}

function middleOf({ view, picture }: Canvas, id: NodeId): { readonly x: number; readonly y: number } {
  const place = picture.scene.index.places.get(id) ?? { x: 0, y: 0 };
  return {
    x: (place.x + CARD.width / 2) * view.zoom + view.x,
    y: (place.y + CARD.height / 2) * view.zoom + view.y,
  };
}

function paintSign(canvas: Canvas, node: ArgumentNode): void {
  const { context, picture } = canvas;
  const { palette, lit, leader, cursor } = picture;
  const family = FAMILY_BY_KIND[node.kind];
  const { x, y } = middleOf(canvas, node.id);
  const size = node.kind === "hypothesis" ? 0.85 : 0.5;
  context.save();
  context.globalAlpha = lit === undefined || lit.nodes.has(node.id) ? 1 : DIMMED * 1.6;
  context.translate(x - 12 * size, y - 12 * size);
  context.scale(size, size);
  const outline = OUTLINES[family];
  context.fillStyle = palette[family];
  context.fill(outline);
  context.lineWidth = 2.5 / size;
  const rim = node.id === leader ? palette.ink : palette.surface;
  context.strokeStyle = node.id === cursor ? palette.focus : rim;
  context.stroke(outline);
  context.restore();
}

const OUTLINES = {
  evidence: new Path2D(LOOK_BY_FAMILY.evidence.outline),
  thinking: new Path2D(LOOK_BY_FAMILY.thinking.outline),
  plan: new Path2D(LOOK_BY_FAMILY.plan.outline),
  talk: new Path2D(LOOK_BY_FAMILY.talk.outline),
} as const;

function paintName(canvas: Canvas, node: ArgumentNode): void {
  const { context, picture } = canvas;
  const { palette, lit, leader } = picture;
  const { x, y } = middleOf(canvas, node.id);
  context.globalAlpha = lit === undefined || lit.nodes.has(node.id) ? 1 : DIMMED * 2;
  context.font = `${node.id === leader ? 650 : 520} 12px "Inter Variable", system-ui, sans-serif`;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.surface;
  context.fillStyle = palette.ink;
  const name = shorten(context, node.text);
  context.strokeText(name, x + NAME_ASIDE, y);
  context.fillText(name, x + NAME_ASIDE, y);
}

function shorten(context: CanvasRenderingContext2D, text: string): string {
  if (context.measureText(text).width <= LABEL_ROOM) return text;
  let length = Math.min(text.length, 40);
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > LABEL_ROOM) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
