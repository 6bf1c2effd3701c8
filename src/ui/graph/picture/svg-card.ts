/** A card in an SVG file, as it looks on the screen from near. */
import { FAMILY_BY_KIND, type ArgumentNode, type NodeFamily } from "../../../domain/argument/graph.ts";
import { CARD } from "../../../workbench/graph-view/places.ts";
import { ICON_BY_KIND, LOOK_BY_FAMILY } from "../../kit/node-look.ts";
import { kindWords } from "../../text/dialogue.ts";
import type { Palette } from "../palette.ts";
import { breakLines, round, SANS, toText, type Measure } from "./svg-text.ts";

export type CardLook = {
  readonly node: ArgumentNode;
  readonly palette: Palette;
  readonly strength: number | undefined;
  readonly strengthWord: string | undefined;
  readonly marks: readonly string[];
  readonly isLeader: boolean;
  readonly measure: Measure;
};

const PADDING = 12;
const SMALL = 13;
const FINE = 12;

/** With its corner at 0, 0. */
export function drawCard(look: CardLook): string {
  const { node, palette, isLeader, measure } = look;
  const family = FAMILY_BY_KIND[node.kind];
  const kind = kindWords[node.kind];
  const lines = breakLines(
    node.text,
    { width: CARD.width - PADDING * 2, most: 2, font: `400 ${SMALL}px ${SANS}` },
    measure,
  );
  return [
    outlineOf(family, `fill="${palette.surface}" stroke="${palette[`${family}Line`]}"`),
    isLeader ? outlineOf(family, `fill="none" stroke="${palette.ink}" stroke-width="2.5"`) : "",
    glyphOf(node, palette),
    toText(kind, { x: PADDING + 29, y: 23, size: SMALL, weight: 600, fill: palette[family] }),
    ...lines.map((line, at) => toText(line, { x: PADDING, y: 46 + at * 19, size: SMALL, fill: palette.ink })),
    barOf(look, family),
    tagsOf(look),
  ].join("");
}

/** On the upper edge, the last one in the corner. */
function tagsOf({ marks, palette, measure, isLeader }: CardLook): string {
  let right = CARD.width - PADDING;
  const tags = marks.toReversed().map((mark, at) => {
    const width = measure(mark, `600 ${FINE}px ${SANS}`) + 16;
    right -= width + (at === 0 ? 0 : 4);
    const isFirst = isLeader && at === marks.length - 1;
    const [ground, ink] = isFirst ? [palette.ink, palette.surface] : [palette.surface, palette.ink];
    return (
      `<rect x="${round(right)}" y="-10" width="${round(width)}" height="19" rx="9.5" fill="${ground}" stroke="${palette.soft}"/>` +
      toText(mark, { x: right + 8, y: 4, size: FINE, weight: 600, fill: ink })
    );
  });
  return tags.join("");
}

function outlineOf(family: NodeFamily, attributes: string): string {
  const { width, height } = CARD;
  if (family === "talk")
    return `<path d="M14 0H${width - 14}A14 14 0 0 1 ${width} 14V${height - 14}A14 14 0 0 1 ${width - 14} ${height}H0V14A14 14 0 0 1 14 0Z" ${attributes}/>`;
  const corner = { evidence: 4, thinking: 24, plan: 0 }[family];
  const box = `<rect width="${width}" height="${height}" rx="${corner}" ${attributes}/>`;
  if (family !== "plan") return box;
  return `${box}<path d="M2 0V${height}M${width - 2} 0V${height}" ${attributes} stroke-width="4"/>`;
}

function glyphOf({ kind }: ArgumentNode, palette: Palette): string {
  const family = FAMILY_BY_KIND[kind];
  const { outline, lift } = LOOK_BY_FAMILY[family];
  const stroke = `fill="none" stroke="${palette[family]}" stroke-linecap="round" stroke-linejoin="round"`;
  return (
    `<g transform="translate(${PADDING} 7.5) scale(0.9)"><path d="${outline}" ${stroke} stroke-width="1.5"/>` +
    `<path d="${ICON_BY_KIND[kind]}" ${stroke} stroke-width="1.75" transform="translate(5.2 ${round(5.2 - lift)}) scale(0.85)"/></g>`
  );
}

function barOf({ palette, strength, strengthWord, measure }: CardLook, family: NodeFamily): string {
  if (strength === undefined) return "";
  const word = strengthWord ?? "";
  const full = CARD.width - PADDING * 2 - measure(word, `400 ${FINE}px ${SANS}`) - 10;
  const y = CARD.height - 17;
  return (
    `<rect x="${PADDING}" y="${y}" width="${round(full)}" height="6" rx="3" fill="${palette.canvas}" stroke="${palette.line}"/>` +
    `<rect x="${PADDING}" y="${y}" width="${round(full * Math.min(1, Math.max(0, strength)))}" height="6" rx="3" fill="${palette[family]}"/>` +
    toText(word, { x: CARD.width - PADDING, y: y + 7.5, size: FINE, fill: palette.soft, anchor: "end" })
  );
}
