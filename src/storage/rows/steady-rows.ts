/**
 * Rows whose connection the browser may close at any moment. A call on a closed connection wrote nothing; the database
 * is opened again, once for each call, and the call repeated. What fails then is told.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { OpenRowStore, RowError, RowStore } from "./row-store.ts";

/** An opener whose rows come back after a lost connection. */
export function createSteadyOpener(open: OpenRowStore): OpenRowStore {
  return async (news) => {
    let current: Promise<Result<RowStore, VaultError>> | undefined;
    const connect = (): Promise<Result<RowStore, VaultError>> => {
      current ??= open({ onOutdated: news.onOutdated, onLost: () => (current = undefined) });
      return current;
    };
    const first = await connect();
    if (!first.ok) return first;
    const call = async <Value>(
      work: (rows: RowStore) => Promise<Result<Value, RowError>>,
    ): Promise<Result<Value, RowError>> => {
      const rows = await connect();
      if (!rows.ok) return forget(rows);
      const result = await work(rows.value);
      if (result.ok || result.error.type !== "vault-connection-lost") return result;
      current = undefined;
      const again = await connect();
      return again.ok ? work(again.value) : forget(again);
    };
    const forget = <Failure>(failure: Failure): Failure => {
      current = undefined;
      return failure;
    };
    return ok({
      isReadOnly: first.value.isReadOnly,
      read: (store, key) => call((rows) => rows.read(store, key)),
      readGroup: (store, group, from) => call((rows) => rows.readGroup(store, group, from)),
      readAll: (store) => call((rows) => rows.readAll(store)),
      write: (changes, durability) => call((rows) => rows.write(changes, durability)),
      measure: () => call((rows) => rows.measure()),
      close: () => void current?.then((rows) => rows.ok && rows.value.close()),
    });
  };
}
