/** Makes a case of its own out of what another one holds. */
import { useQueryClient } from "@tanstack/react-query";
import type { CaseSummary } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { copyRecord } from "../../domain/record/copy-record.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { foldRecord } from "../../domain/record/fold.ts";
import { type Result, err } from "../../shared/result.ts";
import { draftCase } from "../common/draft-case.ts";
import { useAuthor } from "../common/use-author.ts";
import { useVaultTask } from "../common/use-vault.ts";
import { VAULT_KEY } from "../queries.ts";
import { useServices } from "../services.ts";

/** The whole record, or the note as it stands. */
export type CopiedPart = "record" | "note";

export type Duplicating = {
  readonly duplicate: (
    caseId: string,
    part: CopiedPart,
    title: string,
  ) => Promise<Result<CaseSummary, VaultError>>;
  readonly isPending: boolean;
  readonly error: VaultError | undefined;
};

/** Reads a case that another tab writes as well; nothing in it changes. */
export function useDuplicate(): Duplicating {
  const { vault, newId, now } = useServices();
  const queryClient = useQueryClient();
  const author = useAuthor();
  const draft = (events: readonly RecordEvent[], part: CopiedPart, title: string) => {
    const options = { title, author, time: now(), newId };
    if (part === "record") return copyRecord(events, options);
    return draftCase({ ...options, text: foldRecord(events).state.text?.text ?? "" });
  };
  const task = useVaultTask(
    async (wish: { readonly caseId: string; readonly part: CopiedPart; readonly title: string }) => {
      const opened = await vault.openCase(wish.caseId);
      if (!opened.ok) return opened;
      const { events } = opened.value;
      const drafted = draft(events, wish.part, wish.title);
      await opened.value.close();
      if (drafted === undefined) return err({ type: "vault-damaged", part: "case" } as const);
      const made = await vault.createCase(drafted);
      await queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
      return made;
    },
  );
  return {
    duplicate: (caseId, part, title) => task.run({ caseId, part, title }),
    isPending: task.isPending,
    error: task.error,
  };
}
