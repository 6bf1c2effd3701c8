/** Everything that comes from outside and can be kept for a while: keys and reading in one place. */
import { queryOptions } from "@tanstack/react-query";
import type { Services } from "./services.ts";

/** Room, persistence and the database; asked again when the window comes back. */
export function storageQuery(services: Services) {
  return queryOptions({ queryKey: ["storage-status"], queryFn: services.readStorageStatus });
}

/** Graphics adapter and processor; a driver does not change under an open page. */
export function deviceQuery(services: Services) {
  return queryOptions({
    queryKey: ["device-report"],
    queryFn: services.readDeviceReport,
    staleTime: Infinity,
  });
}

/** Release and build of the app that is running. */
export function versionQuery(services: Services) {
  return queryOptions({
    queryKey: ["build-version"],
    queryFn: services.readBuildVersion,
    staleTime: Infinity,
  });
}

/** The list of teaching cases. */
export function teachingIndexQuery({ teaching }: Services) {
  return queryOptions({ queryKey: ["teaching-index"], queryFn: teaching.readIndex });
}

/** One teaching case, fetched when its story is opened. */
export function teachingCaseQuery({ teaching }: Services, id: string) {
  return queryOptions({ queryKey: ["teaching-case", id], queryFn: () => teaching.readCase(id) });
}

/** Everything read from the vault is under this key, so that locking can forget it with one word. */
export const VAULT_KEY = "vault";

/** Every case, archived and binned ones too. */
export function vaultCasesQuery({ vault }: Services) {
  return queryOptions({ queryKey: [VAULT_KEY, "cases"], queryFn: vault.listCases });
}

/** Idle time, profiles, last backup. */
export function vaultSettingsQuery({ vault }: Services) {
  return queryOptions({ queryKey: [VAULT_KEY, "settings"], queryFn: vault.readSettings });
}

/** Whether a backup is due. */
export function backupAdviceQuery({ vault }: Services) {
  return queryOptions({ queryKey: [VAULT_KEY, "backup-advice"], queryFn: vault.readBackupAdvice });
}

/** What the cases take on disk. */
export function caseBytesQuery({ vault }: Services) {
  return queryOptions({ queryKey: [VAULT_KEY, "case-bytes"], queryFn: vault.readCaseBytes });
}
