/** Links in an SVG file, and their signs for its legend. */
import type { Curve } from "../../../workbench/graph-view/curve.ts";
import type { SceneEdge } from "../../../workbench/graph-view/scene.ts";
import { LINK_LOOKS, linkTypeOf, widthOf, type LinkType } from "../../drawing/link-look.ts";
import type { Palette } from "../palette.ts";
import { round } from "./svg-text.ts";

const ARROW = 8;
const BAR = 7;

/** A link by its curve, in the drawing's own measure; `unit` is what one pixel of the picture is in it. */
export function drawLink({ edge, curve }: SceneEdge, palette: Palette, unit: number): string {
  const { from, fromBend, toBend, to } = curve;
  const d = [from, fromBend, toBend, to].map(({ x, y }) => `${round(x)} ${round(y)}`);
  const weight = "weight" in edge ? edge.weight : 0.2;
  const type = linkTypeOf(edge);
  const line = lineOf(`M${d[0]}C${d[1]} ${d[2]} ${d[3]}`, { type, width: widthOf(weight), unit }, palette);
  return line + endOf(curve, { type, unit }, palette);
}

/** A short piece of a link, for the legend. */
export function drawLinkSign(type: LinkType, x: number, y: number, palette: Palette): string {
  const [from, to] = [
    { x, y },
    { x: x + 30, y },
  ];
  return (
    lineOf(`M${x} ${y}H${x + 28}`, { type, width: 2, unit: 1 }, palette) +
    endOf({ from, fromBend: from, toBend: from, to }, { type, unit: 1 }, palette)
  );
}

type LineLook = { readonly type: LinkType; readonly width: number; readonly unit: number };

function lineOf(d: string, { type, width, unit }: LineLook, palette: Palette): string {
  const { colour, dash } = LINK_LOOKS[type];
  const lengths = dash.map((length) => round(length * unit)).join(" ");
  const dashes = dash.length === 0 ? "" : ` stroke-dasharray="${lengths}"`;
  return `<path d="${d}" fill="none" stroke="${palette[colour]}" stroke-width="${round(width * unit)}"${dashes}/>`;
}

function endOf({ toBend, to }: Curve, { type, unit }: Omit<LineLook, "width">, palette: Palette): string {
  const { colour, end } = LINK_LOOKS[type];
  const back = (toBend.x > to.x ? 1 : -1) * unit;
  const [x, y] = [round(to.x), round(to.y)];
  if (end === "none") return "";
  if (end === "arrow")
    return `<path d="M${x} ${y}l${round(back * ARROW)} ${round((-ARROW / 2) * unit)}v${round(ARROW * unit)}Z" fill="${palette[colour]}"/>`;
  return `<path d="M${round(x + back * 3)} ${round(y - BAR * unit)}v${round(BAR * 2 * unit)}" stroke="${palette[colour]}" stroke-width="${round(3 * unit)}"/>`;
}
