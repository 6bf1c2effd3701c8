/** The passphrase of a new vault. */

import { useState } from "react";
import type { ReactElement } from "react";
import { EnterArea } from "../common/EnterArea.tsx";
import { EMPTY_PASSPHRASE, NewPassphraseFields, isUsable } from "../common/NewPassphrase.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { useVaultTask } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { useServices } from "../services.ts";
import { vaultText } from "../text/vault.ts";

export type ChoosePassphraseProps = {
  readonly onBegin: () => void;
  readonly onFailed: () => void;
  readonly onBack: () => void;
  readonly onMade: (recoveryCode: string) => void;
};

/** The button is never grey: pressed too early, it says what is missing. */
export function ChoosePassphrase(props: ChoosePassphraseProps): ReactElement {
  const { onBegin, onFailed, onBack, onMade } = props;
  const { vault } = useServices();
  const [passphrase, setPassphrase] = useState(EMPTY_PASSPHRASE);
  const [isTried, setTried] = useState(false);
  const make = useVaultTask(vault.create);
  const finish = async (): Promise<void> => {
    setTried(true);
    if (!isUsable(passphrase) || make.isPending) return;
    onBegin();
    const made = await make.run(passphrase.text);
    if (made.ok) onMade(made.value.recoveryCode);
    else onFailed();
  };
  return (
    <Page title={vaultText.passphraseTitle} lead={vaultText.passphraseLead}>
      <EnterArea label={vaultText.passphraseTitle} onEnter={() => void finish()}>
        <NewPassphraseFields
          isFocused
          label={vaultText.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          isTried={isTried}
        />
        <p className="text-small text-ink-soft">{vaultText.noReset}</p>
        <VaultProblem error={make.error} onRetry={() => void finish()} />
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            isPending={make.isPending}
            pendingLabel={vaultText.creating}
            onClick={() => void finish()}
          >
            {vaultText.create}
          </Button>
          <Button tone="quiet" onClick={onBack} disabled={make.isPending}>
            {vaultText.back}
          </Button>
        </div>
      </EnterArea>
    </Page>
  );
}
