/** The privacy chip: the tier of this page's seal, and the way to its explanation. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { ChipButton } from "../kit/ChipButton.tsx";
import { CautionIcon, ShieldIcon } from "../kit/icons/signs.tsx";
import type { Tone } from "../kit/tone.ts";
import { useServices } from "../services.ts";
import { sealText, sealTierText } from "../text/seal.ts";
import type { SealTier } from "../../workbench/seal/seal.ts";
import { countStopped } from "../../workbench/seal/seal-store.ts";

const TONES = {
  sealed: "positive",
  guarded: "info",
  unplugged: "info",
  unsealed: "critical",
} as const satisfies Record<SealTier, Tone>;

export type SealChipProps = { readonly onOpen: () => void };

/** Says the tier in a word; how often something was stopped is in its explanation. */
export function SealChip({ onOpen }: SealChipProps): ReactElement {
  const { seal } = useServices();
  const tier = useStore(seal.store, (state) => state.tier);
  const stopped = useStore(seal.store, countStopped);
  return (
    <ChipButton
      tone={tier === undefined ? "neutral" : TONES[tier]}
      icon={tier === "unsealed" ? <CautionIcon /> : <ShieldIcon />}
      aria-haspopup="dialog"
      title={sealText.open}
      onClick={onOpen}
    >
      {tier === undefined ? sealText.looking : sealTierText[tier].chip}
      {stopped > 0 && (
        <span className="tabular-nums" aria-label={sealText.stoppedCount(stopped)}>
          · {stopped}
        </span>
      )}
    </ChipButton>
  );
}
