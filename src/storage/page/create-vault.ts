/** The vault as the workbench has it: the contract, over a worker that this page starts and ends. */
import type { BackupFile, Vault, VaultSecret, VaultState, WipeReport } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Entered } from "../core/entering.ts";
import type { Secret } from "../keys/key-slots.ts";
import { openCase } from "./open-case.ts";
import type { PasskeyQuestion } from "./passkeys.ts";
import {
  call,
  closeVault,
  createClient,
  endLine,
  lookAgain,
  setState,
  type Client,
  type VaultParts,
} from "./vault-client.ts";
import { wipeTraces } from "./wipe.ts";

type Answer<Value> = Promise<Result<Value, VaultError>>;

/** A vault that has begun to look whether anything is kept here. */
export function createVault(parts: VaultParts): Vault {
  const client = createClient(parts);
  void lookAgain(client);
  return {
    readState: () => client.state,
    subscribe: (onChange) => {
      client.listeners.add(onChange);
      return () => void client.listeners.delete(onChange);
    },
    ...createEntrance(client),
    listCases: () => call(client, "list-cases", undefined),
    createCase: (events) => call(client, "create-case", { events }),
    openCase: (caseId, onAhead) => openCase(client, caseId, onAhead),
    changeCase: (caseId, change) => call(client, "change-case", { caseId, change }),
    destroyCase: (caseId) => call(client, "destroy-case", { caseId }),
    subscribeCases: (onChange) => {
      client.caseListeners.add(onChange);
      return () => void client.caseListeners.delete(onChange);
    },
    readSettings: () => call(client, "read-settings", undefined),
    changeSettings: (change) => call(client, "change-settings", { change }),
    makeBackup: (onProgress) => makeBackup(client, onProgress),
    readBackupAdvice: () => call(client, "read-backup-advice", undefined),
    planRestore: (file, secret) => planRestore(client, file, secret),
    restore: (planId) => restore(client, planId),
    readCaseBytes: () => call(client, "measure", undefined),
    wipe: ({ withModels }) => wipe(client, withModels),
  };
}

type Entrance = Pick<
  Vault,
  | "create"
  | "startTemporary"
  | "unlock"
  | "lock"
  | "changePassphrase"
  | "renewRecoveryCode"
  | "addPasskey"
  | "removePasskey"
>;

function createEntrance(client: Client): Entrance {
  return {
    create: async (passphrase) => {
      const made = await call(client, "create", { passphrase });
      // Another tab was faster: then there is one to unlock.
      if (!made.ok && made.error.type === "vault-exists") await lookAgain(client);
      if (!made.ok) return made;
      client.bus.post({ type: "made" });
      setState(client, toOpen(client, made.value));
      return ok({ recoveryCode: made.value.recoveryCode });
    },
    startTemporary: async () => {
      const started = await call(client, "start-temporary", undefined);
      if (started.ok) setState(client, { type: "temporary" });
      return started;
    },
    unlock: (secret) => unlock(client, secret),
    lock: async (because) => {
      if (client.state.type === "open") client.bus.post({ type: "lock" });
      await closeVault(client, because);
    },
    changePassphrase: (current, next) =>
      withSecret(client, current, client.passkey, (secret) =>
        call(client, "change-passphrase", { current: secret, next }),
      ),
    renewRecoveryCode: (current) =>
      withSecret(client, current, client.passkey, (secret) =>
        call(client, "renew-recovery-code", { current: secret }),
      ),
    addPasskey: (current) => addPasskey(client, current),
    removePasskey: async () => {
      const removed = await call(client, "remove-passkey", undefined);
      if (removed.ok) setPasskey(client, undefined);
      return removed;
    },
  };
}

function toOpen({ passkey }: Client, { isReadOnly, isPbkdf2 }: Entered): VaultState {
  const derivation = isPbkdf2 ? ({ keyDerivation: "pbkdf2" } as const) : {};
  return { type: "open", isReadOnly, hasPasskey: passkey !== undefined, ...derivation };
}

/** A security device was added or removed. */
function setPasskey(client: Client, passkey: Client["passkey"]): void {
  client.passkey = passkey;
  const { state } = client;
  if (state.type === "open") setState(client, { ...state, hasPasskey: passkey !== undefined });
}

async function unlock(client: Client, secret: VaultSecret): Answer<undefined> {
  // A temporary workspace would be lost without a word.
  if (client.state.type === "open" || client.state.type === "temporary") return err({ type: "vault-exists" });
  const entered = await withSecret(client, secret, client.passkey, (given) =>
    call(client, "unlock", { secret: given }),
  );
  if (!entered.ok) return entered;
  setState(client, toOpen(client, entered.value));
  return ok(undefined);
}

async function addPasskey(client: Client, current: VaultSecret): Answer<undefined> {
  if (client.passkeys === undefined) return err({ type: "vault-passkey-unsupported" });
  // First the device: by the time that a passphrase has been derived, the click that allows asking it may be too old.
  const made = await client.passkeys.add();
  if (!made.ok) return made;
  const passkey = made.value;
  const added = await withSecret(client, current, client.passkey, (secret) =>
    call(client, "add-passkey", { current: secret, passkey }),
  );
  if (added.ok) setPasskey(client, { credential: passkey.credential, question: passkey.question });
  return added;
}

/** What a person gave, as the worker can use it: a security device is asked here, where the click was. */
async function withSecret<Value>(
  client: Client,
  given: VaultSecret,
  passkey: PasskeyQuestion | undefined,
  work: (secret: Secret) => Answer<Value>,
): Answer<Value> {
  if (given.type !== "passkey") return work(given);
  if (client.passkeys === undefined || passkey === undefined)
    return err({ type: "vault-passkey-unsupported" });
  const asked = await client.passkeys.ask(passkey);
  if (!asked.ok) return asked;
  const { credential, output } = asked.value;
  return work({ type: "passkey", credential, output });
}

async function makeBackup(
  client: Client,
  onProgress: (done: number, total: number) => void,
): Answer<BackupFile> {
  client.onProgress = onProgress;
  const made = await call(client, "make-backup", undefined);
  client.onProgress = undefined;
  return made;
}

async function planRestore(client: Client, file: Blob, given: VaultSecret): ReturnType<Vault["planRestore"]> {
  const looked = await call(client, "look-at-backup", { file });
  if (!looked.ok) return looked;
  return withSecret(client, given, looked.value.passkey, (secret) =>
    call(client, "plan-restore", { file, secret }),
  );
}

async function restore(client: Client, planId: string): ReturnType<Vault["restore"]> {
  const wasAbsent = client.state.type === "absent";
  const restored = await call(client, "restore", { planId });
  if (!wasAbsent) return restored;
  // Even one that stopped half way may have made the vault.
  client.bus.post({ type: "made" });
  if (restored.ok) setState(client, { type: "open", isReadOnly: false, hasPasskey: false });
  else await lookAgain(client);
  return restored;
}

async function wipe(client: Client, withModels: boolean): Answer<WipeReport> {
  const destroyed = await call(client, "destroy-rows", undefined);
  client.bus.post({ type: "wipe" });
  endLine(client, { type: "vault-locked" });
  const report = await wipeTraces(client.traces, withModels);
  await lookAgain(client);
  // Rows that could not be cleared are gone with their database, if that is.
  return destroyed.ok || !report.left.includes("database") ? ok(report) : destroyed;
}
