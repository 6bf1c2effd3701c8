/** Where to look when something is chosen elsewhere: nowhere else while it is seen, or as little away as will do. */
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { DeskTarget } from "../desk/selection.ts";
import type { Window } from "./grid-index.ts";
import { CARD, type Places } from "./places.ts";
import { READABLE, windowOf, type FrameSize, type View } from "./view.ts";

export type Seeking = {
  /** Of the cards that are to be seen, most wanted first. */
  readonly cards: readonly Position[];
  readonly view: View;
  readonly frame: FrameSize;
  /** Whether cards are drawn at that zoom, with their words. */
  readonly isReadable: boolean;
  /** Whether a hand moves the view just now: then nothing else does. */
  readonly isHeld: boolean;
  /** Whether everything is to be seen, now and as it grows: then it is, wherever it stands. */
  readonly isShowingAll: boolean;
};

/** Pixels between a card and the edge of the frame. */
const MARGIN = 32;

/** The view to go to; undefined where the one there is will do, or is not to be moved. */
export function seekView(seeking: Seeking): View | undefined {
  const { cards, view, frame, isReadable, isHeld, isShowingAll } = seeking;
  const [first] = cards;
  if (first === undefined || isHeld || isShowingAll || frame.width === 0 || frame.height === 0)
    return undefined;
  const zoom = isReadable ? view.zoom : READABLE;
  const all = around(cards);
  const wanted = fits(all, zoom, frame) ? all : around([first]);
  const seen = windowOf(view, frame);
  if (isInside(wanted, seen)) return undefined;
  const isNear = isReadable && touches(wanted, seen);
  return isNear ? nudged(wanted, view, frame) : centred(wanted, zoom, frame);
}

/** Where the cards of a target stand: a link is seen by what it leads to and where it comes from. */
export function cardsOf(graph: ArgumentGraph, places: Places, target: DeskTarget): readonly Position[] {
  if (target.type !== "node" && target.type !== "edge") return [];
  const edge = target.type === "edge" ? graph.edges.get(target.id) : undefined;
  const ids = edge === undefined ? [target.id] : [edge.to, edge.from];
  return ids.flatMap((id) => places.get(id) ?? []);
}

function around(cards: readonly Position[]): Window {
  return {
    left: Math.min(...cards.map(({ x }) => x)),
    top: Math.min(...cards.map(({ y }) => y)),
    right: Math.max(...cards.map(({ x }) => x)) + CARD.width,
    bottom: Math.max(...cards.map(({ y }) => y)) + CARD.height,
  };
}

function fits({ left, top, right, bottom }: Window, zoom: number, { width, height }: FrameSize): boolean {
  return (right - left) * zoom + MARGIN * 2 <= width && (bottom - top) * zoom + MARGIN * 2 <= height;
}

function isInside(box: Window, { left, top, right, bottom }: Window): boolean {
  return box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom;
}

function touches(box: Window, { left, top, right, bottom }: Window): boolean {
  return box.left <= right && box.right >= left && box.top <= bottom && box.bottom >= top;
}

/** What is half in sight already comes in wholly, and nothing moves further than that takes. */
function nudged(box: Window, { x, y, zoom }: View, { width, height }: FrameSize): View {
  return {
    x: x + inward(box.left * zoom + x, box.right * zoom + x, width),
    y: y + inward(box.top * zoom + y, box.bottom * zoom + y, height),
    zoom,
  };
}

function inward(start: number, end: number, length: number): number {
  const margin = Math.max(0, Math.min(MARGIN, (length - (end - start)) / 2));
  if (start < 0) return margin - start;
  return end > length ? length - margin - end : 0;
}

function centred({ left, top, right, bottom }: Window, zoom: number, { width, height }: FrameSize): View {
  return {
    x: width / 2 - ((left + right) / 2) * zoom,
    y: height / 2 - ((top + bottom) / 2) * zoom,
    zoom,
  };
}
