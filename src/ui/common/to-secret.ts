/** A secret as typed into one field: a recovery code is recognised by its shape, everything else is a passphrase. */
import type { VaultSecret } from "../../contracts/vault.ts";

const CODE = /^[0-9A-Za-z]{4}(?:[-\s]?[0-9A-Za-z]{4}){6}$/u;

/** A passphrase that looks exactly like a code cannot be told apart; the ways in offer the kind by name as well. */
export function toSecret(text: string): VaultSecret {
  return { type: CODE.test(text.trim()) ? "recovery-code" : "passphrase", text };
}
