/** What people had begun to write, each for who wrote it: a half sentence of one is nothing for another. */
import type { CaseState } from "./case-state.ts";
import type { DraftKeepEvent } from "./events.ts";

export type KeptDraft = Pick<DraftKeepEvent, "form" | "text"> & { readonly profile: string };

/** The state after somebody left something half written, or let it go. */
export function keepDraft(state: CaseState, { form, text, author }: DraftKeepEvent): CaseState {
  const { profile } = author;
  const key = JSON.stringify([profile, form]);
  const drafts = text === "" ? state.drafts.without(key) : state.drafts.with(key, { profile, form, text });
  return drafts === state.drafts ? state : { ...state, drafts };
}

/** What a person left half written, by the form that it was typed into. */
export function readDrafts(
  { drafts }: Pick<CaseState, "drafts">,
  profile: string,
): ReadonlyMap<string, string> {
  const own = [...drafts.values()].filter((draft) => draft.profile === profile);
  return new Map(own.map(({ form, text }) => [form, text]));
}
