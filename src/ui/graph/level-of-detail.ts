/** What is drawn at which zoom: cards from near, boxes with their icon from further off, bare boxes from afar. */
export const LEAST_ZOOM = 0.02;
export const MOST_ZOOM = 1.5;
const CARDS_FROM = 0.45;
const ICONS_FROM = 0.2;
const CURVES_FROM = 0.1;
const DASHES_FROM = 0.16;

/** Whether a zoom is too small for cards. */
export function isFarAt(zoom: number): boolean {
  return zoom < CARDS_FROM;
}

/** What a zoom has room for on the canvas. */
export function detailAt(zoom: number): {
  readonly hasIcons: boolean;
  readonly hasCurves: boolean;
  /** Dashes, and the signs at the ends of links. */
  readonly hasSigns: boolean;
} {
  return { hasIcons: zoom >= ICONS_FROM, hasCurves: zoom >= CURVES_FROM, hasSigns: zoom >= DASHES_FROM };
}
