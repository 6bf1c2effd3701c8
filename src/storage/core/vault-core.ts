/**
 * The vault itself: everything that has the key, the database and patient text in hand. It lives in a worker, so that
 * ending the worker ends all three, and in the same page only in tests.
 */
import type {
  BackupAdvice,
  BackupFile,
  CaseRole,
  CaseSummary,
  Durability,
  RestorePlan,
  VaultSettings,
} from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { lookAtBackup, planRestore } from "../backup/plan-restore.ts";
import { restore, type Restored } from "../backup/restore.ts";
import type { Bytes } from "../bytes.ts";
import type { Secret } from "../keys/key-slots.ts";
import { STORES } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import type { TabMessage } from "../tabs/tab-bus.ts";
import {
  append,
  changeCase,
  closeCase,
  createCase,
  destroyCase,
  endCase,
  listCases,
  openCase,
  takeOver,
  type CaseChange,
  type PackedCase,
} from "./cases.ts";
import { connect, type CoreParts, type CoreState } from "./core-state.ts";
import {
  addPasskey,
  changePassphrase,
  create,
  look,
  removePasskey,
  renewRecoveryCode,
  startTemporary,
  unlock,
  type Entered,
  type Look,
} from "./entering.ts";
import { changeSettings, readBackupAdvice, readSettings } from "./settings.ts";

/** What the page can ask, by name: what is asked with, and what is answered. */
export type VaultCalls = {
  readonly look: (ask: undefined) => Look;
  readonly create: (ask: { readonly passphrase: string }) => Entered & { readonly recoveryCode: string };
  readonly unlock: (ask: { readonly secret: Secret }) => Entered;
  readonly "start-temporary": (ask: undefined) => undefined;
  readonly "change-passphrase": (ask: { readonly current: Secret; readonly next: string }) => undefined;
  readonly "renew-recovery-code": (ask: { readonly current: Secret }) => { readonly recoveryCode: string };
  readonly "add-passkey": (ask: {
    readonly current: Secret;
    readonly passkey: { readonly credential: string; readonly question: string; readonly output: Bytes };
  }) => undefined;
  readonly "remove-passkey": (ask: undefined) => undefined;
  readonly "list-cases": (ask: undefined) => readonly CaseSummary[];
  readonly "create-case": (ask: { readonly events: readonly RecordEvent[] }) => CaseSummary;
  readonly "open-case": (ask: { readonly caseId: string; readonly handle: number }) => PackedCase;
  readonly append: (ask: {
    readonly handle: number;
    readonly events: readonly RecordEvent[];
    readonly durability: Durability;
  }) => undefined;
  readonly "take-over": (ask: { readonly handle: number }) => CaseRole;
  readonly "close-case": (ask: { readonly handle: number }) => undefined;
  readonly "change-case": (ask: { readonly caseId: string; readonly change: CaseChange }) => CaseSummary;
  readonly "destroy-case": (ask: { readonly caseId: string }) => undefined;
  readonly "read-settings": (ask: undefined) => VaultSettings;
  readonly "change-settings": (ask: { readonly change: Partial<VaultSettings> }) => VaultSettings;
  readonly "make-backup": (ask: undefined) => BackupFile;
  readonly "read-backup-advice": (ask: undefined) => BackupAdvice;
  readonly "look-at-backup": (ask: { readonly file: Blob }) => Look;
  readonly "plan-restore": (ask: { readonly file: Blob; readonly secret: Secret }) => RestorePlan;
  readonly restore: (ask: { readonly planId: string }) => Restored;
  readonly measure: (ask: undefined) => number;
  /** Destroys the keys, then everything that they opened. */
  readonly "destroy-rows": (ask: undefined) => undefined;
};

export type CallName = keyof VaultCalls;
export type AskOf<Name extends CallName> = Parameters<VaultCalls[Name]>[0];
export type AnswerOf<Name extends CallName> = ReturnType<VaultCalls[Name]>;

export type VaultCore = {
  readonly [Name in CallName]: (ask: AskOf<Name>) => Promise<Result<AnswerOf<Name>, VaultError>>;
};

/** A core that has not looked at anything yet. */
export function createVaultCore(parts: CoreParts): VaultCore {
  const core: CoreState = {
    ...parts,
    rows: undefined,
    open: undefined,
    holdsVault: false,
    isTelling: false,
    sessions: new Map(),
    handles: new Map(),
    plans: new Map(),
  };
  parts.bus.listen((message) => hear(core, message));
  return {
    look: () => look(core),
    create: ({ passphrase }) => create(core, passphrase),
    unlock: ({ secret }) => unlock(core, secret),
    "start-temporary": () => startTemporary(core),
    "change-passphrase": ({ current, next }) => changePassphrase(core, current, next),
    "renew-recovery-code": ({ current }) => renewRecoveryCode(core, current),
    "add-passkey": ({ current, passkey }) => addPasskey(core, current, passkey),
    "remove-passkey": () => removePasskey(core),
    "list-cases": () => listCases(core),
    "create-case": ({ events }) => createCase(core, events),
    "open-case": ({ caseId, handle }) => openCase(core, caseId, handle),
    append: ({ handle, events, durability }) => append(core, handle, events, durability),
    "take-over": ({ handle }) => takeOver(core, handle),
    "close-case": ({ handle }) => closeCase(core, handle),
    "change-case": ({ caseId, change }) => changeCase(core, caseId, change),
    "destroy-case": ({ caseId }) => destroyCase(core, caseId),
    "read-settings": () => readSettings(core),
    "change-settings": ({ change }) => changeSettings(core, change),
    "make-backup": () => makeBackup(core),
    "read-backup-advice": () => readBackupAdvice(core),
    "look-at-backup": ({ file }) => lookAtBackup(file),
    "plan-restore": ({ file, secret }) => planRestore(core, file, secret),
    restore: ({ planId }) => restore(core, planId),
    measure: () => measure(core),
    "destroy-rows": () => destroyRows(core),
  };
}

/** What other tabs say; of a temporary workspace they know nothing. */
function hear(core: CoreState, message: TabMessage): void {
  if (core.open === undefined || core.open.isTemporary) return;
  if (message.type === "cases-changed") core.onNotice({ type: "cases-changed" });
  else if (message.type === "case-written") core.sessions.get(message.caseId)?.onWritten();
  else if (message.type === "case-wanted") core.sessions.get(message.caseId)?.onWanted();
  else if (message.type === "case-destroyed") endCase(core, message.caseId);
}

async function measure(core: CoreState): Promise<Result<number, VaultError>> {
  const rows = core.open === undefined ? await connect(core) : ok(core.open.rows);
  if (!rows.ok) return rows;
  const bytes = await rows.value.measure();
  return bytes.ok ? bytes : err(toVaultError(bytes.error));
}

async function destroyRows(core: CoreState): Promise<Result<undefined, VaultError>> {
  const rows = await connect(core);
  if (!rows.ok) return rows;
  // On its own and first: without the wrapped keys nothing of the rest can be read any more.
  const keys = await rows.value.write([{ type: "clear", store: "keys" }], "strict");
  if (!keys.ok) return err(toVaultError(keys.error));
  core.open = undefined;
  const rest = STORES.filter((store) => store !== "keys");
  const cleared = await rows.value.write(
    rest.map((store) => ({ type: "clear", store })),
    "strict",
  );
  rows.value.close();
  core.rows = undefined;
  return cleared.ok ? cleared : err(toVaultError(cleared.error));
}
