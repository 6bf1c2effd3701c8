/**
 * The page half of the vault's browser tests: the app's own vault and worker, without a screen around them. A test calls
 * what is on `globalThis.vaultPage`.
 */
import type { Vault, VaultState } from "../../src/contracts/vault.ts";
import { createSampleRecord } from "../../src/domain/record/sample-record.ts";
import { createVault } from "../../src/storage/page/create-vault.ts";
import { readBrowserParts } from "../../src/storage/page/browser-vault.ts";
import { vaultWorkerUrl } from "../../src/storage/vault-worker-url.ts";

export type VaultPage = {
  /** A vault of this page; the first call begins it. */
  readonly open: () => Vault;
  readonly reach: (vault: Vault, type: VaultState["type"]) => Promise<VaultState>;
  readonly createSampleRecord: typeof createSampleRecord;
  /** Ends the worker from outside, as a crash of it does. */
  readonly killWorker: () => void;
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

globalThis.vaultPage = { open, reach, createSampleRecord, killWorker: () => lastWorker?.terminate() };
