/**
 * The page half of the vault's browser tests: the app's own vault and worker, without a screen around them. A test calls
 * what is on `globalThis.vaultPage`.
 */
import type { Vault, VaultState } from "../../src/contracts/vault.ts";
import { createSampleRecord } from "../../src/domain/record/sample-record.ts";
import { createVault } from "../../src/storage/page/create-vault.ts";
import { readBrowserParts } from "../../src/storage/page/browser-vault.ts";
import { ROW_STORE_CONTRACT } from "../../src/storage/rows/row-store-contract.ts";
import { createIndexedOpener } from "../../src/storage/rows/open-indexed-rows.ts";
import { vaultWorkerUrl } from "../../src/storage/vault-worker-url.ts";

export type VaultPage = {
  /** A vault of this page; the first call begins it. */
  readonly open: () => Vault;
  readonly reach: (vault: Vault, type: VaultState["type"]) => Promise<VaultState>;
  readonly createSampleRecord: typeof createSampleRecord;
  /** Ends the worker from outside, as a crash of it does. */
  readonly killWorker: () => void;
  readonly promises: readonly string[];
  /** What is broken of a promise of the rows in this browser's database, or undefined. Empties the database first. */
  readonly checkRows: (promise: string) => Promise<string | undefined>;
  /** What opening says that asks for this version of the database, as another release would. */
  readonly openVersion: (version: number) => Promise<string>;
};

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

declare global {
  var vaultPage: VaultPage;
  // The type library does not know Trusted Types yet; a trusted address behaves as its text does.
  var trustedTypes: TrustedTypes | undefined;
}

const policy = globalThis.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (url !== vaultWorkerUrl) throw new TypeError("Not the vault's worker");
    return url;
  },
});

let vault: Vault | undefined;
let lastWorker: Worker | undefined;

function open(): Vault {
  vault ??= createVault(
    readBrowserParts({
      createWorker: () => {
        lastWorker = new Worker(policy?.createScriptURL(vaultWorkerUrl) ?? vaultWorkerUrl, {
          type: "module",
        });
        return lastWorker;
      },
      credentials: navigator.credentials,
      localStorage,
      listServiceWorkers: () => navigator.serviceWorker.getRegistrations(),
    }),
  );
  return vault;
}

async function reach(waited: Vault, type: VaultState["type"]): Promise<VaultState> {
  while (waited.readState().type !== type) await new Promise((resolve) => setTimeout(resolve, 5));
  return waited.readState();
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const unexpected = { onOutdated: () => undefined, onLost: () => undefined };

async function checkRows(promise: string): Promise<string | undefined> {
  const check = ROW_STORE_CONTRACT.find(({ name }) => name === promise);
  const opened = await createIndexedOpener(indexedDB, wait)(unexpected);
  if (check === undefined || !opened.ok) return "There is no such check, or no database";
  await opened.value.write(
    (["keys", "settings", "cases", "events", "snapshots", "aside"] as const).map((store) => ({
      type: "clear",
      store,
    })),
    "strict",
  );
  try {
    await check.run(opened.value);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    opened.value.close();
  }
}

async function openVersion(version: number): Promise<string> {
  const opened = await createIndexedOpener(indexedDB, wait, version)(unexpected);
  if (!opened.ok) return opened.error.type;
  opened.value.close();
  return opened.value.isReadOnly ? "read only" : "open";
}

globalThis.vaultPage = {
  open,
  reach,
  createSampleRecord,
  killWorker: () => lastWorker?.terminate(),
  promises: ROW_STORE_CONTRACT.map(({ name }) => name),
  checkRows,
  openVersion,
};
