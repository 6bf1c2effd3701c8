import type { VaultError } from "../../contracts/vault-error.ts";
import type { RowError } from "./row-store.ts";

/** What the workbench is told when rows could not be read or written. */
export function toVaultError(error: RowError): VaultError {
  return error.type === "row-taken" ? { type: "vault-write-failed" } : error;
}
