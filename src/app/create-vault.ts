/**
 * The vault of this page. Its code is fetched apart, so that the first screen does not wait for it; until it is there
 * the vault is "looking", and what is asked of it waits.
 */
import type { Vault, VaultState } from "../contracts/vault.ts";
import type { VaultError } from "../contracts/vault-error.ts";
import { type Result, err } from "../shared/result.ts";

type Ask = <Value>(
  call: (vault: Vault) => Promise<Result<Value, VaultError>>,
) => Promise<Result<Value, VaultError>>;

/** Loads at once; a part that cannot be fetched is an unusable vault, not a blank page. */
export function createLateVault(load: () => Promise<Vault>): Vault {
  const listeners = new Set<() => void>();
  const caseListeners = new Set<() => void>();
  let loaded: Vault | undefined;
  let state: VaultState = { type: "looking" };
  const announce = (): void => tell(listeners);
  const ready = load().then(
    (vault) => {
      loaded = vault;
      vault.subscribe(announce);
      vault.subscribeCases(() => tell(caseListeners));
      announce();
      return vault;
    },
    () => {
      state = { type: "unusable", error: { type: "vault-unexpected" } };
      announce();
      return undefined;
    },
  );
  const ask: Ask = async (call) => {
    const vault = await ready;
    return vault === undefined ? err({ type: "vault-unexpected" }) : call(vault);
  };
  return {
    readState: () => loaded?.readState() ?? state,
    subscribe: (onChange) => listen(listeners, onChange),
    subscribeCases: (onChange) => listen(caseListeners, onChange),
    lock: async (because) => (await ready)?.lock(because),
    ...keyCalls(ask),
    ...caseCalls(ask),
    ...fileCalls(ask),
  };
}

function keyCalls(ask: Ask) {
  return {
    create: (passphrase) => ask((vault) => vault.create(passphrase)),
    startTemporary: () => ask((vault) => vault.startTemporary()),
    unlock: (secret) => ask((vault) => vault.unlock(secret)),
    changePassphrase: (current, next) => ask((vault) => vault.changePassphrase(current, next)),
    renewRecoveryCode: (current) => ask((vault) => vault.renewRecoveryCode(current)),
    addPasskey: (current) => ask((vault) => vault.addPasskey(current)),
    removePasskey: () => ask((vault) => vault.removePasskey()),
  } as const satisfies Partial<Vault>;
}

function caseCalls(ask: Ask) {
  return {
    listCases: () => ask((vault) => vault.listCases()),
    createCase: (events) => ask((vault) => vault.createCase(events)),
    openCase: (caseId, onAhead) => ask((vault) => vault.openCase(caseId, onAhead)),
    changeCase: (caseId, change) => ask((vault) => vault.changeCase(caseId, change)),
    destroyCase: (caseId) => ask((vault) => vault.destroyCase(caseId)),
    readSettings: () => ask((vault) => vault.readSettings()),
    changeSettings: (change) => ask((vault) => vault.changeSettings(change)),
    readCaseBytes: () => ask((vault) => vault.readCaseBytes()),
  } as const satisfies Partial<Vault>;
}

function fileCalls(ask: Ask) {
  return {
    makeBackup: (onProgress) => ask((vault) => vault.makeBackup(onProgress)),
    readBackupAdvice: () => ask((vault) => vault.readBackupAdvice()),
    planRestore: (file, secret) => ask((vault) => vault.planRestore(file, secret)),
    restore: (planId) => ask((vault) => vault.restore(planId)),
    wipe: (what) => ask((vault) => vault.wipe(what)),
  } as const satisfies Partial<Vault>;
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}

function listen(listeners: Set<() => void>, onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
