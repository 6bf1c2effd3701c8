/** The cases of one shelf, found by title, in the order chosen. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { CaseSummary } from "../../contracts/vault.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { Select } from "../kit/Select.tsx";
import { Tabs } from "../kit/Tabs.tsx";
import { ToastRegion } from "../kit/ToastRegion.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { casesText } from "../text/cases.ts";
import { CaseDialogs } from "./CaseDialogs.tsx";
import { CaseRow } from "./CaseRow.tsx";
import { type CaseChoice, SHELVES, SORTS, chooseCases, countShelves } from "./list-cases.ts";
import { useCaseActions } from "./use-case-actions.ts";

export type CaseListProps = { readonly cases: readonly CaseSummary[]; readonly isWritable: boolean };

/** Search and order are of this visit: neither is written to an address or kept. */
export function CaseList({ cases, isWritable }: CaseListProps): ReactElement {
  const [choice, setChoice] = useState<CaseChoice>({ shelf: "active", search: "", sort: "changed" });
  const actions = useCaseActions();
  const counts = countShelves(cases);
  const shown = chooseCases(cases, choice);
  const content = (
    <div className="grid gap-4">
      {counts[choice.shelf] > 0 && <Finder choice={choice} onChange={setChoice} />}
      <VaultProblem error={actions.error} />
      {shown.length === 0 ? (
        <Nothing
          choice={choice}
          isShelfEmpty={counts[choice.shelf] === 0}
          onClear={() => setChoice({ ...choice, search: "" })}
        />
      ) : (
        <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
          {shown.map((summary) => (
            <li key={summary.id}>
              <CaseRow summary={summary} actions={isWritable ? actions : undefined} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
  return (
    <>
      <Tabs
        label={casesText.shelvesLabel}
        selectedId={choice.shelf}
        onSelect={(id) => setChoice({ ...choice, shelf: SHELVES.find((shelf) => shelf === id) ?? "active" })}
        tabs={SHELVES.map((shelf) => ({
          id: shelf,
          label: casesText.shelves[shelf],
          count: counts[shelf],
          content: shelf === choice.shelf ? content : null,
        }))}
      />
      <CaseDialogs actions={actions} />
      <ToastRegion
        label={casesText.messages}
        dismissLabel={casesText.dismiss}
        toasts={actions.toasts}
        onDismiss={actions.dismiss}
      />
    </>
  );
}

function Finder(props: {
  readonly choice: CaseChoice;
  readonly onChange: (choice: CaseChoice) => void;
}): ReactElement {
  const { choice, onChange } = props;
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
      <PatientTextField
        label={casesText.search}
        value={choice.search}
        onChange={(event) => onChange({ ...choice, search: event.target.value })}
      />
      <Select
        label={casesText.sort}
        options={SORTS.map((sort) => ({ id: sort, label: casesText.sorts[sort] }))}
        selectedId={choice.sort}
        onSelect={(id) => onChange({ ...choice, sort: SORTS.find((sort) => sort === id) ?? "changed" })}
      />
    </div>
  );
}

const EMPTY = {
  active: { title: casesText.activeEmpty, more: casesText.activeEmptyMore },
  archived: { title: casesText.archiveEmpty, more: casesText.archiveEmptyMore },
  binned: { title: casesText.binEmpty, more: casesText.binEmptyMore },
} as const;

function Nothing(props: {
  readonly choice: CaseChoice;
  readonly isShelfEmpty: boolean;
  readonly onClear: () => void;
}): ReactElement {
  const { choice, isShelfEmpty, onClear } = props;
  if (!isShelfEmpty) {
    return (
      <EmptyState
        icon={<CasesIcon />}
        title={casesText.nothingFound}
        actions={<Button onClick={onClear}>{casesText.clearSearch}</Button>}
      >
        {casesText.nothingFoundMore}
      </EmptyState>
    );
  }
  const { title, more } = EMPTY[choice.shelf];
  return (
    <EmptyState icon={<CasesIcon />} title={title}>
      {more}
    </EmptyState>
  );
}
