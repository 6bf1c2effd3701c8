/** Where the divider of a splitter may stand and where a key or a pointer takes it. Shares of the whole, in [0, 1]. */

export type SplitterLimits = { readonly least: number; readonly most: number };

const STEP = 0.02;
const LARGE_STEP = 0.1;

/** The share nearest to the wanted one that the limits allow. */
export function clampShare(wanted: number, limits: SplitterLimits): number {
  if (!Number.isFinite(wanted)) return limits.least;
  return Math.min(limits.most, Math.max(limits.least, wanted));
}

/** The share for a pointer at `position` in a splitter that begins at `start` and is `length` long, all in pixels. */
export function shareAtPointer(
  position: number,
  start: number,
  length: number,
  limits: SplitterLimits,
): number {
  return length > 0 ? clampShare((position - start) / length, limits) : limits.least;
}

/** The share after a key, or undefined when the key is none of the splitter's. */
export function shareAfterKey(key: string, share: number, limits: SplitterLimits): number | undefined {
  if (key === "ArrowLeft") return clampShare(share - STEP, limits);
  if (key === "ArrowRight") return clampShare(share + STEP, limits);
  if (key === "PageUp") return clampShare(share - LARGE_STEP, limits);
  if (key === "PageDown") return clampShare(share + LARGE_STEP, limits);
  if (key === "Home") return limits.least;
  if (key === "End") return limits.most;
  return undefined;
}
