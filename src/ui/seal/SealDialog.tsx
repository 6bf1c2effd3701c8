/** The window behind the privacy chip. Fetched on first use. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { Dialog } from "../kit/Dialog.tsx";
import { useServices } from "../services.ts";
import { commandText } from "../text/commands.ts";
import { sealText, sealTierText } from "../text/seal.ts";
import { SealExplanation } from "./SealExplanation.tsx";

export type SealDialogProps = { readonly onClose: () => void };

/** Its title names the tier of this browser. */
export function SealDialog({ onClose }: SealDialogProps): ReactElement {
  const { seal } = useServices();
  const tier = useStore(seal.store, (state) => state.tier);
  return (
    <Dialog
      title={tier === undefined ? sealText.open : sealTierText[tier].headline}
      isOpen
      onClose={onClose}
      closeLabel={commandText.close}
    >
      <SealExplanation />
    </Dialog>
  );
}
