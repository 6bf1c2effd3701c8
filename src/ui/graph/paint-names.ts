/** Names beside boxes from afar: the most wanted first, and only where they cover no other name. */
import type { NodeId } from "../../domain/argument/graph.ts";
import type { View } from "../../workbench/graph-view/view.ts";
import { boxOf, type Box } from "./box.ts";
import type { Picture } from "./paint-scene.ts";

const LINE = 17;
const ROOM = 190;
const ASIDE = 7;
const DIMMED = 0.45;
const FAMILY = '"Inter Variable", system-ui, sans-serif';

/** Paints the names of those that are in the window. */
export function paintNames(
  context: CanvasRenderingContext2D,
  view: View,
  picture: Picture,
  shown: ReadonlySet<NodeId>,
): void {
  const taken: Box[] = [];
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const id of picture.named) {
    const node = picture.scene.nodes.get(id);
    const box = shown.has(id) ? boxOf(view, picture.scene, id) : undefined;
    if (node === undefined || box === undefined) continue;
    context.font = `${id === picture.leader ? 680 : 540} 12.5px ${FAMILY}`;
    const { name, width } = measured(context, node.text);
    const place: Box = {
      x: box.x + box.width + ASIDE,
      y: box.y + box.height / 2 - LINE / 2,
      width,
      height: LINE,
    };
    if (taken.some((other) => isOver(place, other))) continue;
    taken.push(place);
    paintName(context, picture, id, name, place);
  }
  context.globalAlpha = 1;
}

function paintName(
  context: CanvasRenderingContext2D,
  { palette, lit }: Picture,
  id: NodeId,
  name: string,
  { x, y }: Box,
): void {
  context.globalAlpha = lit === undefined || lit.nodes.has(id) ? 1 : DIMMED;
  context.lineWidth = 5;
  context.strokeStyle = palette.canvas;
  context.fillStyle = palette.ink;
  context.strokeText(name, x, y + LINE / 2);
  context.fillText(name, x, y + LINE / 2);
}

function isOver(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

type Measured = { readonly name: string; readonly width: number };

/** Measuring is what names cost, and the same few are painted at every frame of a move. */
const KNOWN = new Map<string, Measured>();
const MOST_KNOWN = 400;

function measured(context: CanvasRenderingContext2D, text: string): Measured {
  const key = `${context.font} ${text}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const name = shorten(context, text);
  const fresh = { name, width: context.measureText(name).width };
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(key, fresh);
  return fresh;
}

function shorten(context: CanvasRenderingContext2D, text: string): string {
  if (context.measureText(text).width <= ROOM) return text;
  let length = Math.min(text.length, 44);
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > ROOM) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
