/** The dry run: what a backup would bring, case by case, before anything is written. */

import type { ReactElement } from "react";
import type { RestorePlan } from "../../contracts/vault.ts";
import { timeToWords } from "../common/time-words.ts";
import { Button } from "../kit/Button.tsx";
import { Table, type TableColumn } from "../kit/Table.tsx";
import { vaultSettingsText } from "../text/vault-settings.ts";

export type RestoreTableProps = {
  readonly plan: RestorePlan;
  readonly isPending: boolean;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
};

type PlannedCase = RestorePlan["cases"][number];

const COLUMNS: readonly TableColumn<PlannedCase>[] = [
  {
    id: "title",
    heading: vaultSettingsText.planCase,
    cell: ({ title }) => title,
    sortValue: ({ title }) => title,
  },
  {
    id: "events",
    heading: vaultSettingsText.planEvents,
    cell: ({ events }) => events,
    sortValue: ({ events }) => events,
    isNumeric: true,
  },
  {
    id: "new",
    heading: vaultSettingsText.planNew,
    cell: ({ newEvents }) => newEvents,
    sortValue: ({ newEvents }) => newEvents,
    isNumeric: true,
  },
  { id: "state", heading: vaultSettingsText.planState, cell: whatHappens },
];

/** With nothing to add there is nothing to press. */
export function RestoreTable({ plan, isPending, onRestore, onCancel }: RestoreTableProps): ReactElement {
  const newEvents = plan.cases.reduce((sum, planned) => sum + planned.newEvents, 0);
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        {vaultSettingsText.planMade(timeToWords(plan.madeAt))}{" "}
        {plan.isOfThisVault ? vaultSettingsText.planOfThis : vaultSettingsText.planOfOther}
      </p>
      <Table
        caption={vaultSettingsText.planTitle}
        columns={COLUMNS}
        rows={plan.cases}
        rowKey={({ id }) => id}
        empty={vaultSettingsText.planNothing}
      />
      {newEvents === 0 && <p>{vaultSettingsText.planNothing}</p>}
      <div className="flex flex-wrap gap-2">
        {newEvents > 0 && (
          <Button
            tone="primary"
            isPending={isPending}
            pendingLabel={vaultSettingsText.restoring}
            onClick={onRestore}
          >
            {vaultSettingsText.doRestore}
          </Button>
        )}
        <Button tone="quiet" onClick={onCancel} disabled={isPending}>
          {newEvents > 0 ? vaultSettingsText.cancel : vaultSettingsText.close}
        </Button>
      </div>
    </div>
  );
}

function whatHappens({ isHere, newEvents }: PlannedCase): string {
  if (newEvents === 0) return vaultSettingsText.planKept;
  return isHere ? vaultSettingsText.planMerged : vaultSettingsText.planAdded;
}
