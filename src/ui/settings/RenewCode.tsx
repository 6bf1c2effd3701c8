/** A new recovery code in place of one that was lost or seen. */

import { useState } from "react";
import type { ReactElement } from "react";
import { RecoveryCode } from "../common/RecoveryCode.tsx";
import { toSecret } from "../common/to-secret.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { vaultText } from "../text/vault.ts";
import { SecretDialog } from "./SecretDialog.tsx";

export type RenewCodeProps = { readonly onClose: () => void; readonly onDone: () => void };

/** The new code is in force when it is shown. */
export function RenewCode({ onClose, onDone }: RenewCodeProps): ReactElement {
  const { vault } = useServices();
  const [current, setCurrent] = useState("");
  const [code, setCode] = useState<string>();
  const renew = useVaultTask(() => vault.renewRecoveryCode(toSecret(current)));
  const act = async (): Promise<void> => {
    if (current === "" || renew.isPending) return;
    const renewed = await renew.run(undefined);
    if (renewed.ok) setCode(renewed.value.recoveryCode);
  };
  if (code !== undefined) {
    return (
      <Dialog isOpen title={vaultText.codeTitle} closeLabel={vaultSettingsText.close} onClose={onDone}>
        <p className="mb-4">{vaultText.codeLead}</p>
        <RecoveryCode code={code} onKept={onDone} />
      </Dialog>
    );
  }
  return (
    <SecretDialog
      title={vaultSettingsText.renewCode}
      lead={vaultSettingsText.renewLead}
      current={current}
      onCurrent={(text) => {
        setCurrent(text);
        renew.forgetError();
      }}
      actionLabel={vaultSettingsText.renew}
      pendingLabel={vaultSettingsText.renewing}
      isPending={renew.isPending}
      error={renew.error}
      onAct={() => void act()}
      onClose={onClose}
    />
  );
}
