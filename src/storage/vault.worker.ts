/** The vault's worker: database, keys and patient text are here and, once it is ended, nowhere. */
import { drawBytes, toHex } from "./bytes.ts";
import { createVaultCore } from "./core/vault-core.ts";
import { ARGON2ID, deriveArgon2id, PBKDF2 } from "./keys/derive-key.ts";
import { createIndexedOpener } from "./rows/open-indexed-rows.ts";
import { createSteadyOpener } from "./rows/steady-rows.ts";
import { createTabBus } from "./tabs/tab-bus.ts";
import { serveVault } from "./worker/serve-vault.ts";

declare const self: DedicatedWorkerGlobalScope;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
// On insecure addresses there are no locks, whatever the type library says.
const locks = "locks" in navigator ? navigator.locks : undefined;

serveVault({
  scope: {
    post: (message) => self.postMessage(message),
    listen: (onMessage) =>
      self.addEventListener("message", ({ data }: MessageEvent<unknown>) => onMessage(data)),
  },
  createCore: (onNotice) =>
    createVaultCore({
      openRows: createSteadyOpener(createIndexedOpener(findDatabases(), wait)),
      locks,
      bus: createTabBus((name) => new BroadcastChannel(name)),
      keys: { derive: deriveArgon2id, preferred: ARGON2ID, fallback: PBKDF2 },
      // oxlint-disable-next-line no-restricted-properties -- The worker's parts are put together here, the clock among them.
      now: () => Date.now(),
      wait,
      isPersistent: async () => navigator.storage.persisted(),
      onNotice,
    }),
  holdLife: () =>
    new Promise((resolve) => {
      const name = `curbside-worker:${toHex(drawBytes(16))}`;
      void locks?.request(name, () => {
        resolve(name);
        return new Promise(() => undefined);
      });
    }),
});

function findDatabases(): IDBFactory | undefined {
  try {
    return self.indexedDB;
  } catch {
    // Where cookies are blocked, even naming it throws.
    return undefined;
  }
}
