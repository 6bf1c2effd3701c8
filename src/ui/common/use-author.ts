/** Who is at work on this device, as the record names them. */
import { useQuery } from "@tanstack/react-query";
import type { Author } from "../../domain/record/events.ts";
import { vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { toAuthor } from "./draft-case.ts";

/** The profile that is chosen in the settings of the vault. */
export function useAuthor(): Author {
  const { data: settings } = useQuery(vaultSettingsQuery(useServices()));
  const chosen =
    settings?.ok === true
      ? settings.value.profiles.find(({ id }) => id === settings.value.activeProfile)
      : undefined;
  return toAuthor(chosen);
}
