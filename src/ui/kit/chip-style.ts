/** The shape that Chip and ChipButton share. */
export const CHIP_CLASS =
  "inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-small font-[540] tabular-nums";
