/** How long the vault stays open without anybody there. */

import type { ReactElement } from "react";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Select } from "../kit/Select.tsx";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { useChangeSettings } from "./use-change-settings.ts";

export type IdleChoiceProps = { readonly minutes: number };

/** What the vault takes: one minute to fifteen. */
const CHOICES = [1, 2, 3, 5, 10, 15] as const;

/** A time set elsewhere is offered as well. */
export function IdleChoice({ minutes }: IdleChoiceProps): ReactElement {
  const change = useChangeSettings();
  const choices = [...new Set([...CHOICES, minutes])].toSorted((left, right) => left - right);
  return (
    <div className="grid max-w-xs gap-3">
      <Select
        label={vaultSettingsText.idle}
        options={choices.map((count) => ({ id: String(count), label: vaultSettingsText.minutes(count) }))}
        selectedId={String(minutes)}
        onSelect={(id) => void change.run({ idleMinutes: Number(id) })}
      />
      <VaultProblem error={change.error} />
    </div>
  );
}
