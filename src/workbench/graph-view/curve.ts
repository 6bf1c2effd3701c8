/** The curve of a link: it leaves a box at the side that faces the other end, and can be hit by a pointer. */
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { BoxSize, Window } from "./grid-index.ts";

/** Both ends and the two points that bend the curve between them. */
export type Curve = {
  readonly from: Position;
  readonly fromBend: Position;
  readonly toBend: Position;
  readonly to: Position;
};

/** How finely a curve is followed when a pointer looks for it. */
const STEPS = 16;

/** How far the curve between two boxes of one column swings out beside them. */
export const SWING = 56;

/**
 * Between two boxes: from the right side of one to the left side of the next, or the other way round; boxes of one
 * column are joined around their right sides.
 */
export function curveBetween(from: Position, to: Position, { width, height }: BoxSize): Curve {
  if (Math.abs(to.x - from.x) < width) return swingOut(from, to, { width, height });
  const isAhead = to.x >= from.x;
  const start = { x: isAhead ? from.x + width : from.x, y: from.y + height / 2 };
  const end = { x: isAhead ? to.x : to.x + width, y: to.y + height / 2 };
  return bend(start, end);
}

function swingOut(from: Position, to: Position, { width, height }: BoxSize): Curve {
  const [start, end] = [
    { x: from.x + width, y: from.y + height / 2 },
    { x: to.x + width, y: to.y + height / 2 },
  ];
  const x = Math.max(start.x, end.x) + SWING;
  return { from: start, fromBend: { x, y: start.y }, toBend: { x, y: end.y }, to: end };
}

/** From a box to a point, such as the middle of another link. */
export function curveToPoint(from: Position, to: Position, { width, height }: BoxSize): Curve {
  const isAhead = to.x >= from.x + width / 2;
  return bend({ x: isAhead ? from.x + width : from.x, y: from.y + height / 2 }, to);
}

function bend(from: Position, to: Position): Curve {
  const reach = (to.x - from.x) / 2;
  return { from, fromBend: { x: from.x + reach, y: from.y }, toBend: { x: to.x - reach, y: to.y }, to };
}

/** A point on the way: 0 is the beginning, 1 the end. */
export function pointAt({ from, fromBend, toBend, to }: Curve, share: number): Position {
  const rest = 1 - share;
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  return {
    x: a * from.x + b * fromBend.x + c * toBend.x + d * to.x,
    y: a * from.y + b * fromBend.y + c * toBend.y + d * to.y,
  };
}

/** How far a point is from a curve. */
export function distanceTo(curve: Curve, point: Position): number {
  let nearest = Number.POSITIVE_INFINITY;
  let before = curve.from;
  for (let step = 1; step <= STEPS; step += 1) {
    const after = pointAt(curve, step / STEPS);
    nearest = Math.min(nearest, distanceToLine(before, after, point));
    before = after;
  }
  return nearest;
}

function distanceToLine(from: Position, to: Position, point: Position): number {
  const [width, height] = [to.x - from.x, to.y - from.y];
  const length = width ** 2 + height ** 2;
  const along = length === 0 ? 0 : ((point.x - from.x) * width + (point.y - from.y) * height) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + share * width - point.x, from.y + share * height - point.y);
}

/** Whether a curve may be seen in a window; it never leaves the box around its ends and bends. */
export function mayTouch({ from, fromBend, toBend, to }: Curve, window: Window): boolean {
  const { left, top, right, bottom } = window;
  return (
    Math.min(from.x, to.x) <= right &&
    Math.max(from.x, to.x, fromBend.x, toBend.x) >= left &&
    Math.min(from.y, to.y) <= bottom &&
    Math.max(from.y, to.y) >= top
  );
}

/** Pieces in which a curve is looked at to find what of it lies in a window. */
const PIECES = 16;

/**
 * The part of a curve that may be seen in a window, a little more at both ends; undefined where none of it is. Where it
 * holds the end of the whole curve, that end is the very same value.
 */
export function cutToWindow(curve: Curve, window: Window): Curve | undefined {
  let first = -1;
  let last = -1;
  let before = curve.from;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const after = pointAt(curve, piece / PIECES);
    if (isOver(before, after, window)) {
      if (first < 0) first = piece - 1;
      last = piece;
    }
    before = after;
  }
  if (first < 0) return undefined;
  return first === 0 && last === PIECES ? curve : between(curve, first / PIECES, last / PIECES);
}

function isOver(a: Position, b: Position, { left, top, right, bottom }: Window): boolean {
  return (
    Math.min(a.x, b.x) <= right &&
    Math.max(a.x, b.x) >= left &&
    Math.min(a.y, b.y) <= bottom &&
    Math.max(a.y, b.y) >= top
  );
}

/** The piece of a curve from one share of its way to another, by its tangents at both. */
function between(curve: Curve, start: number, end: number): Curve {
  const from = pointAt(curve, start);
  const to = end === 1 ? curve.to : pointAt(curve, end);
  const reach = (end - start) / 3;
  const [out, back] = [slopeAt(curve, start), slopeAt(curve, end)];
  return {
    from,
    fromBend: { x: from.x + out.x * reach, y: from.y + out.y * reach },
    toBend: { x: to.x - back.x * reach, y: to.y - back.y * reach },
    to,
  };
}

function slopeAt({ from, fromBend, toBend, to }: Curve, share: number): Position {
  const rest = 1 - share;
  const [a, b, c] = [3 * rest ** 2, 6 * rest * share, 3 * share ** 2];
  return {
    x: a * (fromBend.x - from.x) + b * (toBend.x - fromBend.x) + c * (to.x - toBend.x),
    y: a * (fromBend.y - from.y) + b * (toBend.y - fromBend.y) + c * (to.y - toBend.y),
  };
}
