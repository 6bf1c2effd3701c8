/** Asks before the temporary workspace ends, because nothing brings its cases back. */

import type { ReactElement } from "react";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";

export type EndTemporaryProps = { readonly onClose: () => void };

/** The harmless answer has the focus. */
export function EndTemporary({ onClose }: EndTemporaryProps): ReactElement {
  const { vault } = useServices();
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={vaultText.endTitle}
      confirmLabel={vaultText.endConfirm}
      cancelLabel={vaultText.endCancel}
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void vault.lock("asked");
      }}
    >
      {vaultText.endExplanation}
    </ConfirmDialog>
  );
}
