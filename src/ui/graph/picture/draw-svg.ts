/**
 * The picture as an SVG file: links, cards or boxes, a legend, and below it who made what is shown. Text stays text; the
 * file refers to nothing outside itself.
 */
import { FAMILY_BY_KIND, type NodeId, type Origin } from "../../../domain/argument/graph.ts";
import { mayTouch } from "../../../workbench/graph-view/curve.ts";
import { findInWindow } from "../../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../../workbench/graph-view/places.ts";
import type { Scene } from "../../../workbench/graph-view/scene.ts";
import { windowOf, type FrameSize, type View } from "../../../workbench/graph-view/view.ts";
import { graphText, linkTypeWords, pictureOrigins } from "../../text/graph.ts";
import { LINK_TYPES, linkTypeOf } from "../../drawing/link-look.ts";
import type { Palette } from "../palette.ts";
import { isFarAt } from "../level-of-detail.ts";
import { drawCard, type CardLook } from "./svg-card.ts";
import { drawLink, drawLinkSign } from "./svg-links.ts";
import { escapeXml, round, SANS, shorten, toText, type Measure } from "./svg-text.ts";

export type SvgPicture = {
  readonly scene: Scene;
  readonly view: View;
  readonly frame: FrameSize;
  readonly palette: Palette;
  readonly leader: NodeId | undefined;
  /** What each card says of its node. */
  readonly lookOf: (id: NodeId) => Omit<CardLook, "palette" | "measure"> | undefined;
  /** Whose names are shown where there is no room for cards. */
  readonly named: readonly NodeId[];
  readonly measure: Measure;
  /** The day it was made, as text. */
  readonly day: string;
};

export type SvgFile = { readonly text: string; readonly width: number; readonly height: number };

const MARGIN = 16;
const LINE = 20;
const LEAST_WIDTH = 560;

/** The part of the scene that lies in the frame. */
export function drawSvg(picture: SvgPicture): SvgFile {
  const { scene, view, frame, palette } = picture;
  const shown = windowOf(view, frame);
  const ids = findInWindow(scene.index, shown);
  const edges = scene.edges.filter(({ curve }) => mayTouch(curve, shown));
  const width = Math.max(frame.width, LEAST_WIDTH);
  const foot = drawFoot(picture, ids, width);
  const height = frame.height + foot.height;
  // From afar lines keep a width that can be seen.
  const unit = isFarAt(view.zoom) ? 0.6 / view.zoom : 1;
  const cards = isFarAt(view.zoom)
    ? ids.map((id) => drawBox(picture, id))
    : ids.map((id) => drawWhole(picture, id));
  const names = isFarAt(view.zoom) ? drawNames(picture, new Set(ids)) : [];
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${escapeXml(SANS)}" role="img">`,
    `<title>${escapeXml(graphText.pictureTitle)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.canvas}"/>`,
    `<svg width="${round(frame.width)}" height="${round(frame.height)}">`,
    `<g transform="translate(${round(view.x)} ${round(view.y)}) scale(${view.zoom})">`,
    ...edges.map((edge) => drawLink(edge, palette, unit)),
    ...cards,
    "</g>",
    ...names,
    "</svg>",
    `<g transform="translate(0 ${round(frame.height)})">${foot.text}</g>`,
    "</svg>",
  ].join("\n");
  return { text, width, height };
}

function drawWhole({ scene, palette, measure, lookOf }: SvgPicture, id: NodeId): string {
  const place = scene.index.places.get(id);
  const look = lookOf(id);
  if (place === undefined || look === undefined) return "";
  return `<g transform="translate(${round(place.x)} ${round(place.y)})">${drawCard({ ...look, palette, measure })}</g>`;
}

function drawBox({ scene, palette, leader, lookOf }: SvgPicture, id: NodeId): string {
  const place = scene.index.places.get(id);
  const look = lookOf(id);
  if (place === undefined || look === undefined) return "";
  const family = FAMILY_BY_KIND[look.node.kind];
  const corner = { evidence: 0, thinking: CARD.height / 2, plan: 0, talk: 30 }[family];
  const rim =
    id === leader
      ? `stroke="${palette.ink}" stroke-width="14"`
      : `stroke="${palette[family]}" stroke-width="5"`;
  const [x, y] = [round(place.x), round(place.y)];
  const bar = round((CARD.width - 32) * (look.strength ?? 0));
  return (
    `<rect x="${x}" y="${y}" width="${CARD.width}" height="${CARD.height}" rx="${corner}" fill="${palette.surface}" ${rim}/>` +
    `<rect x="${x + 16}" y="${y + 70}" width="${bar}" height="22" fill="${palette[family]}"/>`
  );
}

function drawNames(
  { scene, view, named, palette, leader, measure }: SvgPicture,
  shown: ReadonlySet<NodeId>,
): string[] {
  const taken: number[][] = [];
  return named.flatMap((id) => {
    const place = scene.index.places.get(id);
    const node = scene.nodes.get(id);
    if (place === undefined || node === undefined || !shown.has(id)) return [];
    const x = (place.x + CARD.width) * view.zoom + view.x + 6;
    const y = (place.y + CARD.height / 2) * view.zoom + view.y + 4;
    if (taken.some(([left = 0, top = 0]) => Math.abs(left - x) < 200 && Math.abs(top - y) < 16)) return [];
    taken.push([x, y]);
    const weight = id === leader ? 700 : 500;
    const name = shorten(node.text, 190, `${weight} 12.5px ${SANS}`, measure);
    return [toText(name, { x, y, size: 12.5, weight, fill: palette.ink })];
  });
}

/** What the lines say, who made it, and what a bar does not mean. */
function drawFoot(
  { scene, palette, measure, day }: SvgPicture,
  ids: readonly NodeId[],
  width: number,
): { readonly text: string; readonly height: number } {
  const types = LINK_TYPES.filter((type) => scene.edges.some(({ edge }) => linkTypeOf(edge) === type));
  const parts: string[] = [];
  let [x, y] = [MARGIN, MARGIN + 8];
  for (const type of types) {
    const words = linkTypeWords[type];
    const long = 38 + measure(words, `400 13px ${SANS}`) + 18;
    if (x + long > width && x > MARGIN) [x, y] = [MARGIN, y + LINE];
    const label = toText(words, { x: x + 38, y, size: 13, fill: palette.soft });
    parts.push(drawLinkSign(type, x, y - 4, palette), label);
    x += long;
  }
  const origins = new Set<Origin>();
  for (const id of ids) origins.add(scene.nodes.get(id)?.origin ?? "human");
  const made = [...origins].map((origin) => pictureOrigins[origin]).join("; ");
  const lines = [`Curbside, ${day}: ${made}.`, graphText.pictureStrength];
  for (const [at, line] of lines.entries()) {
    y += LINE + (at === 0 ? 4 : 0);
    parts.push(toText(line, { x: MARGIN, y, size: 13, weight: at === 0 ? 600 : 400, fill: palette.ink }));
  }
  return {
    text: `<rect width="${round(width)}" height="${y + MARGIN}" fill="${palette.surface}"/>${parts.join("")}`,
    height: y + MARGIN,
  };
}
