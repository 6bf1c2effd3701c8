/** A new passphrase for the vault; the cases need not be encrypted again. */

import { useState } from "react";
import type { ReactElement } from "react";
import { EMPTY_PASSPHRASE, NewPassphraseFields, isUsable } from "../common/NewPassphrase.tsx";
import { toSecret } from "../common/to-secret.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { SecretDialog } from "./SecretDialog.tsx";

export type ChangePassphraseProps = { readonly onClose: () => void; readonly onDone: () => void };

/** Who unlocked by the recovery code gives that code as the current secret. */
export function ChangePassphrase({ onClose, onDone }: ChangePassphraseProps): ReactElement {
  const { vault } = useServices();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState(EMPTY_PASSPHRASE);
  const [isTried, setTried] = useState(false);
  const change = useVaultTask(() => vault.changePassphrase(toSecret(current), next.text));
  const act = async (): Promise<void> => {
    setTried(true);
    if (!isUsable(next) || current === "" || change.isPending) return;
    const changed = await change.run(undefined);
    if (changed.ok) onDone();
  };
  return (
    <SecretDialog
      title={vaultSettingsText.changePassphrase}
      current={current}
      onCurrent={(text) => {
        setCurrent(text);
        change.forgetError();
      }}
      actionLabel={vaultSettingsText.change}
      pendingLabel={vaultSettingsText.changing}
      isPending={change.isPending}
      error={change.error}
      onAct={() => void act()}
      onClose={onClose}
    >
      <NewPassphraseFields label={vaultSettingsText.next} value={next} onChange={setNext} isTried={isTried} />
    </SecretDialog>
  );
}
