/** The real vault, with what only this document has. Fetched apart from the first screen. */
import type { Vault } from "../contracts/vault.ts";
import { readBrowserParts } from "../storage/page/browser-vault.ts";
import { createVault } from "../storage/page/create-vault.ts";
import { vaultWorkerUrl } from "../storage/vault-worker-url.ts";
import { scriptUrl } from "./script-url.ts";

/** A vault over its worker in this browser. */
export function loadVault(): Vault {
  return createVault(
    readBrowserParts({
      createWorker: () => new Worker(scriptUrl(vaultWorkerUrl), { type: "module", name: "vault" }),
      credentials: findCredentials(),
      localStorage: findLocalStorage(),
      listServiceWorkers: async () =>
        "serviceWorker" in navigator ? navigator.serviceWorker.getRegistrations() : [],
    }),
  );
}

/** Browsers without security devices lack it, whatever the type library says. */
function findCredentials() {
  if (!("credentials" in navigator) || !("PublicKeyCredential" in globalThis)) return undefined;
  const { credentials } = navigator;
  return {
    create: (options: CredentialCreationOptions) => credentials.create(options),
    get: (options: CredentialRequestOptions) => credentials.get(options),
  };
}

function findLocalStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    // Where cookies are blocked, even naming it throws.
    return undefined;
  }
}
