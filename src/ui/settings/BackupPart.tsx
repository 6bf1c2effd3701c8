/** Makes a backup and hands it to the browser as a file. */

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import type { BackupFile } from "../../contracts/vault.ts";
import { timeToWords } from "../common/time-words.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { DownloadIcon } from "../kit/icons/actions.tsx";
import { Progress } from "../kit/Progress.tsx";
import { VAULT_KEY } from "../queries.ts";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { toneLabels } from "../text/shell.ts";

export type BackupPartProps = { readonly lastBackupAt: number | undefined };

type Step = { readonly done: number; readonly total: number };

/** A page cannot see what became of a download, so it says where to look. */
export function BackupPart({ lastBackupAt }: BackupPartProps): ReactElement {
  const { vault } = useServices();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>({ done: 0, total: 0 });
  const [made, setMade] = useState<BackupFile>();
  const task = useVaultTask(() => vault.makeBackup((done, total) => setStep({ done, total })));
  const make = async (): Promise<void> => {
    setMade(undefined);
    setStep({ done: 0, total: 0 });
    const result = await task.run(undefined);
    if (!result.ok) return;
    saveFile(result.value);
    setMade(result.value);
    await queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
  };
  return (
    <>
      <p className="max-w-prose text-ink-soft">{vaultSettingsText.backupNote}</p>
      <p className="text-ink-soft">
        {lastBackupAt === undefined
          ? vaultSettingsText.noBackup
          : vaultSettingsText.lastBackup(timeToWords(lastBackupAt))}
      </p>
      {task.isPending ? (
        <BackupProgress step={step} />
      ) : (
        <div>
          <Button icon={<DownloadIcon />} onClick={() => void make()}>
            {vaultSettingsText.makeBackup}
          </Button>
        </div>
      )}
      <VaultProblem error={task.error} onRetry={() => void make()} />
      {made !== undefined && (
        <output className="block empty:hidden">
          <Callout tone="positive" toneLabel={toneLabels.positive}>
            {vaultSettingsText.backupMade(made.name, made.cases, made.events)}
          </Callout>
        </output>
      )}
    </>
  );
}

function BackupProgress({ step: { done, total } }: { readonly step: Step }): ReactElement {
  return (
    <Progress
      label={vaultSettingsText.makingBackup}
      share={total === 0 ? undefined : done / total}
      amount={total === 0 ? undefined : vaultSettingsText.backupParts(done, total)}
    />
  );
}

/** Long enough for the slowest browser to have begun reading. */
const FORGET_MS = 60_000;

function saveFile({ blob, name }: BackupFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FORGET_MS);
}
