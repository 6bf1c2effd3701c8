/** A chip that opens its explanation, such as the privacy chip in the header. */

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { CHIP_CLASS } from "./chip-style.ts";
import { toneClass } from "./tone.ts";
import type { Tone } from "./tone.ts";

export type ChipButtonProps = Omit<ComponentProps<"button">, "className" | "type"> & {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
};

/** A native button in a chip's clothes. */
export function ChipButton({ tone = "neutral", icon, children, ...rest }: ChipButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type="button"
      className={`${CHIP_CLASS} min-h-8 hover:border-current active:bg-hover pointer-coarse:min-h-11 ${toneClass(tone)}`}
    >
      {icon}
      {children}
    </button>
  );
}
