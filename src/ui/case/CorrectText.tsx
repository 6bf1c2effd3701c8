/** Corrects the case text. What is typed is saved by the button, when the tab is left, and before the vault locks. */

import { useEffect, useState } from "react";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { useAuthor } from "../common/use-author.ts";
import { useKeepBeforeLeaving } from "../common/use-keep-before-leaving.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { draftRevision } from "../../domain/record/fold.ts";
import { type Result, ok } from "../../shared/result.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { caseText } from "../text/case.ts";
import type { CaseSession } from "../../workbench/case-session/case-session.ts";

export type CorrectTextProps = {
  readonly session: CaseSession;
  readonly onDone: () => void;
  readonly onUnsaved: (isUnsaved: boolean) => void;
};

/** A correction that changed nothing writes nothing. */
export function CorrectText({ session, onDone, onUnsaved }: CorrectTextProps): ReactElement {
  const role = useStore(session.store, (live) => live.role);
  const current = useStore(session.store, (live) => live.view.state.text?.text ?? "");
  const [text, setText] = useState(current);
  const author = useAuthor();
  const isUnsaved = text !== current;
  useEffect(() => {
    onUnsaved(isUnsaved);
    return () => onUnsaved(false);
  }, [isUnsaved, onUnsaved]);
  const task = useVaultTask(async (): Promise<Result<unknown, VaultError>> => {
    const { view, saving } = session.store.getState();
    if (text !== (view.state.text?.text ?? ""))
      return session.write([{ type: "text-revise", ...draftRevision(view, text) }], "strict", author);
    return saving.type === "failed" ? session.saveAgain() : ok(undefined);
  });
  const save = () => task.run(undefined);
  useKeepBeforeLeaving({ isUnsaved: isUnsaved && role === "writer", save, savesWhenHidden: true });
  const finish = async (): Promise<void> => {
    const saved = await save();
    if (saved.ok) onDone();
  };
  return (
    <div className="grid gap-3">
      <PatientTextField
        isMultiline
        isLabelHidden
        rows={10}
        label={caseText.correction}
        help={caseText.correctionHelp}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={role === "follower" ? caseText.lostRole : undefined}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          tone="primary"
          isPending={task.isPending}
          pendingLabel={caseText.saving}
          disabled={role === "follower"}
          onClick={() => void finish()}
        >
          {caseText.save}
        </Button>
        <Button tone="quiet" onClick={onDone} disabled={task.isPending}>
          {caseText.cancel}
        </Button>
      </div>
    </div>
  );
}
