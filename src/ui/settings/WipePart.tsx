/** Removes everything of Curbside from this browser, after a word was typed, and reports what was found afterwards. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { WipeReport } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TrashIcon } from "../kit/icons/actions.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Switch } from "../kit/Switch.tsx";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { toneLabels } from "../text/shell.ts";

type Outcome = { readonly report: WipeReport; readonly withModels: boolean };

/** Possible in every state of the vault: it is also the way out for whoever lost every secret. */
export function WipePart(): ReactElement {
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <>
      <p className="max-w-prose text-ink-soft">{vaultSettingsText.wipeNote}</p>
      <p className="max-w-prose text-ink-soft">{vaultSettingsText.wipePossible}</p>
      <div>
        <Button tone="danger" icon={<TrashIcon />} onClick={() => setAsking(true)}>
          {vaultSettingsText.doWipe}
        </Button>
      </div>
      <output className="block empty:hidden">
        {outcome !== undefined && <WipeOutcome outcome={outcome} />}
      </output>
      {isAsking && (
        <WipeDialog
          onClose={() => setAsking(false)}
          onDone={(done) => {
            setAsking(false);
            setOutcome(done);
          }}
        />
      )}
    </>
  );
}

function WipeOutcome({ outcome: { report, withModels } }: { readonly outcome: Outcome }): ReactElement {
  if (report.isEmpty) {
    return (
      <Callout tone="positive" toneLabel={toneLabels.positive}>
        {withModels ? vaultSettingsText.wiped : vaultSettingsText.wipedKeepingModels}
      </Callout>
    );
  }
  return (
    <Callout tone="caution" toneLabel={toneLabels.caution} title={vaultSettingsText.wipeLeft}>
      <ul className="list-disc ps-5">
        {report.left.map((part) => (
          <li key={part}>{vaultSettingsText.wipeLeftParts[part]}</li>
        ))}
      </ul>
      <p>{vaultSettingsText.wipeLeftAction}</p>
    </Callout>
  );
}

function WipeDialog(props: {
  readonly onClose: () => void;
  readonly onDone: (outcome: Outcome) => void;
}): ReactElement {
  const { onClose, onDone } = props;
  const { vault } = useServices();
  const [typed, setTyped] = useState("");
  const [withModels, setWithModels] = useState(false);
  const [isTried, setTried] = useState(false);
  const task = useVaultTask(vault.wipe);
  const isRight = typed.trim().toLowerCase() === vaultSettingsText.wipeWord;
  const wipe = async (): Promise<void> => {
    setTried(true);
    if (!isRight || task.isPending) return;
    const wiped = await task.run({ withModels });
    if (wiped.ok) onDone({ report: wiped.value, withModels });
  };
  return (
    <Dialog
      isOpen
      isAlert
      size="small"
      title={vaultSettingsText.wipe}
      closeLabel={vaultSettingsText.cancel}
      onClose={onClose}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog moves the focus; the harmless answer gets it */}
          <Button autoFocus onClick={onClose} disabled={task.isPending}>
            {vaultSettingsText.cancel}
          </Button>
          <Button
            tone="danger"
            isPending={task.isPending}
            pendingLabel={vaultSettingsText.wiping}
            onClick={() => void wipe()}
          >
            {vaultSettingsText.doWipe}
          </Button>
        </>
      }
    >
      <EnterArea label={vaultSettingsText.wipe} onEnter={() => void wipe()}>
        <p>{vaultSettingsText.wipeNote}</p>
        <Switch
          label={vaultSettingsText.wipeModels}
          help={vaultSettingsText.wipeModelsHelp}
          isOn={withModels}
          onChange={setWithModels}
        />
        <PatientTextField
          label={vaultSettingsText.wipeType(vaultSettingsText.wipeWord)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={isTried && !isRight ? vaultSettingsText.wipeWrong : undefined}
        />
        <VaultProblem error={task.error} onRetry={() => void wipe()} />
      </EnterArea>
    </Dialog>
  );
}
