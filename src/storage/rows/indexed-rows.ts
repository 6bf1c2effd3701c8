/** Rows in IndexedDB, one transaction for every call. */
import { err, ok, type Result } from "../../shared/result.ts";
import { complete, settle, toRowError } from "./indexed-request.ts";
import { rowBytes } from "./memory-rows.ts";
import { STORES } from "./row-store.ts";
import type { Row, RowChange, RowError, RowStore } from "./row-store.ts";

const LAST = Number.MAX_SAFE_INTEGER;

/** Rows over an open connection. */
export function createIndexedRows(database: IDBDatabase, isReadOnly: boolean): RowStore {
  return {
    isReadOnly,
    read: (store, { group, seq }) =>
      attempt(async () => {
        const rows = database.transaction(store).objectStore(store);
        return toRow(await settle<unknown>(rows.get([group, seq])));
      }),
    readGroup: (store, group, from) =>
      attempt(async () => {
        const rows = database.transaction(store).objectStore(store);
        return toRows(await settle<unknown[]>(rows.getAll(IDBKeyRange.bound([group, from], [group, LAST]))));
      }),
    readAll: (store) =>
      attempt(async () =>
        toRows(await settle<unknown[]>(database.transaction(store).objectStore(store).getAll())),
      ),
    write: async (changes, durability) => {
      if (isReadOnly) return err({ type: "vault-read-only" });
      return attempt(() => writeAll(database, changes, durability));
    },
    measure: () => attempt(() => measureAll(database)),
    close: () => database.close(),
  };
}

/** Whatever lies there: what is inside a row is looked at by whoever opens it. */
function toRow(value: unknown): Row | undefined {
  return isRow(value) ? value : undefined;
}

function toRows(values: readonly unknown[]): readonly Row[] {
  return values.filter(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "group" in value && "seq" in value;
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, RowError>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(toRowError(error));
  }
}

async function writeAll(
  database: IDBDatabase,
  changes: readonly RowChange[],
  durability: IDBTransactionDurability,
): Promise<undefined> {
  const stores = [...new Set(changes.map(({ store }) => store))];
  const transaction = database.transaction(stores, "readwrite", { durability });
  const done = complete(transaction);
  try {
    for (const change of changes) applyChange(transaction.objectStore(change.store), change);
    transaction.commit();
  } catch (error) {
    // A value that cannot be stored, or a connection gone in between: nothing of the write may stay.
    done.catch(() => undefined);
    abortQuietly(transaction);
    throw error;
  }
  await done;
  return undefined;
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function applyChange(rows: IDBObjectStore, change: RowChange): void {
  if (change.type === "add") rows.add(change.row);
  else if (change.type === "put") rows.put(change.row);
  else if (change.type === "clear") rows.clear();
  else rows.delete(IDBKeyRange.bound([change.group, change.from], [change.group, LAST]));
}

async function measureAll(database: IDBDatabase): Promise<number> {
  const transaction = database.transaction([...STORES]);
  const sums = await Promise.all(STORES.map((store) => sumBytes(transaction.objectStore(store))));
  return sums.reduce((sum, bytes) => sum + bytes, 0);
}

/** One row at a time: all at once could be more than the memory holds. */
function sumBytes(rows: IDBObjectStore): Promise<number> {
  return new Promise((resolve, reject) => {
    let sum = 0;
    const request: IDBRequest<IDBCursorWithValue | null> = rows.openCursor();
    request.addEventListener("error", () => reject(request.error ?? new Error("No cursor")));
    request.addEventListener("success", () => {
      if (request.result === null) return resolve(sum);
      const row = toRow(request.result.value);
      sum += row === undefined ? 0 : rowBytes(row);
      return request.result.continue();
    });
  });
}
