/** Lets a passkey of this device open the vault. */

import { useState } from "react";
import type { ReactElement } from "react";
import { toSecret } from "../common/to-secret.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { SecretDialog } from "./SecretDialog.tsx";

export type AddPasskeyProps = { readonly onClose: () => void; readonly onDone: () => void };

/** The browser asks for it right after the click, as it requires. */
export function AddPasskey({ onClose, onDone }: AddPasskeyProps): ReactElement {
  const { vault } = useServices();
  const [current, setCurrent] = useState("");
  const add = useVaultTask(() => vault.addPasskey(toSecret(current)));
  const act = async (): Promise<void> => {
    if (current === "" || add.isPending) return;
    const added = await add.run(undefined);
    if (added.ok) onDone();
  };
  return (
    <SecretDialog
      title={vaultSettingsText.addPasskey}
      lead={vaultSettingsText.passkeyNote}
      current={current}
      onCurrent={(text) => {
        setCurrent(text);
        add.forgetError();
      }}
      actionLabel={vaultSettingsText.addPasskey}
      pendingLabel={vaultSettingsText.adding}
      isPending={add.isPending}
      error={add.error}
      onAct={() => void act()}
      onClose={onClose}
    />
  );
}
