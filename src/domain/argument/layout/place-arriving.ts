/**
 * A place for one box at a time, while an argument is still being written: every box already placed stays where
 * it is. The state belongs to one drawing and grows in place, since copying it would cost far more than placing.
 */
import { cleanSide, DEFAULT_GAPS } from "./layout-input.ts";
import type { Gaps, LayoutEdge, LayoutNode, Position } from "./layout-input.ts";
import type { Layout } from "./layered-layout.ts";

type Band = {
  readonly top: number;
  height: number;
  /** Ascending; the box between lefts[i] and rights[i] is taken. Taller boxes take part of later bands too. */
  readonly lefts: number[];
  readonly rights: number[];
};

type Placed = Position & { readonly width: number; readonly row: number };

export type Placement = {
  readonly gaps: Gaps;
  readonly placed: Map<string, Placed>;
  /** By row, from firstRow; rows above the first one come with boxes that arrive before what they point at. */
  readonly bands: Band[];
  firstRow: number;
};

/** An empty drawing. */
export function createPlacement(gaps: Gaps = DEFAULT_GAPS): Placement {
  return { gaps, placed: new Map(), bands: [], firstRow: 0 };
}

/** Goes on from a whole layout; `nodes` are those it was made of. */
export function continueLayout(
  layout: Layout,
  nodes: readonly LayoutNode[],
  gaps: Gaps = DEFAULT_GAPS,
): Placement {
  const placement = createPlacement(gaps);
  for (const { top, height } of layout.rows) placement.bands.push({ top, height, lefts: [], rights: [] });
  for (const node of nodes) {
    const position = layout.positions.get(node.id);
    const row = layout.rowOf.get(node.id);
    if (position === undefined || row === undefined || placement.placed.has(node.id)) continue;
    const width = cleanSide(node.width);
    placement.placed.set(node.id, { ...position, width, row });
    occupy(placement.bands[row]!, position.x, width);
  }
  return placement;
}

/** Places a box near those its arrows join; one that is placed already stays. Arrows to boxes yet to come wait. */
export function placeArriving(
  placement: Placement,
  node: LayoutNode,
  edges: readonly LayoutEdge[],
): Position {
  const known = placement.placed.get(node.id);
  if (known !== undefined) return { x: known.x, y: known.y };
  const width = cleanSide(node.width);
  const height = cleanSide(node.height);
  const { row, middle } = aim(placement, node.id, edges);
  const band = bandAt(placement, row, height);
  const covered = bandsCovered(placement, band, height);
  const wish = middle - width / 2;
  const gap = placement.gaps.column;
  const x = covered.length === 1 ? nearestGap(band, wish, width, gap) : nearestEnd(covered, wish, width, gap);
  for (const each of covered) occupy(each, x, width);
  placement.placed.set(node.id, { x, y: band.top, width, row });
  return { x, y: band.top };
}

/** Below everything that points at it; failing that, above what it points at; in the middle of both. */
function aim(
  placement: Placement,
  id: string,
  edges: readonly LayoutEdge[],
): { readonly row: number; readonly middle: number } {
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const edge of edges) {
    const isTarget = edge.to === id;
    const other = placement.placed.get(isTarget ? edge.from : edge.to);
    if (other === undefined || (!isTarget && edge.from !== id)) continue;
    sum += other.x + other.width / 2;
    count += 1;
    if (isTarget) below = Math.max(below, other.row + 1);
    else above = Math.min(above, other.row - 1);
  }
  if (count === 0) return { row: 0, middle: 0 };
  return { row: below > Number.NEGATIVE_INFINITY ? below : above, middle: sum / count };
}

/** The band of a row, which is at most one beyond those there are. */
function bandAt(placement: Placement, row: number, height: number): Band {
  const { bands, gaps } = placement;
  if (bands.length === 0) placement.firstRow = row;
  if (row < placement.firstRow) {
    bands.unshift({ top: bands[0]!.top - gaps.row - height, height, lefts: [], rights: [] });
    placement.firstRow = row;
  }
  const index = row - placement.firstRow;
  if (index === bands.length) {
    const last = bands.at(-1);
    const top = last === undefined ? 0 : last.top + last.height + gaps.row;
    bands.push({ top, height, lefts: [], rights: [] });
  }
  const band = bands[index]!;
  if (index === bands.length - 1) band.height = Math.max(band.height, height);
  return band;
}

/** The bands that a box reaches into; the last one grows with it, so that nothing comes to lie under it. */
function bandsCovered({ bands, gaps }: Placement, first: Band, height: number): readonly Band[] {
  if (height <= first.height) return [first];
  const bottom = first.top + height;
  const covered = bands.filter((band) => band.top >= first.top && band.top < bottom + gaps.row);
  const last = bands.at(-1)!;
  if (covered.includes(last)) last.height = Math.max(last.height, bottom - last.top);
  return covered;
}

/** The free stretch of a band nearest to a wish, looked for outwards from it; both ends of a band are free. */
function nearestGap({ lefts, rights }: Band, wish: number, width: number, gap: number): number {
  const start = firstAbove(lefts, wish + width / 2);
  const lowest = (slot: number): number => (slot === 0 ? Number.NEGATIVE_INFINITY : rights[slot - 1]! + gap);
  const highest = (slot: number): number =>
    slot === lefts.length ? Number.POSITIVE_INFINITY : lefts[slot]! - gap - width;
  let slot = start;
  while (lowest(slot) > highest(slot)) slot -= 1;
  const left = Math.min(Math.max(wish, lowest(slot)), highest(slot));
  for (slot = start + 1; slot <= lefts.length; slot += 1) {
    const right = Math.max(wish, lowest(slot));
    if (right - wish >= Math.abs(wish - left)) break;
    if (right <= highest(slot)) return right;
  }
  return left;
}

function nearestEnd(bands: readonly Band[], wish: number, width: number, gap: number): number {
  let left = wish;
  let right = wish;
  for (const { lefts, rights } of bands) {
    if (lefts.length === 0) continue;
    left = Math.min(left, lefts[0]! - gap - width);
    right = Math.max(right, rights.at(-1)! + gap);
  }
  return wish - left <= right - wish ? left : right;
}

function occupy({ lefts, rights }: Band, x: number, width: number): void {
  // Boxes of a band do not overlap, so both lists stay sorted with one place for both.
  const at = firstAbove(lefts, x);
  lefts.splice(at, 0, x);
  rights.splice(at, 0, x + width);
}

function firstAbove(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
