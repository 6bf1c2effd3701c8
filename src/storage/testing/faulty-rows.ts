/** Rows that fail as databases do: once, at a write of one's choice, with nothing of that write kept. */
import type { OpenRowStore, RowChange, RowError, RowStore } from "../rows/row-store.ts";
import { rowBytes } from "../rows/memory-rows.ts";

export type Faults = {
  /** Answers the next read or write with it. */
  fail: RowError | undefined;
  /** How many bytes of one write find room; undefined for no limit. */
  roomBytes: number | undefined;
  /** How many calls came. */
  calls: number;
};

/** Faults that have not begun. */
export function createFaults(): Faults {
  return { fail: undefined, roomBytes: undefined, calls: 0 };
}

/** The rows, with the faults that the test sets meanwhile. */
function withFaults(rows: RowStore, faults: Faults): RowStore {
  const take = (): RowError | undefined => {
    faults.calls += 1;
    const { fail } = faults;
    faults.fail = undefined;
    return fail;
  };
  return {
    ...rows,
    read: async (store, key) => failOr(take(), () => rows.read(store, key)),
    readGroup: async (store, group, from) => failOr(take(), () => rows.readGroup(store, group, from)),
    readAll: async (store) => failOr(take(), () => rows.readAll(store)),
    write: async (changes, durability) =>
      failOr(hasRoom(changes, faults) ? take() : { type: "vault-no-room" }, () =>
        rows.write(changes, durability),
      ),
  };
}

/** An opener that gives such rows. */
export function openWithFaults(rows: RowStore, faults: Faults): OpenRowStore {
  return async () => ({ ok: true, value: withFaults(rows, faults) });
}

async function failOr<Answer extends { readonly ok: boolean }>(
  error: RowError | undefined,
  work: () => Promise<Answer>,
): Promise<Answer | { readonly ok: false; readonly error: RowError }> {
  return error === undefined ? work() : { ok: false, error };
}

function hasRoom(changes: readonly RowChange[], { roomBytes }: Faults): boolean {
  if (roomBytes === undefined) return true;
  const bytes = changes.map((change) => ("row" in change ? rowBytes(change.row) : 0));
  return bytes.reduce((sum, count) => sum + count, 0) <= roomBytes;
}
