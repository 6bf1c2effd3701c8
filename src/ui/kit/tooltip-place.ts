/** Where a tooltip goes: under its trigger, above when there is no room, never off the screen. Pixels in, pixels out. */

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const GAP = 6;
const MARGIN = 8;

/** Top left corner for a tooltip of `size` beside `trigger` inside `viewport`. */
export function tooltipPlace(
  trigger: Box,
  size: Pick<Box, "width" | "height">,
  viewport: Pick<Box, "width" | "height">,
): { readonly left: number; readonly top: number } {
  const centred = trigger.left + trigger.width / 2 - size.width / 2;
  const left = Math.max(MARGIN, Math.min(centred, viewport.width - size.width - MARGIN));
  const below = trigger.top + trigger.height + GAP;
  const above = trigger.top - size.height - GAP;
  const fitsBelow = below + size.height + MARGIN <= viewport.height;
  return { left, top: fitsBelow || above < MARGIN ? below : above };
}
