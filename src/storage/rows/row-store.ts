/**
 * The least that the vault asks of a database: rows under a group and a number, read one by one or by group, and written
 * all or none. Everything above it knows nothing of IndexedDB, so one set of promises is checked on the real database
 * and on the one in memory.
 */
import type { Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Result } from "../../shared/result.ts";

/** What is kept where; `docs/vault.md` says what each holds. */
export const STORES = ["keys", "settings", "cases", "events", "snapshots", "aside"] as const;
export type StoreName = (typeof STORES)[number];

/** The group is a case's id, or the store's only one; the number orders the rows inside it. */
export type RowKey = { readonly group: string; readonly seq: number };

/** What the database keeps: the key, and fields that it does not look into. */
export type Row = RowKey & { readonly [field: string]: unknown };

export type RowChange =
  /** Fails the whole write when the key is taken: nothing is ever written over by it. */
  | { readonly type: "add"; readonly store: StoreName; readonly row: Row }
  | { readonly type: "put"; readonly store: StoreName; readonly row: Row }
  /** Removes the rows of a group from a number on. */
  | { readonly type: "remove"; readonly store: StoreName; readonly group: string; readonly from: number }
  | { readonly type: "clear"; readonly store: StoreName };

/** `row-taken`: somebody else has written there since. */
export type RowError = VaultError | { readonly type: "row-taken" };

type Answer<Value> = Promise<Result<Value, RowError>>;

export type RowStore = {
  /** Whether a newer release owns this database: reading only. */
  readonly isReadOnly: boolean;
  readonly read: (store: StoreName, key: RowKey) => Answer<Row | undefined>;
  /** The rows of a group from a number on, in order. */
  readonly readGroup: (store: StoreName, group: string, from: number) => Answer<readonly Row[]>;
  /** Every row of a store, by group and number; only for small stores. */
  readonly readAll: (store: StoreName) => Answer<readonly Row[]>;
  /** All changes or none; answered when the database says that they are in. */
  readonly write: (changes: readonly RowChange[], durability: Durability) => Answer<undefined>;
  /** The bytes of everything encrypted that is kept here. */
  readonly measure: () => Answer<number>;
  readonly close: () => void;
};

/** What becomes of a connection while it is open. */
export type RowStoreNews = {
  /** Another tab wants to bring the database to a newer form, or to remove it: this connection is closed. */
  readonly onOutdated: () => void;
  /** The browser closed the connection. */
  readonly onLost: () => void;
};

export type OpenRowStore = (news: RowStoreNews) => Promise<Result<RowStore, VaultError>>;
