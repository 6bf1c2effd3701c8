/**
 * Reads a record: snapshots first, then the rows after them, up to the first that does not belong. Reading never changes
 * anything; what to do about a broken end is for whoever may write the case.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { RowError, RowStore } from "../rows/row-store.ts";
import { readEventRows, type ChainHead, type ReadRows } from "./event-rows.ts";
import { NO_SNAPSHOTS, readSnapshots, type ReadSnapshots } from "./snapshots.ts";

export type LoadedCase = {
  readonly events: readonly RecordEvent[];
  readonly head: ChainHead;
  /** Of all rows. */
  readonly bytes: number;
  /** The last row that a snapshot covers. */
  readonly covered: number;
  /** What the rows after that hold. */
  readonly tail: { readonly events: readonly RecordEvent[]; readonly bytes: number };
  readonly broken: ReadRows["broken"];
  readonly isNewer: boolean;
};

/** The record as it can be read; without any event where there is none. */
export async function loadCase(
  rows: RowStore,
  key: CryptoKey,
  caseId: string,
): Promise<Result<LoadedCase, RowError>> {
  const stored = await rows.readGroup("snapshots", caseId, 0);
  if (!stored.ok) return stored;
  const snapshots = await readSnapshots(key, caseId, stored.value);
  const loaded = await loadAfter(rows, key, caseId, snapshots);
  // A snapshot that the rows do not follow is of no use; the rows are what counts.
  const isAstray = loaded.ok && loaded.value.broken?.from === snapshots.head.seq + 1;
  if (!isAstray || snapshots.head.seq === 0) return loaded;
  const plain = await loadAfter(rows, key, caseId, NO_SNAPSHOTS);
  return plain.ok && plain.value.head.seq > snapshots.head.seq ? plain : loaded;
}

async function loadAfter(
  rows: RowStore,
  key: CryptoKey,
  caseId: string,
  snapshots: ReadSnapshots,
): Promise<Result<LoadedCase, RowError>> {
  const tail = await rows.readGroup("events", caseId, snapshots.head.seq + 1);
  if (!tail.ok) return tail;
  const read = await readEventRows(key, caseId, snapshots.head, tail.value);
  return ok({
    events: withoutRepeats([...snapshots.events, ...read.events]),
    head: read.head,
    bytes: snapshots.bytes + read.bytes,
    covered: snapshots.head.seq,
    tail: { events: read.events, bytes: read.bytes },
    broken: read.broken,
    isNewer: snapshots.isNewer || read.isNewer,
  });
}

/** Each id once, the first that was written: what is there is never written over. */
function withoutRepeats(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const ids = new Set<string>();
  return events.filter(({ id }) => !ids.has(id) && ids.add(id));
}
