/** Where to look: all of a drawing, or the part of it that can be read with the leader in it. */
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { Window } from "./grid-index.ts";
import { CARD } from "./places.ts";

/** What was (x, y) times zoom lies x, y pixels from the corner of the frame. */
export type View = { readonly x: number; readonly y: number; readonly zoom: number };
export type FrameSize = { readonly width: number; readonly height: number };

/** From this zoom on, a card's words can be read with ease. */
export const READABLE = 0.62;
const READING = 0.78;
const MOST = 1;
/** Pixels between the drawing and the frame. */
const MARGIN = 24;

/** The part of the drawing that a frame of that size shows. */
export function windowOf({ x, y, zoom }: View, { width, height }: FrameSize): Window {
  return { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
}

/** All of it, in the middle of the frame. */
export function viewOfAll({ left, top, right, bottom }: Window, frame: FrameSize): View {
  const across = (frame.width - MARGIN * 2) / (right - left);
  const down = (frame.height - MARGIN * 2) / (bottom - top);
  const zoom = Math.max(0.02, Math.min(MOST, across, down));
  return centred({ x: (left + right) / 2, y: (top + bottom) / 2 }, zoom, frame);
}

/**
 * What to see first: all of it where that can be read, else the leader at a zoom at which it can, with room on its left,
 * where its reasons stand.
 */
export function viewToOpen(bounds: Window, leader: Position | undefined, frame: FrameSize): View {
  const all = viewOfAll(bounds, frame);
  if (all.zoom >= READABLE || leader === undefined) return all;
  // Two columns side by side are worth a little smaller type.
  const zoom = Math.min(READING, Math.max(READABLE, (frame.width - MARGIN * 2) / (CARD.width * 2.8)));
  const reach = (frame.width - MARGIN) / zoom;
  const left = Math.max(bounds.left - MARGIN, leader.x + CARD.width - reach);
  const middle = withinBounds(leader.y + CARD.height / 2, bounds, frame.height / 2 / zoom);
  return { x: -left * zoom, y: frame.height / 2 - middle * zoom, zoom };
}

/** The wished middle, or the nearest from which no more than a margin beyond the drawing is seen. */
function withinBounds(middle: number, { top, bottom }: Window, half: number): number {
  const [highest, lowest] = [top - MARGIN + half, bottom + MARGIN - half];
  return highest > lowest ? (top + bottom) / 2 : Math.min(lowest, Math.max(highest, middle));
}

function centred({ x, y }: Position, zoom: number, { width, height }: FrameSize): View {
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}
