/** Brings back what a backup holds: choose the file, see what would be added, then add it. */

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import type { RestorePlan, VaultSecret, VaultState } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { PassphraseField } from "../common/PassphraseField.tsx";
import { useVaultState, useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { RadioGroup } from "../kit/RadioGroup.tsx";
import { VAULT_KEY } from "../queries.ts";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { toneLabels } from "../text/shell.ts";
import { vaultErrorText } from "../text/vault-errors.ts";
import { BackupFileField } from "./BackupFileField.tsx";
import { RestoreTable } from "./RestoreTable.tsx";

/** Into a locked vault nothing can be added. */
export function RestorePart(): ReactElement {
  const { vault } = useServices();
  const queryClient = useQueryClient();
  const state = useVaultState();
  const [plan, setPlan] = useState<RestorePlan & { readonly into: VaultState["type"] }>();
  const [said, setSaid] = useState("");
  const task = useVaultTask((planId: string) => vault.restore(planId));
  const restore = async (planId: string): Promise<void> => {
    const result = await task.run(planId);
    if (!result.ok) return;
    setPlan(undefined);
    setSaid(vaultSettingsText.restored(result.value.cases, result.value.events));
    await queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
  };
  // A plan names cases and belongs to what was here when it was made: locked, removed or made anew, it is void.
  if (plan !== undefined && plan.into !== state.type && !task.isPending) setPlan(undefined);
  if (state.type === "locked") return <p className="text-ink-soft">{vaultSettingsText.restoreLocked}</p>;
  return (
    <>
      <p className="max-w-prose text-ink-soft">
        {vaultSettingsText.restoreNote} {state.type === "absent" && vaultSettingsText.restoreIntoNothing}
      </p>
      {plan === undefined ? (
        <ChooseBackup
          onPlan={(found) => {
            setSaid("");
            setPlan({ ...found, into: state.type });
          }}
        />
      ) : (
        <RestoreTable
          plan={plan}
          isPending={task.isPending}
          onRestore={() => void restore(plan.id)}
          onCancel={() => setPlan(undefined)}
        />
      )}
      <VaultProblem error={task.error} onRetry={plan && (() => void restore(plan.id))} />
      <output className="block empty:hidden">
        {said !== "" && (
          <Callout tone="positive" toneLabel={toneLabels.positive}>
            {said}
          </Callout>
        )}
      </output>
    </>
  );
}

function ChooseBackup({ onPlan }: { readonly onPlan: (plan: RestorePlan) => void }): ReactElement {
  const { vault } = useServices();
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState<"passphrase" | "recovery-code">("passphrase");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const task = useVaultTask(({ from, secret }: { readonly from: Blob; readonly secret: VaultSecret }) =>
    vault.planRestore(from, secret),
  );
  const look = async (): Promise<void> => {
    setTried(true);
    if (file === undefined || text === "" || task.isPending) return;
    const planned = await task.run({ from: file, secret: { type: kind, text } });
    if (planned.ok) onPlan(planned.value);
  };
  const isWrong = task.error?.type === "vault-wrong-secret";
  const wrong = vaultErrorText({ type: "vault-wrong-secret" });
  return (
    <EnterArea label={vaultSettingsText.restore} onEnter={() => void look()}>
      <BackupFileField
        error={isTried && file === undefined ? vaultSettingsText.fileMissing : undefined}
        onChoose={(chosen) => {
          setFile(chosen);
          task.forgetError();
        }}
      />
      <RadioGroup
        isRow
        label={vaultSettingsText.secretKind}
        options={(["passphrase", "recovery-code"] as const).map((id) => ({
          id,
          label: vaultSettingsText.secretKinds[id],
        }))}
        selectedId={kind}
        onSelect={(id) => setKind(id === "recovery-code" ? "recovery-code" : "passphrase")}
      />
      <PassphraseField
        label={vaultSettingsText.backupSecret}
        value={text}
        onChange={(typed) => {
          setText(typed);
          task.forgetError();
        }}
        error={isWrong ? `${wrong.title} ${wrong.wayOn}` : undefined}
      />
      {!isWrong && <VaultProblem error={task.error} onRetry={() => void look()} />}
      <div>
        <Button
          isPending={task.isPending}
          pendingLabel={vaultSettingsText.looking}
          onClick={() => void look()}
        >
          {vaultSettingsText.look}
        </Button>
      </div>
    </EnterArea>
  );
}
