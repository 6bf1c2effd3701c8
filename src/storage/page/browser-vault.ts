/** The vault's parts as this browser has them. Insecure addresses and old browsers lack some; the vault says which. */
import { createTabBus } from "../tabs/tab-bus.ts";
import { createPasskeys, type Credentials } from "./passkeys.ts";
import type { VaultParts } from "./vault-client.ts";

/** What only a document has, and therefore whoever puts the app together hands in. */
export type DocumentParts = {
  readonly createWorker: VaultParts["createWorker"];
  readonly credentials: Credentials | undefined;
  readonly localStorage: VaultParts["traces"]["localStorage"];
  readonly listServiceWorkers: VaultParts["traces"]["listServiceWorkers"];
};

/** The parts for `createVault`. */
export function readBrowserParts(document: DocumentParts): VaultParts {
  const { createWorker, credentials, localStorage, listServiceWorkers } = document;
  return {
    createWorker,
    locks: "locks" in navigator ? navigator.locks : undefined,
    bus: createTabBus((name) => new BroadcastChannel(name)),
    passkeys: credentials === undefined ? undefined : createPasskeys(credentials),
    traces: {
      databases: findDatabases(),
      caches: "caches" in globalThis ? caches : undefined,
      localStorage,
      openFiles: "storage" in navigator ? () => navigator.storage.getDirectory() : undefined,
      listServiceWorkers,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
  };
}

function findDatabases(): IDBFactory | undefined {
  try {
    return indexedDB;
  } catch {
    // Where cookies are blocked, even naming it throws.
    return undefined;
  }
}
