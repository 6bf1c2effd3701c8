/** Where the coach mark goes: beside what it points at and never over it. Pixels in, pixels out. */
import type { Box } from "../kit/tooltip-place.ts";

type Size = Pick<Box, "width" | "height">;
type Corner = Pick<Box, "left" | "top">;

const GAP = 12;
const MARGIN = 8;
/** To cover the control is worse than to cover everything else. */
const ANCHOR_COST = 1000;

/**
 * Top left corner for a mark of `size` inside `viewport`; at the bottom while there is nothing to point at. Where there
 * is room, what stands around the anchor is not covered either.
 */
export function coachPlace(
  anchor: Box | undefined,
  { width, height }: Size,
  viewport: Size,
  around: Box | undefined = anchor,
): Corner {
  const right = viewport.width - width - MARGIN;
  const bottom = viewport.height - height - MARGIN;
  const dock = { left: Math.max(MARGIN, right), top: Math.max(MARGIN, bottom) };
  if (anchor === undefined) return dock;
  const inside = ({ left, top }: Corner): Corner => ({
    left: Math.max(MARGIN, Math.min(left, right)),
    top: Math.max(MARGIN, Math.min(top, bottom)),
  });
  const besides = (box: Box): readonly Corner[] => [
    { left: box.left, top: box.top + box.height + GAP },
    { left: box.left, top: box.top - height - GAP },
    { left: box.left + box.width + GAP, top: anchor.top },
    { left: box.left - width - GAP, top: anchor.top },
  ];
  const corners = [MARGIN, right].flatMap((left) => [MARGIN, bottom].map((top) => ({ left, top })));
  const places = [...besides(around ?? anchor), ...besides(anchor), ...corners].map(inside);
  const cost = (place: Corner): number => {
    const mark = { ...place, width, height };
    return ANCHOR_COST * overlap(mark, anchor) + (around === undefined ? 0 : overlap(mark, around));
  };
  const [best = dock] = places.toSorted((one, other) => cost(one) - cost(other));
  return best;
}

/** The area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
