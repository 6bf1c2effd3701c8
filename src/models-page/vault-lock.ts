/**
 * The model page and an open case exclude each other: whoever holds the lock named `vault` keeps the other out, so a
 * document whose policy reaches further never runs beside patient text.
 */

export type VaultLockState = "held" | "case-open" | "unsupported";

/** Takes the lock for as long as this document lives, and says at once whether that worked. */
export function holdVaultLock(locks: Pick<LockManager, "request"> | undefined): Promise<VaultLockState> {
  if (locks === undefined) return Promise.resolve("unsupported");
  return new Promise((resolve, reject) => {
    locks
      .request("vault", { mode: "exclusive", ifAvailable: true }, (lock) => {
        resolve(lock === null ? "case-open" : "held");
        // Never settles: the browser gives the lock back when the document is gone.
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(reject);
  });
}
