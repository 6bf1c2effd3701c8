/** The browser's locks among the tabs of a test. A tab that is closed lets go of all it held. */
import type { Locks } from "../store/store-locks.ts";

type Held = { readonly name: string; readonly mode: LockMode; readonly tab: string };

export type LockHouse = {
  readonly forTab: (tab: string) => Locks;
  readonly close: (tab: string) => void;
  readonly isHeld: (name: string) => boolean;
};

/** No locks held. Only what is asked for at once can be had: nobody here waits in line. */
export function createLockHouse(): LockHouse {
  const held = new Set<Held>();
  return {
    forTab: (tab) => ({
      request: async <Value>(
        name: string,
        options: LockOptions | LockGrantedCallback<Value>,
        work?: LockGrantedCallback<Value>,
      ): Promise<Awaited<Value>> => {
        if (typeof options === "function" || work === undefined) throw new Error("Only asked with options");
        const mode = options.mode ?? "exclusive";
        const others = [...held].filter((lock) => lock.name === name);
        const isFree =
          mode === "shared" ? others.every((lock) => lock.mode === "shared") : others.length === 0;
        if (!isFree) return await work(null);
        const lock: Held = { name, mode, tab };
        held.add(lock);
        try {
          return await work({ name, mode });
        } finally {
          held.delete(lock);
        }
      },
    }),
    close: (tab) => {
      for (const lock of held) if (lock.tab === tab) held.delete(lock);
    },
    isHeld: (name) => [...held].some((lock) => lock.name === name),
  };
}
