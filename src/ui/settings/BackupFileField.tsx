/** Chooses a backup file from this device. */

import type { ReactElement } from "react";
import { Field } from "../kit/Field.tsx";
import { vaultSettingsText } from "../text/vault-settings.ts";

export type BackupFileFieldProps = {
  readonly error: string | undefined;
  readonly onChoose: (file: File | undefined) => void;
};

/** The browser's own field: it works with every keyboard and reader. */
export function BackupFileField({ error, onChoose }: BackupFileFieldProps): ReactElement {
  return (
    <Field label={vaultSettingsText.chooseFile} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          onChange={(event) => onChoose(event.target.files?.[0])}
          className="w-full rounded-control border border-line-strong bg-surface p-1.5 text-small text-ink-soft file:me-3 file:min-h-8 file:rounded-small file:border-0 file:bg-hover file:px-3 file:font-[560] file:text-ink"
        />
      )}
    </Field>
  );
}
