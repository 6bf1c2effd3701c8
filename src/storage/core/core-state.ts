/** What the vault's core holds while it lives: its rows, its key while it is open, and the cases that are open. */
import type { CaseNews } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { CaseSession } from "../cases/case-session.ts";
import type { CaseReader } from "../cases/session-state.ts";
import { parseHeader } from "../keys/header-text.ts";
import type { KeyParts } from "../keys/key-slots.ts";
import { readHeader, type VaultHeader } from "../keys/vault-header.ts";
import type { OpenRowStore, Row, RowStore } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import type { Locks } from "../tabs/case-lock.ts";
import type { TabBus } from "../tabs/tab-bus.ts";
import type { RestoreWork } from "../backup/plan-restore.ts";

export type CoreParts = {
  readonly openRows: OpenRowStore;
  readonly locks: Locks | undefined;
  readonly bus: TabBus;
  readonly keys: KeyParts;
  /** Milliseconds since 1970; may run backwards. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly isPersistent: () => Promise<boolean>;
  readonly onNotice: (notice: CoreNotice) => void;
};

/** What the core says without being asked. */
export type CoreNotice =
  | { readonly type: "case"; readonly handle: number; readonly news: CaseNews }
  /** The record of a case that is being opened, as it was kept and before it is read. */
  | { readonly type: "case-ahead"; readonly handle: number; readonly texts: readonly string[] }
  | { readonly type: "cases-changed" }
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  /** Nothing more can be done here; the page must say why. */
  | { readonly type: "over"; readonly error: VaultError };

/** A case as the page has it open. */
export type OpenedHandle = { readonly session: CaseSession; readonly reader: CaseReader };

/** The vault while its key is here. */
export type OpenVault = {
  readonly rows: RowStore;
  readonly key: CryptoKey;
  readonly isTemporary: boolean;
};

export type CoreState = CoreParts & {
  rows: RowStore | undefined;
  open: OpenVault | undefined;
  /** Whether it has the lock that keeps the model page out. */
  holdsVault: boolean;
  /** Whether the list of cases is about to be told of. */
  isTelling: boolean;
  readonly sessions: Map<string, CaseSession>;
  readonly handles: Map<number, OpenedHandle>;
  readonly plans: Map<string, RestoreWork>;
};

const HEADER_KEY = { group: "vault", seq: 0 } as const;

/** The database, opened at the first need and again after the browser closed it. */
export async function connect(core: CoreState): Promise<Result<RowStore, VaultError>> {
  if (core.rows !== undefined) return ok(core.rows);
  const opened = await core.openRows({
    onOutdated: () => core.onNotice({ type: "over", error: { type: "vault-outdated-page" } }),
    onLost: () => undefined,
  });
  if (opened.ok) core.rows = opened.value;
  return opened;
}

/** The vault's header; undefined where nothing was ever kept. */
export async function findHeader(core: CoreState): Promise<Result<VaultHeader | undefined, VaultError>> {
  const rows = await connect(core);
  if (!rows.ok) return rows;
  const row = await rows.value.read("keys", HEADER_KEY);
  if (!row.ok) return err(toVaultError(row.error));
  if (row.value === undefined) return ok(undefined);
  const header = readHeader(parseHeader(row.value["header"]));
  return header === undefined ? err({ type: "vault-damaged", part: "keys" }) : ok(header);
}

/** The row of a header: text, so that the database and a backup hold the same. */
export function toHeaderRow(header: VaultHeader): Row {
  return { ...HEADER_KEY, header: JSON.stringify(header) };
}

/** The open vault, or why there is none. */
export function requireOpen(core: CoreState): Result<OpenVault, VaultError> {
  return core.open === undefined ? err({ type: "vault-locked" }) : ok(core.open);
}

/** The open vault if it may be written. */
export function requireWritable(core: CoreState): Result<OpenVault, VaultError> {
  const open = requireOpen(core);
  return open.ok && open.value.rows.isReadOnly ? err({ type: "vault-read-only" }) : open;
}

/**
 * Keeps the model page away for as long as this worker lives. Its page cannot hold the lock instead: a lock that ends
 * with the worker ends with the key.
 */
export async function holdVault(core: CoreState): Promise<Result<undefined, VaultError>> {
  const { locks } = core;
  if (core.holdsVault) return ok(undefined);
  if (locks === undefined) return err({ type: "vault-unavailable", why: "no-locks" });
  return new Promise((resolve, reject) => {
    locks
      .request("vault", { mode: "shared", ifAvailable: true }, (lock) => {
        core.holdsVault = lock !== null;
        resolve(lock === null ? err({ type: "vault-held-by-model-page" }) : ok(undefined));
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(reject);
  });
}

/** Does what reads and writes back without another tab doing the same in between. */
export async function alone<Value>(
  { locks }: CoreState,
  what: "keys" | "list" | "settings",
  work: () => Promise<Result<Value, VaultError>>,
): Promise<Result<Value, VaultError>> {
  if (locks === undefined) return err({ type: "vault-unavailable", why: "no-locks" });
  let result: Result<Value, VaultError> = err({ type: "vault-unexpected" });
  await locks.request(`curbside-${what}`, async () => {
    result = await work();
  });
  return result;
}
