/** Makes a case of a teaching case, in the open vault or in the temporary workspace, and goes to it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Result } from "../../shared/result.ts";
import { draftCase } from "./draft-case.ts";
import { useAuthor } from "./use-author.ts";
import { VAULT_KEY, teachingCaseQuery } from "../queries.ts";
import { useServices } from "../services.ts";

export type OpenTeachingCase = {
  readonly open: (place: "here" | "temporary") => Promise<void>;
  readonly isPending: boolean;
  readonly error: VaultError | TeachingLibraryError | undefined;
};

/** The case begins with the whole story; its walk-through is found again by title and text. */
export function useOpenTeachingCase(id: string, onOpened?: () => void): OpenTeachingCase {
  const services = useServices();
  const queryClient = useQueryClient();
  const author = useAuthor();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<OpenTeachingCase["error"]>();
  const create = async (
    place: "here" | "temporary",
  ): Promise<Result<{ readonly id: string }, VaultError | TeachingLibraryError>> => {
    const { vault, newId, now } = services;
    const story = await queryClient.query(teachingCaseQuery(services, id));
    if (!story.ok) return story;
    const started = place === "temporary" ? await vault.startTemporary() : undefined;
    if (started?.ok === false) return started;
    const { title, vignette: text } = story.value;
    return vault.createCase(draftCase({ title, text, author, time: now(), newId }));
  };
  const open = async (place: "here" | "temporary"): Promise<void> => {
    setPending(true);
    setError(undefined);
    const created = await create(place);
    await queryClient.invalidateQueries({ queryKey: [VAULT_KEY] });
    setPending(false);
    if (!created.ok) return setError(created.error);
    onOpened?.();
    return services.goTo(`/cases/${created.value.id}`);
  };
  return { open, isPending, error };
}
