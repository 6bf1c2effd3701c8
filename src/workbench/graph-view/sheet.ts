/**
 * The sheet that a picture is painted on: a little larger than the frame, so that moving the view moves the sheet and
 * paints nothing, until its edge would come into sight or what is on it would look coarse.
 */
import { SWING } from "./curve.ts";
import type { Window } from "./grid-index.ts";
import type { FrameSize, View } from "./view.ts";

export type Sheet = {
  /** The view for which it was painted. */
  readonly view: View;
  /** How many pixels of the screen each of the others is. */
  readonly ratio: number;
  /** What it holds, in pixels of the frame at that view; its corner lies on a whole pixel of the screen. */
  readonly area: Window;
  /** The same, but endless on each side on which nothing more is to be painted. */
  readonly reach: Window;
};

/** What is painted around a card on no more than so many pixels: rims on all sides, and names on the right. */
const RIM = 16;
const NAME = 216;
/** A sheet holds no more pixels of the screen than this: 64 MB of them. */
const MOST_PIXELS = 16e6;
/** Between these a sheet is only stretched; beyond it looks too coarse, or its lines too thin, even on the move. */
const STRETCH = { least: 0.6, most: 1.7 } as const;
/** Less than this, in pixels, shows no gap. */
const UNSEEN = 0.5;

export type SheetParts = {
  readonly view: View;
  readonly frame: FrameSize;
  /** The box around all cards, in the drawing's measure. */
  readonly bounds: Window;
  readonly ratio: number;
  /** How much is added on each side, in parts of the frame. */
  readonly spare: number;
};

/** The sheet to paint for a view: the frame and what is spare, without the parts on which there is nothing to see. */
export function planSheet({ view, frame, bounds, ratio, spare }: SheetParts): Sheet {
  const fitting = (Math.sqrt(MOST_PIXELS / (frame.width * frame.height)) / ratio - 1) / 2;
  const added = Math.max(0, Math.min(spare, fitting));
  const [across, down] = [frame.width * added, frame.height * added];
  const ink = inkOf(bounds, view);
  const toPixel = (side: number): number => Math.floor(side * ratio) / ratio;
  const left = toPixel(Math.max(0 - across, ink.left));
  const top = toPixel(Math.max(0 - down, ink.top));
  return {
    view,
    ratio,
    area: {
      left,
      top,
      right: Math.max(left, Math.min(frame.width + across, ink.right)),
      bottom: Math.max(top, Math.min(frame.height + down, ink.bottom)),
    },
    reach: {
      left: ink.left >= -across ? Number.NEGATIVE_INFINITY : -across,
      top: ink.top >= -down ? Number.NEGATIVE_INFINITY : -down,
      right: ink.right <= frame.width + across ? Number.POSITIVE_INFINITY : frame.width + across,
      bottom: ink.bottom <= frame.height + down ? Number.POSITIVE_INFINITY : frame.height + down,
    },
  };
}

function inkOf({ left, top, right, bottom }: Window, { x, y, zoom }: View): Window {
  return {
    left: left * zoom + x - RIM,
    top: top * zoom + y - RIM,
    right: right * zoom + x + Math.max(NAME, SWING * zoom) + RIM,
    bottom: bottom * zoom + y + RIM,
  };
}

/** Where the sheet's corner lies in the frame at another view, and how much it is stretched. */
export function placeSheet({ view, area }: Sheet, { x, y, zoom }: View): View {
  const stretch = zoom / view.zoom;
  return {
    x: x + (area.left - view.x) * stretch,
    y: y + (area.top - view.y) * stretch,
    zoom: stretch,
  };
}

/** Whether the sheet will do for a view while it moves. */
export function holdsView({ view, reach }: Sheet, { x, y, zoom }: View, frame: FrameSize): boolean {
  const stretch = zoom / view.zoom;
  if (stretch < STRETCH.least || stretch > STRETCH.most) return false;
  return (
    x + (reach.left - view.x) * stretch <= UNSEEN &&
    y + (reach.top - view.y) * stretch <= UNSEEN &&
    x + (reach.right - view.x) * stretch >= frame.width - UNSEEN &&
    y + (reach.bottom - view.y) * stretch >= frame.height - UNSEEN
  );
}

/** Whether the sheet looks at a view as if it had been painted for it: whole pixels away, and not stretched. */
export function isSharpAt({ view, ratio }: Sheet, { x, y, zoom }: View): boolean {
  return zoom === view.zoom && isWhole((x - view.x) * ratio) && isWhole((y - view.y) * ratio);
}

function isWhole(pixels: number): boolean {
  return Math.abs(pixels - Math.round(pixels)) < 0.01;
}
