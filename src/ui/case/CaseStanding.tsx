/** Who writes, how long the record is, and whether everything on the screen is kept. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { useVaultState } from "../common/use-vault.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon, CheckIcon } from "../kit/icons/signs.tsx";
import { PencilIcon } from "../kit/icons/actions.tsx";
import { caseText } from "../text/case.ts";
import type { CaseSession, Saving } from "../../workbench/case-session/case-session.ts";
import { useCalmSaving } from "./use-calm-saving.ts";

export type CaseStandingProps = {
  readonly session: CaseSession;
  /** Something is typed that was not saved yet. */
  readonly isUnsaved: boolean;
};

/**
 * "Saved" is said only when the vault has acknowledged everything. Each word has room for the longest of its kind, for what
 * stands around it must not move several times a second while a run is written.
 */
export function CaseStanding({ session, isUnsaved }: CaseStandingProps): ReactElement {
  const role = useStore(session.store, (live) => live.role);
  const saving = useCalmSaving(session);
  // Of all events, also while the past is shown.
  const count = useFacts(({ live }) => live.view.log.events.length);
  const state = useVaultState();
  const isReadOnly = state.type === "open" && state.isReadOnly;
  const part = isReadOnly ? caseText.readOnly : caseText[role];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Chip icon={role === "writer" && !isReadOnly ? <PencilIcon /> : undefined}>{part}</Chip>
      <output data-saving className="flex min-w-32">
        <SavingChip saving={saving} isUnsaved={isUnsaved} isTemporary={state.type === "temporary"} />
      </output>
      <span className="min-w-44 text-small text-ink-soft tabular-nums max-sm:sr-only">
        {caseText.eventCount(count)}
      </span>
    </div>
  );
}

function SavingChip(props: {
  readonly saving: Saving;
  readonly isUnsaved: boolean;
  readonly isTemporary: boolean;
}): ReactElement {
  const { saving, isUnsaved, isTemporary } = props;
  if (isUnsaved && saving.type === "saved") return <Chip>{caseText.unsavedChanges}</Chip>;
  if (isTemporary && saving.type === "saved") return <Chip>{caseText.inMemory}</Chip>;
  if (saving.type === "saved") {
    return (
      <Chip tone="positive" icon={<CheckIcon />}>
        {caseText.saved}
      </Chip>
    );
  }
  // Without a ring that turns: throughout a run it would be the second one, and neither says anything new.
  if (saving.type === "saving") return <Chip>{caseText.saving}</Chip>;
  return (
    <Chip tone="critical" icon={<CautionIcon />}>
      {caseText.notSaved}
    </Chip>
  );
}
