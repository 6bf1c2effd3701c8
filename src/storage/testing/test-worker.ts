/** A vault's worker in the same process: it talks in copies, and once killed it neither hears, speaks nor writes. */
import { createVaultCore, type VaultCore } from "../core/vault-core.ts";
import type { CoreNotice } from "../core/core-state.ts";
import { deriveArgon2id, type Derivation } from "../keys/derive-key.ts";
import { openMemoryRows, type MemoryDatabase } from "../rows/memory-rows.ts";
import type { OpenRowStore } from "../rows/row-store.ts";
import type { Locks } from "../tabs/case-lock.ts";
import type { TabBus } from "../tabs/tab-bus.ts";
import { serveVault, type WorkerScope } from "../worker/serve-vault.ts";
import type { VaultWorker } from "../worker/worker-line.ts";
import type { MemoryLocks } from "./memory-locks.ts";
import type { TabParts } from "./test-device.ts";

/** As weak as it can be: how long it takes is not what is tested. */
export const QUICK: Derivation = { type: "argon2id", memoryKib: 32, passes: 1, lanes: 1 };
/** Shorter than in a browser, and still long enough for a busy machine to answer. */
const LONGEST_WAIT_MS = 1000;

export type TestWorkerParts = {
  readonly database: MemoryDatabase;
  readonly locks: MemoryLocks;
  readonly openBus: () => TabBus;
  readonly clock: { readonly now: number };
  readonly tab: TabParts;
};

type Life = { isAlive: boolean; readonly locks: Locks; readonly bus: TabBus };
type Channel = {
  readonly scope: WorkerScope;
  readonly worker: (terminate: () => void) => VaultWorker;
};

/** A worker, and its sudden death. */
export function startTestWorker(parts: TestWorkerParts): {
  readonly worker: VaultWorker;
  readonly kill: () => void;
} {
  const own = parts.locks.openClient();
  const life: Life = { isAlive: true, locks: own.locks, bus: parts.openBus() };
  const { scope, worker } = createChannel(life);
  serveVault({
    scope,
    createCore: (onNotice) => createCore(parts, life, onNotice),
    holdLife: () => holdLife(life),
  });
  const kill = (): void => {
    life.isAlive = false;
    life.bus.close();
    own.end();
  };
  return { worker: worker(kill), kill };
}

function createCore(
  { database, clock, tab }: TestWorkerParts,
  life: Life,
  onNotice: (notice: CoreNotice) => void,
): VaultCore {
  const openRows: OpenRowStore =
    tab.openRows ?? (async () => ({ ok: true, value: openMemoryRows(database) }));
  return createVaultCore({
    openRows: endWith(life, openRows),
    locks: tab.hasLocks === false ? undefined : life.locks,
    bus: life.bus,
    keys: {
      derive: deriveArgon2id,
      preferred: QUICK,
      fallback: { type: "pbkdf2-sha256", rounds: 10 },
      ...tab.keys,
    },
    now: () => clock.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_WAIT_MS))),
    isPersistent: async () => tab.isPersistent ?? true,
    onNotice,
  });
}

function createChannel(life: Life): Channel {
  const toPage = new Set<(event: MessageEvent<unknown>) => void>();
  let toWorker: ((data: unknown) => void) | undefined;
  const later = (work: () => void): void => queueMicrotask(() => life.isAlive && work());
  return {
    scope: {
      post: (message) => {
        const data: unknown = structuredClone(message);
        later(() => toPage.forEach((hear) => hear(new MessageEvent("message", { data }))));
      },
      listen: (onMessage) => {
        toWorker = onMessage;
      },
    },
    worker: (terminate) => ({
      postMessage: (message: unknown) => {
        const data: unknown = structuredClone(message);
        later(() => toWorker?.(data));
      },
      addEventListener: (type: string, hear: (event: MessageEvent<unknown>) => void) => {
        if (type === "message") toPage.add(hear);
      },
      terminate,
    }),
  };
}

let lives = 0;

function holdLife({ locks }: Life): Promise<string> {
  lives += 1;
  const name = `life:${lives}`;
  return new Promise((resolve) => {
    void locks.request(name, () => {
      resolve(name);
      return new Promise(() => undefined);
    });
  });
}

/** What is written after the death of whoever asked was never written. */
function endWith(life: Life, open: OpenRowStore): OpenRowStore {
  return async (news) => {
    const opened = await open(news);
    if (!opened.ok) return opened;
    const { write } = opened.value;
    const writeAlive: typeof write = (changes, durability) =>
      life.isAlive ? write(changes, durability) : new Promise(() => undefined);
    return { ok: true, value: { ...opened.value, write: writeAlive } };
  };
}
