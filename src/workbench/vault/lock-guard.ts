/** Locks, but first lets every screen keep what was typed and not yet saved. Locking always wins over a slow save. */
import type { Vault } from "../../contracts/vault.ts";

export type LockGuard = {
  /** Called before each lock; gives back what unregisters it. */
  readonly beforeLock: (save: () => Promise<unknown>) => () => void;
  readonly lock: Vault["lock"];
};

/** A strict write takes milliseconds; one that takes longer hangs. */
const LONGEST_SAVE_MS = 2000;

/** The one way in which the page locks its own vault. */
export function createLockGuard(lock: Vault["lock"], wait: (ms: number) => Promise<void>): LockGuard {
  const saves = new Set<() => Promise<unknown>>();
  return {
    beforeLock: (save) => {
      saves.add(save);
      return () => saves.delete(save);
    },
    lock: async (because) => {
      const saved = Promise.allSettled(Array.from(saves, (save) => save()));
      await Promise.race([saved, wait(LONGEST_SAVE_MS)]);
      await lock(because);
    },
  };
}
