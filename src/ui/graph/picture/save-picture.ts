/** Makes the picture of the graph a file and hands it to the browser. Light, whatever the theme is; named by time only. */
import { err, ok, type Result } from "../../../shared/result.ts";
import type { DeskFacts } from "../../../workbench/desk/desk-facts.ts";
import { viewOfAll, type FrameSize, type View } from "../../../workbench/graph-view/view.ts";
import { sayMarks, sayStrength } from "../../answers/say-node.ts";
import { graphText } from "../../text/graph.ts";
import { readPalette } from "../palette.ts";
import type { Picture } from "../paint-scene.ts";
import { drawSvg, type SvgFile } from "./draw-svg.ts";
import type { Measure } from "./svg-text.ts";

export type PictureOrder = {
  readonly picture: Omit<Picture, "palette">;
  readonly facts: DeskFacts;
  readonly extent: "seen" | "all";
  readonly format: "svg" | "png";
  /** What is on the screen. */
  readonly view: View;
  readonly frame: FrameSize;
};

/** No browser holds larger pictures with certainty. */
const MOST_SIDE = 8192;
const MOST_PIXELS = 36_000_000;
const MARGIN = 32;
/** Whoever opens the file may have another font than this device: a little more room than is needed here. */
const OTHER_FONTS = 1.05;

/** Answers when the file was handed over. */
export async function savePicture(
  order: PictureOrder,
  now = new Date(),
): Promise<Result<undefined, "not-drawn">> {
  const file = drawSvg({
    ...framed(order),
    ...cardsOf(order),
    palette: readPalette(document.body, "light"),
    measure: createMeasure(),
    day: dayOf(now),
  });
  const svg = new Blob([file.text], { type: "image/svg+xml;charset=utf-8" });
  const made = order.format === "svg" ? svg : await toPng(svg, file);
  if (made === undefined) return err("not-drawn");
  handOver(made, graphText.pictureFile(stampOf(now), order.format));
  return ok(undefined);
}

function framed({ picture, extent, view, frame }: PictureOrder) {
  const { scene } = picture;
  if (extent === "seen") return { scene, view, frame };
  const { left, top, right, bottom } = scene.bounds;
  const whole = { width: right - left + MARGIN * 2, height: bottom - top + MARGIN * 2 };
  return { scene, view: viewOfAll(scene.bounds, whole), frame: whole };
}

function cardsOf({ picture, facts }: PictureOrder) {
  const { leader, named, strengths } = picture;
  const stale = facts.branch?.stale;
  return {
    leader,
    named,
    lookOf: (id: string) => {
      const node = facts.graph.nodes.get(id);
      if (node === undefined) return undefined;
      return {
        node,
        strength: strengths.get(id),
        strengthWord: sayStrength(facts, id),
        marks: sayMarks({ strengths: facts.strengths, leader, stale }, node),
        isLeader: id === leader,
      };
    },
  };
}

function createMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  return (text, font) => {
    if (context === null) return text.length * 7;
    context.font = font;
    return context.measureText(text).width * OTHER_FONTS;
  };
}

/** Undefined where the browser cannot draw it. */
async function toPng(svg: Blob, { width, height }: SvgFile): Promise<Blob | undefined> {
  const scale = Math.min(2, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return (await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"))) ?? undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function handOver(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function dayOf(now: Date): string {
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function stampOf(now: Date): string {
  return `${dayOf(now)}-${twoDigits(now.getHours())}${twoDigits(now.getMinutes())}${twoDigits(now.getSeconds())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
