/** A copy of a case: what it is called, and how much of the case it holds. */

import { type ReactElement, useState } from "react";
import type { CaseSummary } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { RadioGroup } from "../kit/RadioGroup.tsx";
import { casesText } from "../text/cases.ts";
import { type CopiedPart, useDuplicate } from "./use-duplicate.ts";

export type DuplicateDialogProps = {
  readonly summary: CaseSummary;
  readonly onClose: () => void;
  /** The copy is there. */
  readonly onMade: (copy: CaseSummary) => void;
};

const PARTS: readonly CopiedPart[] = ["record", "note"];

/** The case itself is only read. */
export function DuplicateDialog({ summary, onClose, onMade }: DuplicateDialogProps): ReactElement {
  const [title, setTitle] = useState(casesText.copyOf(summary.title));
  const [part, setPart] = useState<CopiedPart>("record");
  const { duplicate, isPending, error } = useDuplicate();
  const isNameless = title.trim() === "";
  const make = async (): Promise<void> => {
    if (isNameless || isPending) return;
    const made = await duplicate(summary.id, part, title.trim());
    if (made.ok) onMade(made.value);
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={casesText.duplicateTitle}
      closeLabel={casesText.cancel}
      onClose={onClose}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {casesText.cancel}
          </Button>
          <Button
            tone="primary"
            isPending={isPending}
            pendingLabel={casesText.duplicating}
            disabled={isNameless}
            onClick={() => void make()}
          >
            {casesText.duplicateDo}
          </Button>
        </>
      }
    >
      <EnterArea label={casesText.duplicateTitle} onEnter={() => void make()}>
        <PatientTextField
          label={casesText.name}
          help={casesText.nameHelp}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <RadioGroup
          label={casesText.duplicateWhat}
          options={PARTS.map((id) => ({ id, ...casesText.duplicates[id] }))}
          selectedId={part}
          onSelect={(id) => setPart(id === "note" ? "note" : "record")}
        />
        <VaultProblem error={error} onRetry={() => void make()} />
      </EnterArea>
    </Dialog>
  );
}
