/** The events that begin a case: its creation and the first revision of its text, drawn up by the domain's functions. */
import type { Profile, VaultSettings } from "../../contracts/vault.ts";
import { type Author, EVENT_VERSION, type RecordEvent } from "../../domain/record/events.ts";
import { createCaseView, draftRevision } from "../../domain/record/fold.ts";

export type CaseDraft = {
  readonly title: string;
  readonly text: string;
  readonly author: Author;
  readonly time: number;
  readonly newId: () => string;
};

/** The first event carries the id of the case. */
export function draftCase({ title, text, author, time, newId }: CaseDraft): readonly RecordEvent[] {
  const caseId = newId();
  const base = { version: EVENT_VERSION, time, author, caseId } as const;
  return [
    { ...base, id: newId(), order: 1, type: "case-create", title },
    { ...base, id: newId(), order: 2, type: "text-revise", ...draftRevision(createCaseView(), text) },
  ];
}

/** The profile that is chosen in the settings of the vault; undefined where none is. */
export function activeProfile({ profiles, activeProfile: chosen }: VaultSettings): Profile | undefined {
  return profiles.find(({ id }) => id === chosen);
}

/** Who writes: the chosen profile, or somebody on this device who gave no name. */
export function toAuthor(profile: Profile | undefined): Author {
  return profile === undefined
    ? { kind: "clinician", profile: "unnamed" }
    : { kind: profile.kind, profile: profile.id };
}
