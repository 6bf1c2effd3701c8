/** What is asked before a case is renamed, duplicated or deleted for good. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { CaseSummary } from "../../contracts/vault.ts";
import { EnterArea } from "../common/EnterArea.tsx";
import { Button } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { casesText } from "../text/cases.ts";
import { DuplicateDialog } from "./DuplicateDialog.tsx";
import type { CaseActions } from "./use-case-actions.ts";

export type CaseDialogsProps = { readonly actions: CaseActions };

/** At most one at a time. */
export function CaseDialogs({ actions }: CaseDialogsProps): ReactElement | null {
  const { asked } = actions;
  if (asked === undefined) return null;
  if (asked.type === "rename") return <RenameDialog summary={asked.summary} actions={actions} />;
  if (asked.type === "duplicate") {
    const { summary } = asked;
    return (
      <DuplicateDialog
        summary={summary}
        onClose={() => actions.ask(undefined)}
        onMade={(copy) => actions.announceCopy(copy)}
      />
    );
  }
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={casesText.destroyTitle}
      confirmLabel={casesText.destroy}
      cancelLabel={casesText.keep}
      isPending={actions.isPending}
      pendingLabel={casesText.destroying}
      onCancel={() => actions.ask(undefined)}
      onConfirm={() => actions.destroy(asked.summary)}
    >
      {casesText.destroyExplanation}
    </ConfirmDialog>
  );
}

function RenameDialog(props: { readonly summary: CaseSummary; readonly actions: CaseActions }): ReactElement {
  const { summary, actions } = props;
  const [title, setTitle] = useState(summary.title);
  const close = () => actions.ask(undefined);
  const save = () => {
    if (title.trim() === "") return;
    actions.change(summary, { title: title.trim() });
    close();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={casesText.renameTitle}
      closeLabel={casesText.cancel}
      onClose={close}
      actions={
        <>
          <Button tone="quiet" onClick={close}>
            {casesText.cancel}
          </Button>
          <Button tone="primary" onClick={save} disabled={title.trim() === ""}>
            {casesText.save}
          </Button>
        </>
      }
    >
      <EnterArea label={casesText.renameTitle} onEnter={save}>
        <PatientTextField
          label={casesText.name}
          help={casesText.nameHelp}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
      </EnterArea>
    </Dialog>
  );
}
