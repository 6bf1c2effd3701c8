/**
 * Nodes from afar: a box in the shape and colour of its family, filled from the left by its strength, with the icon of
 * its kind where there is room. Boxes of one look take one fill and one stroke together.
 */
import { FAMILY_BY_KIND, type NodeFamily, type NodeId } from "../../domain/argument/graph.ts";
import type { View } from "../../workbench/graph-view/view.ts";
import { ICON_BY_KIND } from "../kit/node-look.ts";
import { boxOf, type Box } from "./box.ts";
import { detailAt } from "./level-of-detail.ts";
import type { Picture } from "./paint-scene.ts";

const FAMILIES: readonly NodeFamily[] = ["evidence", "talk", "plan", "thinking"];
const DIMMED = 0.3;
/** Lower than this, in pixels, a box has no room for a shape. */
const TINY = 10;

type Group = { readonly ids: NodeId[]; readonly boxes: Box[] };

/** Paints the boxes of these nodes. */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  view: View,
  picture: Picture,
  ids: readonly NodeId[],
): void {
  for (const isDimmed of [true, false]) {
    const groups = gather(view, picture, ids, isDimmed);
    context.globalAlpha = isDimmed ? DIMMED : 1;
    for (const [family, group] of groups) paintGroup(context, view, picture, family, group);
  }
  context.globalAlpha = 1;
  paintRims(context, view, picture, ids);
}

function gather(
  view: View,
  picture: Picture,
  ids: readonly NodeId[],
  isDimmed: boolean,
): ReadonlyMap<NodeFamily, Group> {
  const groups = new Map(FAMILIES.map((family): [NodeFamily, Group] => [family, { ids: [], boxes: [] }]));
  for (const id of ids) {
    if (isDimmed !== (picture.lit !== undefined && !picture.lit.nodes.has(id))) continue;
    const node = picture.scene.nodes.get(id);
    const box = boxOf(view, picture.scene, id);
    if (node === undefined || box === undefined) continue;
    const group = groups.get(FAMILY_BY_KIND[node.kind]);
    group?.ids.push(id);
    group?.boxes.push(box);
  }
  return groups;
}

function paintGroup(
  context: CanvasRenderingContext2D,
  view: View,
  { palette, strengths, scene }: Picture,
  family: NodeFamily,
  { ids, boxes }: Group,
): void {
  const [first] = boxes;
  if (first === undefined) return;
  if (first.height < TINY) return paintSpecks(context, { family, palette, strengths }, { ids, boxes });
  context.beginPath();
  for (const box of boxes) outline(context, family, box);
  context.fillStyle = palette.surface;
  context.fill();
  context.lineWidth = Math.min(1.5, Math.max(0.75, view.zoom * 6));
  context.strokeStyle = palette[family];
  context.stroke();
  context.beginPath();
  for (const [at, box] of boxes.entries()) {
    const share = strengths.get(ids[at] ?? "") ?? 0;
    const height = Math.max(2, box.height * 0.22);
    const inset = Math.min(4, box.width * 0.06);
    context.rect(
      box.x + inset,
      box.y + box.height - height - Math.max(1.5, box.height * 0.14),
      (box.width - inset * 2) * share,
      height,
    );
  }
  context.fillStyle = palette[family];
  context.fill();
  if (!detailAt(view.zoom).hasIcons) return;
  context.strokeStyle = palette[family];
  for (const [at, box] of boxes.entries()) {
    const icon = ICONS.get(scene.nodes.get(ids[at] ?? "")?.kind ?? "");
    if (icon !== undefined) paintIcon(context, icon, box);
  }
}

/** Too small for a shape or a rim: a tint, filled from the left by strength. */
function paintSpecks(
  context: CanvasRenderingContext2D,
  { family, palette, strengths }: Pick<Picture, "palette" | "strengths"> & { readonly family: NodeFamily },
  { ids, boxes }: Group,
): void {
  context.beginPath();
  for (const { x, y, width, height } of boxes) context.rect(x, y, width, height);
  context.fillStyle = palette[`${family}Line`];
  context.fill();
  context.beginPath();
  for (const [at, { x, y, width, height }] of boxes.entries())
    context.rect(x, y, width * (strengths.get(ids[at] ?? "") ?? 0), height);
  context.fillStyle = palette[family];
  context.fill();
}

function paintIcon(context: CanvasRenderingContext2D, icon: Path2D, box: Box): void {
  const size = (box.height * 0.58) / 16;
  context.save();
  context.translate(box.x + box.width / 2 - 8 * size, box.y + box.height * 0.36 - 8 * size);
  context.scale(size, size);
  context.lineWidth = 1.8;
  context.stroke(icon);
  context.restore();
}

/** Square for evidence, round for thinking, six corners for plans, one sharp corner for talk. */
function outline(context: CanvasRenderingContext2D, family: NodeFamily, { x, y, width, height }: Box): void {
  const corner = Math.min(width, height) / 2;
  if (corner < 2 || family === "evidence") return context.rect(x, y, width, height);
  if (family === "thinking") return context.roundRect(x, y, width, height, corner);
  if (family === "talk") return context.roundRect(x, y, width, height, [corner, corner, corner, 0]);
  context.moveTo(x, y + corner);
  context.lineTo(x + corner * 0.6, y);
  context.lineTo(x + width - corner * 0.6, y);
  context.lineTo(x + width, y + corner);
  context.lineTo(x + width - corner * 0.6, y + height);
  context.lineTo(x + corner * 0.6, y + height);
  return context.closePath();
}

/** What leads, where the keys are, and what the pointer is over, each around its box. */
function paintRims(
  context: CanvasRenderingContext2D,
  view: View,
  { scene, palette, leader, cursor, hovered }: Picture,
  ids: readonly NodeId[],
): void {
  const paint = (id: NodeId, colour: string, away: number): void => {
    const box = boxOf(view, scene, id);
    if (box === undefined) return;
    context.beginPath();
    context.roundRect(box.x - away, box.y - away, box.width + away * 2, box.height + away * 2, away + 2);
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.stroke();
  };
  if (leader !== undefined) paint(leader, palette.ink, 2.5);
  if (hovered !== undefined) for (const id of ids) if (hovered.nodes.has(id)) paint(id, palette.accent, 2.5);
  if (cursor !== undefined) paint(cursor, palette.focus, 5);
}

const ICONS = new Map(Object.entries(ICON_BY_KIND).map(([kind, path]) => [kind, new Path2D(path)]));
