/** Passphrase, recovery code and passkey. Whoever changes one of them shows first that they have one. */

import { useState } from "react";
import type { ReactElement } from "react";
import { useVaultState, useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { AddPasskey } from "./AddPasskey.tsx";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import { RenewCode } from "./RenewCode.tsx";

type Window = "passphrase" | "code" | "passkey";

/** Each in a window of its own; what came of it is said here. */
export function WaysIn(): ReactElement {
  const { vault } = useServices();
  const state = useVaultState();
  const hasPasskey = state.type === "open" && state.hasPasskey;
  const [open, setOpen] = useState<Window>();
  const [said, setSaid] = useState("");
  const remove = useVaultTask(() => vault.removePasskey());
  const show = (window: Window) => {
    setSaid("");
    setOpen(window);
  };
  const end = (words?: string) => {
    setOpen(undefined);
    setSaid(words ?? "");
  };
  const removePasskey = async (): Promise<void> => {
    const removed = await remove.run(undefined);
    setSaid(removed.ok ? vaultSettingsText.passkeyRemoved : "");
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => show("passphrase")}>{vaultSettingsText.changePassphrase}</Button>
        <Button onClick={() => show("code")}>{vaultSettingsText.renewCode}</Button>
        <Button onClick={() => show("passkey")}>{vaultSettingsText.addPasskey}</Button>
        {hasPasskey && (
          <Button tone="quiet" isPending={remove.isPending} onClick={() => void removePasskey()}>
            {vaultSettingsText.removePasskey}
          </Button>
        )}
      </div>
      <p className="max-w-prose text-small text-ink-soft">{vaultSettingsText.passkeyNote}</p>
      <output className="empty:hidden">{said}</output>
      <VaultProblem error={remove.error} />
      {open === "passphrase" && (
        <ChangePassphrase onClose={() => end()} onDone={() => end(vaultSettingsText.changed)} />
      )}
      {open === "code" && <RenewCode onClose={() => end()} onDone={() => end(vaultSettingsText.renewed)} />}
      {open === "passkey" && (
        <AddPasskey onClose={() => end()} onDone={() => end(vaultSettingsText.passkeyAdded)} />
      )}
    </>
  );
}
