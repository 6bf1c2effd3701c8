/**
 * A device for tests: a database, locks and a channel in memory, and tabs that are real vaults whose workers run in the
 * same process over copies of messages. A tab or its worker can be killed at any moment.
 */
import type { Vault, VaultState } from "../../contracts/vault.ts";
import type { KeyParts } from "../keys/key-slots.ts";
import { createVault } from "../page/create-vault.ts";
import type { Passkeys } from "../page/passkeys.ts";
import type { VaultParts } from "../page/vault-client.ts";
import type { Traces } from "../page/wipe.ts";
import { createMemoryDatabase, type MemoryDatabase } from "../rows/memory-rows.ts";
import type { OpenRowStore } from "../rows/row-store.ts";
import type { VaultWorker } from "../worker/worker-line.ts";
import { createMemoryBuses } from "./memory-bus.ts";
import { createMemoryLocks, type MemoryLocks } from "./memory-locks.ts";
import { startTestWorker } from "./test-worker.ts";

export type TestDevice = {
  readonly database: MemoryDatabase;
  readonly locks: MemoryLocks;
  readonly clock: { now: number };
  readonly openTab: (parts?: TabParts) => TestTab;
};

export type TabParts = {
  readonly openRows?: OpenRowStore;
  readonly keys?: Partial<KeyParts>;
  readonly passkeys?: Passkeys;
  readonly isPersistent?: boolean;
  readonly hasLocks?: boolean;
  readonly traces?: Partial<Traces>;
};

export type TestTab = {
  readonly vault: Vault;
  /** The tab is gone, whatever it was doing. */
  readonly kill: () => void;
  /** Its worker is gone; the tab lives on. */
  readonly killWorker: () => void;
};

const NO_TRACES: Traces = {
  databases: undefined,
  caches: undefined,
  localStorage: undefined,
  openFiles: undefined,
  listServiceWorkers: async () => [],
  wait: async () => undefined,
};

/** A device on which nothing was ever kept. */
export function createTestDevice(database: MemoryDatabase = createMemoryDatabase()): TestDevice {
  const locks = createMemoryLocks();
  const openBus = createMemoryBuses();
  const clock = { now: Date.UTC(2026, 0, 5) };
  const openTab = (tab: TabParts = {}): TestTab => {
    const page = locks.openClient();
    let worker: { readonly kill: () => void } | undefined;
    const createWorker = (): VaultWorker => {
      const started = startTestWorker({ database, locks, openBus, clock, tab });
      worker = started;
      return started.worker;
    };
    const bus = openBus();
    const parts: VaultParts = {
      createWorker,
      locks: page.locks,
      bus,
      passkeys: tab.passkeys,
      traces: { ...NO_TRACES, ...tab.traces },
    };
    return {
      vault: createVault(parts),
      kill: () => {
        bus.close();
        page.end();
        worker?.kill();
      },
      killWorker: () => worker?.kill(),
    };
  };
  return { database, locks, clock, openTab };
}

/** Waits until a vault is in a state. */
export function reach(vault: Vault, type: VaultState["type"]): Promise<VaultState> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = vault.readState();
      if (state.type !== type) return;
      stop();
      resolve(state);
    };
    const stop = vault.subscribe(look);
    look();
  });
}
