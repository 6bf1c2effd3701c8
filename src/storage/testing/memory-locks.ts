/**
 * The browser's locks in memory, for tests: shared and exclusive, in line, only if free, taken away, and given up by
 * signal. Each tab has its own view, and loses all it holds when it ends.
 */
import type { Locks } from "../tabs/case-lock.ts";

export type MemoryLocks = {
  /** The locks as one tab or worker sees them; `end` is its death. */
  readonly openClient: () => { readonly locks: Locks; readonly end: () => void };
  /** How many hold a lock now. */
  readonly countHolders: (name: string) => number;
};

type Holder = { readonly client: object; readonly mode: LockMode; readonly lose: (error: Error) => void };
type Waiter = { readonly client: object; readonly mode: LockMode; readonly grant: () => void };
type Lane = { holders: Holder[]; waiters: Waiter[] };

/** Locks that nobody holds. */
export function createMemoryLocks(): MemoryLocks {
  const lanes = new Map<string, Lane>();
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? { holders: [], waiters: [] };
    lanes.set(name, lane);
    return lane;
  };
  return {
    openClient: () => {
      const client = { isEnded: false };
      const request = (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
        const callback = rest.at(-1);
        const options = rest.length > 1 ? rest[0] : {};
        if (!isCallback(callback) || !isOptions(options)) throw new TypeError("Not a lock request");
        // A tab that is gone asks for nothing and is answered nothing.
        if (client.isEnded) return new Promise(() => undefined);
        return ask(laneOf(name), client, { name, options, callback });
      };
      return {
        locks: { request },
        end: () => {
          client.isEnded = true;
          for (const lane of lanes.values()) {
            lane.holders = lane.holders.filter((holder) => holder.client !== client);
            lane.waiters = lane.waiters.filter((waiter) => waiter.client !== client);
            grantNext(lane);
          }
        },
      };
    },
    countHolders: (name) => laneOf(name).holders.length,
  };
}

type Callback = (lock: Lock | null) => unknown;
type Asked = { readonly name: string; readonly options: LockOptions; readonly callback: Callback };

function isCallback(value: unknown): value is Callback {
  return typeof value === "function";
}

function isOptions(value: unknown): value is LockOptions {
  return typeof value === "object" && value !== null;
}

function ask(lane: Lane, client: object, { name, options, callback }: Asked): Promise<unknown> {
  const { mode = "exclusive", ifAvailable = false, steal = false, signal } = options;
  return new Promise((resolve, reject) => {
    const grant = (): void => {
      const holder: Holder = { client, mode, lose: reject };
      lane.holders.push(holder);
      void settle(callback, { name, mode }).then(
        (value) => {
          give(lane, holder);
          resolve(value);
        },
        (error: unknown) => {
          give(lane, holder);
          reject(error instanceof Error ? error : new Error("A lock's work failed"));
        },
      );
    };
    if (steal) {
      const [lost, own] = [lane.holders, lane.holders.splice(0)];
      for (const holder of [...lost, ...own]) holder.lose(new DOMException("Stolen", "AbortError"));
      grant();
    } else if (ifAvailable && !isFree(lane, mode, true)) {
      void settle(callback, null).then(resolve, reject);
    } else {
      const waiter: Waiter = { client, mode, grant };
      lane.waiters.push(waiter);
      signal?.addEventListener("abort", () => {
        if (!lane.waiters.includes(waiter)) return;
        lane.waiters = lane.waiters.filter((other) => other !== waiter);
        reject(new DOMException("Given up", "AbortError"));
        grantNext(lane);
      });
      grantNext(lane);
    }
  });
}

/** As in a browser, no callback runs before the request has returned. */
async function settle(callback: Callback, lock: Lock | null): Promise<unknown> {
  await Promise.resolve();
  return callback(lock);
}

function give(lane: Lane, holder: Holder): void {
  lane.holders = lane.holders.filter((other) => other !== holder);
  grantNext(lane);
}

function grantNext(lane: Lane): void {
  for (;;) {
    const [next] = lane.waiters;
    if (next === undefined || !isFree(lane, next.mode, false)) return;
    lane.waiters = lane.waiters.slice(1);
    next.grant();
  }
}

function isFree({ holders, waiters }: Lane, mode: LockMode, mustPassWaiters: boolean): boolean {
  if (mustPassWaiters && waiters.length > 0) return false;
  return mode === "shared" ? holders.every((holder) => holder.mode === "shared") : holders.length === 0;
}
