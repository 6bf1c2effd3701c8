/** A chip that opens its explanation, such as the privacy chip in the header. */

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { CHIP_CLASS } from "./chip-style.ts";
import { ChevronDownIcon } from "./icons/arrows.tsx";
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
      className={`${CHIP_CLASS} relative min-h-8 shadow-control hover:border-current pointer-coarse:after:absolute pointer-coarse:after:-inset-y-2 pointer-coarse:after:inset-x-0 ${toneClass(tone)}`}
    >
      {icon}
      {children}
      <span className="-me-1 grid text-[0.85em]">
        <ChevronDownIcon />
      </span>
    </button>
  );
}
