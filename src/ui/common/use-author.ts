/** Who is at work on this device, as the record names them. */
import { useQuery } from "@tanstack/react-query";
import type { Author } from "../../domain/record/events.ts";
import { vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { activeProfile, toAuthor } from "./draft-case.ts";

/** The profile that is chosen in the settings of the vault. */
export function useAuthor(): Author {
  const { data: settings } = useQuery(vaultSettingsQuery(useServices()));
  return toAuthor(settings?.ok === true ? activeProfile(settings.value) : undefined);
}
