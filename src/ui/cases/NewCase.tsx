/** A new case from a note that is typed or pasted. */

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ReactElement } from "react";
import { draftCase } from "../common/draft-case.ts";
import { timeToWords } from "../common/time-words.ts";
import { useAuthor } from "../common/use-author.ts";
import { useKeepBeforeLeaving } from "../common/use-keep-before-leaving.ts";
import { useVaultState, useVaultTask } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { Button } from "../kit/Button.tsx";
import { Link } from "../kit/Link.tsx";
import { Page } from "../kit/Page.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { VAULT_KEY } from "../queries.ts";
import { useServices } from "../services.ts";
import { casesText } from "../text/cases.ts";

export type NewCaseProps = { readonly onDone: () => void };

/** A title is optional: the time of day does until somebody gives a better one. */
export function NewCase({ onDone }: NewCaseProps): ReactElement {
  const isTemporary = useVaultState().type === "temporary";
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const { create, save, goTo } = useCreate(title, text);
  // Who looks something up in another tab comes back to go on typing, so only locking and closing count as leaving.
  useKeepBeforeLeaving({ isUnsaved: text.trim() !== "", save, savesWhenHidden: false });
  const isMissing = text.trim() === "";
  const finish = async (): Promise<void> => {
    setTried(true);
    if (isMissing || create.isPending) return;
    const id = await save();
    if (id !== undefined) goTo(id);
  };
  return (
    <Page title={casesText.newTitle}>
      <div className="grid max-w-3xl gap-5">
        <p className="text-ink-soft">
          {casesText.newFrom} <Link href="/teach">{casesText.newFromTeaching}</Link>.
        </p>
        <PatientTextField
          label={casesText.name}
          help={casesText.nameHelp}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <PatientTextField
          isMultiline
          rows={12}
          label={casesText.newText}
          help={isTemporary ? casesText.newTextTemporary : casesText.newTextHelp}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={isTried && isMissing ? casesText.newTextMissing : undefined}
        />
        <VaultProblem error={create.error} onRetry={() => void finish()} />
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            isPending={create.isPending}
            pendingLabel={casesText.creating}
            onClick={() => void finish()}
          >
            {casesText.create}
          </Button>
          <Button tone="quiet" onClick={onDone}>
            {casesText.cancel}
          </Button>
        </div>
      </div>
    </Page>
  );
}

/** Saving twice what is typed once would make two cases: the first that is saved is remembered. */
function useCreate(title: string, text: string) {
  const { vault, newId, now, goTo } = useServices();
  const queryClient = useQueryClient();
  const author = useAuthor();
  const made = useRef<string>(undefined);
  const create = useVaultTask(vault.createCase);
  const save = async (): Promise<string | undefined> => {
    if (made.current !== undefined) return made.current;
    const time = now();
    const name = title.trim() === "" ? casesText.untitled(timeToWords(time)) : title.trim();
    const events = draftCase({ title: name, text, author, time, newId });
    made.current = events[0]?.caseId;
    const result = await create.run(events);
    if (!result.ok) made.current = undefined;
    await queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
    return result.ok ? result.value.id : undefined;
  };
  return { create, save, goTo: (id: string) => goTo(`/cases/${id}`) };
}
