/** A window that asks for the current passphrase before it does something to the keys. */

import type { ReactElement, ReactNode } from "react";
import type { VaultError } from "../../contracts/vault-error.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { PassphraseField } from "../common/PassphraseField.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { vaultErrorText } from "../text/vault-errors.ts";

export type SecretDialogProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly current: string;
  readonly onCurrent: (current: string) => void;
  readonly children?: ReactNode;
  readonly actionLabel: string;
  readonly pendingLabel: string;
  readonly isPending: boolean;
  readonly error: VaultError | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
};

/** What is wrong with the passphrase is said at its field, anything else below. */
export function SecretDialog(props: SecretDialogProps): ReactElement {
  const { title, lead, current, onCurrent, children, actionLabel, pendingLabel } = props;
  const { isPending, error, onAct, onClose } = props;
  const isWrong = error?.type === "vault-wrong-secret";
  const wrong = vaultErrorText({ type: "vault-wrong-secret" });
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      closeLabel={vaultSettingsText.close}
      onClose={onClose}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {vaultSettingsText.cancel}
          </Button>
          <Button tone="primary" isPending={isPending} pendingLabel={pendingLabel} onClick={onAct}>
            {actionLabel}
          </Button>
        </>
      }
    >
      <EnterArea label={title} onEnter={onAct}>
        {lead !== undefined && <p>{lead}</p>}
        <PassphraseField
          isFocused
          label={vaultSettingsText.current}
          value={current}
          onChange={onCurrent}
          error={isWrong ? `${wrong.title} ${wrong.wayOn}` : undefined}
        />
        {children}
        {!isWrong && <VaultProblem error={error} onRetry={onAct} />}
      </EnterArea>
    </Dialog>
  );
}
