/** From which zoom on cards can be read; below it nodes are signs on the canvas. */
export const LEAST_ZOOM = 0.02;
export const MOST_ZOOM = 1.5;
const CARDS_FROM = 0.45;

/** Whether a zoom is too small for cards. */
export function isFarAt(zoom: number): boolean {
  return zoom < CARDS_FROM;
}
