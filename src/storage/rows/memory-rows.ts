/** Rows in memory, gone with it: the temporary workspace stands on these, and so do the tests. */
import { ok } from "../../shared/result.ts";
import { STORES } from "./row-store.ts";
import type { Row, RowChange, RowStore, StoreName } from "./row-store.ts";

type Groups = Map<string, Map<number, Row>>;

/** What several connections can share, as tabs share a database. */
export type MemoryDatabase = ReadonlyMap<StoreName, Groups>;

/** A database without rows. */
export function createMemoryDatabase(): MemoryDatabase {
  return new Map(STORES.map((store) => [store, new Map()]));
}

/** One connection to a database in memory. */
export function openMemoryRows(database: MemoryDatabase, isReadOnly = false): RowStore {
  return {
    isReadOnly,
    read: async (store, { group, seq }) => ok(groupOf(database, store, group).get(seq)),
    readGroup: async (store, group, from) => ok(sortRows(groupOf(database, store, group), from)),
    readAll: async (store) => {
      const groups = [...(database.get(store) ?? [])].toSorted(([left], [right]) => (left < right ? -1 : 1));
      return ok(groups.flatMap(([, rows]) => sortRows(rows, 0)));
    },
    write: async (changes) => {
      const taken = changes.some(
        (change) => change.type === "add" && isTaken(database, changes, change.store, change.row),
      );
      if (taken) return { ok: false, error: { type: "row-taken" } };
      for (const change of changes) apply(database, change);
      return ok(undefined);
    },
    measure: async () => {
      const groups = [...database.values()].flatMap((store) => [...store.values()]);
      return ok(groups.flatMap((rows) => [...rows.values()]).reduce((sum, row) => sum + rowBytes(row), 0));
    },
    close: () => undefined,
  };
}

/** The bytes of what is encrypted in a row. */
export function rowBytes(row: Row): number {
  const data = row["data"];
  return data instanceof Uint8Array ? data.byteLength : 0;
}

function groupOf(database: MemoryDatabase, store: StoreName, group: string): ReadonlyMap<number, Row> {
  return database.get(store)?.get(group) ?? new Map<number, Row>();
}

function sortRows(rows: ReadonlyMap<number, Row>, from: number): readonly Row[] {
  return [...rows.values()].filter(({ seq }) => seq >= from).toSorted((left, right) => left.seq - right.seq);
}

/** Whether the key is there and no earlier change of the same write takes it away. */
function isTaken(
  database: MemoryDatabase,
  changes: readonly RowChange[],
  store: StoreName,
  { group, seq }: Row,
): boolean {
  const isThere = groupOf(database, store, group).has(seq);
  return isThere && !changes.some((change) => change.store === store && takesAway(change, group, seq));
}

function takesAway(change: RowChange, group: string, seq: number): boolean {
  if (change.type === "clear") return true;
  return change.type === "remove" && change.group === group && seq >= change.from;
}

function apply(database: MemoryDatabase, change: RowChange): void {
  const groups = database.get(change.store);
  if (groups === undefined) return;
  if (change.type === "clear") return groups.clear();
  if (change.type === "remove") {
    for (const seq of groups.get(change.group)?.keys() ?? []) {
      if (seq >= change.from) groups.get(change.group)?.delete(seq);
    }
    return undefined;
  }
  const { row } = change;
  const rows = groups.get(row.group) ?? new Map<number, Row>();
  // As a database does: a copy, so that nobody changes a row once it is written.
  rows.set(row.seq, structuredClone(row));
  groups.set(row.group, rows);
  return undefined;
}
