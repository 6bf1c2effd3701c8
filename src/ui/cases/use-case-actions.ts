/** What may be done with a case from the list, each with its undo. Messages never name a case. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { CaseSummary, Vault } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { useVaultTask } from "../common/use-vault.ts";
import type { Toast } from "../kit/ToastRegion.tsx";
import { VAULT_KEY } from "../queries.ts";
import { useServices } from "../services.ts";
import { casesText } from "../text/cases.ts";

export type CaseChange = Parameters<Vault["changeCase"]>[1];

/** What asks before it is done. */
export type CaseAsk = { readonly type: "rename" | "duplicate" | "destroy"; readonly summary: CaseSummary };

export type CaseActions = {
  readonly change: (summary: CaseSummary, change: CaseChange) => void;
  readonly ask: (ask: CaseAsk | undefined) => void;
  readonly asked: CaseAsk | undefined;
  readonly destroy: (summary: CaseSummary) => void;
  /** Says that a copy is there, with the way to it. */
  readonly announceCopy: (copy: CaseSummary) => void;
  readonly isPending: boolean;
  readonly error: VaultError | undefined;
  readonly toasts: readonly Toast[];
  readonly dismiss: (id: string) => void;
};

/** Actions on one list. */
export function useCaseActions(): CaseActions {
  const { vault, newId, goTo } = useServices();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<CaseAsk>();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const refresh = () => queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
  const task = useVaultTask((work: () => ReturnType<Vault["destroyCase"] | Vault["changeCase"]>) =>
    work().then(async (result) => {
      await refresh();
      return result;
    }),
  );
  const dismiss = useCallback((id: string) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const change = async (summary: CaseSummary, changed: CaseChange): Promise<void> => {
    const result = await task.run(() => vault.changeCase(summary.id, changed));
    const message = messageOf(changed);
    if (!result.ok || message === undefined) return;
    const undo = () => void task.run(() => vault.changeCase(summary.id, backOf(changed)));
    const toast = {
      id: `${summary.id} ${newId()}`,
      message,
      action: { label: casesText.undo, onAction: undo },
    };
    setToasts((all) => [...withoutCase(all, summary), toast]);
  };
  const announceCopy = (copy: CaseSummary): void => {
    const open = () => goTo(`/cases/${encodeURIComponent(copy.id)}`);
    const action = { label: casesText.openCopy, onAction: open };
    setToasts((all) => [...all, { id: `${copy.id} ${newId()}`, message: casesText.duplicated, action }]);
    setAsked(undefined);
  };
  const destroy = async (summary: CaseSummary): Promise<void> => {
    await task.run(() => vault.destroyCase(summary.id));
    setToasts((all) => withoutCase(all, summary));
    setAsked(undefined);
  };
  return {
    change: (summary, changed) => void change(summary, changed),
    ask: setAsked,
    asked,
    destroy: (summary) => void destroy(summary),
    announceCopy,
    isPending: task.isPending,
    error: task.error,
    toasts,
    dismiss,
  };
}

/** One undo for a case at a time, and none for what is gone. */
function withoutCase(toasts: readonly Toast[], { id }: CaseSummary): readonly Toast[] {
  return toasts.filter((toast) => !toast.id.startsWith(`${id} `));
}

function messageOf({ isBinned, isArchived }: CaseChange): string | undefined {
  if (isBinned === true) return casesText.binnedMessage;
  return isArchived === true ? casesText.archivedMessage : undefined;
}

function backOf({ isBinned, isArchived }: CaseChange): CaseChange {
  if (isBinned !== undefined) return { isBinned: !isBinned };
  return isArchived === undefined ? {} : { isArchived: !isArchived };
}
