/** A small fact on one line: a status, a count, a label. */

import type { ReactElement, ReactNode } from "react";
import { CHIP_CLASS } from "./chip-style.ts";
import { toneClass } from "./tone.ts";
import type { Tone } from "./tone.ts";

export type ChipProps = {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** Not pressable; see ChipButton for one that is. */
export function Chip({ tone = "neutral", icon, children }: ChipProps): ReactElement {
  return (
    <span className={`${CHIP_CLASS} ${toneClass(tone)}`}>
      {icon}
      {children}
    </span>
  );
}
