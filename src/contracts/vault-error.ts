/** Everything that can go wrong with what is kept on this device, as plain values. None of them ever deletes anything. */

export type VaultError =
  /** No database here: an insecure address, a private window, blocked cookies. */
  | { readonly type: "vault-unavailable"; readonly why: "insecure" | "no-database" | "no-locks" }
  /** The database did not open, again and again. */
  | { readonly type: "vault-open-failed" }
  /** Other tabs hold an older database open: they must close before this one can go on. */
  | { readonly type: "vault-blocked-by-tabs" }
  /** Another tab brought the database to a newer form: this page must be loaded again. */
  | { readonly type: "vault-outdated-page" }
  /** A newer release wrote this database; this one only reads it. */
  | { readonly type: "vault-read-only" }
  /** The model page holds the vault; no case can be opened beside it. */
  | { readonly type: "vault-held-by-model-page" }
  | { readonly type: "vault-exists" }
  | { readonly type: "vault-absent" }
  | { readonly type: "vault-locked" }
  /** Passphrase, code or key does not open it; which part was wrong is not said. */
  | { readonly type: "vault-wrong-secret" }
  | { readonly type: "vault-weak-passphrase"; readonly least: number }
  | { readonly type: "vault-passkey-unsupported" }
  | { readonly type: "vault-passkey-refused" }
  | { readonly type: "vault-case-missing" }
  /** Another tab writes this case; this one follows. */
  | { readonly type: "vault-not-the-writer" }
  /** What was to be written is not stored; what was stored before is untouched. */
  | { readonly type: "vault-no-room" }
  | { readonly type: "vault-write-failed" }
  | { readonly type: "vault-connection-lost" }
  | { readonly type: "vault-crashed" }
  /** A part cannot be read back: it was changed, or the disk lost it. */
  | { readonly type: "vault-damaged"; readonly part: "keys" | "case-list" | "settings" | "case" }
  | { readonly type: "backup-not-a-backup" }
  | { readonly type: "backup-truncated" }
  | { readonly type: "backup-damaged" }
  | { readonly type: "backup-newer"; readonly version: number }
  | { readonly type: "backup-too-large"; readonly bytes: number; readonly most: number }
  | { readonly type: "vault-unexpected" };
