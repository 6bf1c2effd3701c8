/**
 * Reads a record: snapshots first, then the rows after them, up to the first that does not belong. Reading never changes
 * anything; what to do about a broken end is for whoever may write the case.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Row, RowError, RowStore } from "../rows/row-store.ts";
import { readEventRows, type ChainHead, type ReadRows } from "./event-rows.ts";
import { NO_SNAPSHOTS, readSnapshots, type ReadSnapshots } from "./snapshots.ts";

/** For a reader that waits. */
export type Opening = {
  /** Settled once it is known whether this tab writes: the rows at the end are read after that. */
  readonly ready: Promise<void>;
  readonly onAhead: (texts: readonly string[]) => void;
};

export type LoadedCase = {
  readonly events: readonly RecordEvent[];
  readonly head: ChainHead;
  /** How many of them, from the first on, are what was handed out ahead. */
  readonly ahead: number;
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
  opening?: Opening,
): Promise<Result<LoadedCase, RowError>> {
  const stored = await rows.readGroup("snapshots", caseId, 0);
  if (!stored.ok) return stored;
  const last = stored.value.at(-1)?.seq ?? 0;
  const [snapshots, tail] = await Promise.all([
    readSnapshots(key, caseId, stored.value, opening?.onAhead),
    readTail(rows, caseId, last, opening),
  ]);
  const loaded = await loadAfter(
    rows,
    key,
    caseId,
    snapshots,
    last === snapshots.head.seq ? tail : undefined,
  );
  // A snapshot that the rows do not follow is of no use; the rows are what counts.
  const isAstray = loaded.ok && loaded.value.broken?.from === snapshots.head.seq + 1;
  if (!isAstray || snapshots.head.seq === 0) return loaded;
  const plain = await loadAfter(rows, key, caseId, NO_SNAPSHOTS);
  return plain.ok && plain.value.head.seq > snapshots.head.seq ? plain : loaded;
}

/** While the snapshots are read, the rows after them are fetched. */
async function readTail(rows: RowStore, caseId: string, last: number, opening: Opening | undefined) {
  await opening?.ready;
  return rows.readGroup("events", caseId, last + 1);
}

async function loadAfter(
  rows: RowStore,
  key: CryptoKey,
  caseId: string,
  snapshots: ReadSnapshots,
  fetched?: Result<readonly Row[], RowError>,
): Promise<Result<LoadedCase, RowError>> {
  const tail = fetched ?? (await rows.readGroup("events", caseId, snapshots.head.seq + 1));
  if (!tail.ok) return tail;
  const read = await readEventRows(key, caseId, snapshots.head, tail.value);
  const events = withoutRepeats([...snapshots.events, ...read.events]);
  return ok({
    events,
    ahead: countAhead(snapshots, events),
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

/** None, where one of them came a second time. */
function countAhead({ events, isAsAhead }: ReadSnapshots, kept: readonly RecordEvent[]): number {
  return isAsAhead && events.at(-1) === kept[events.length - 1] ? events.length : 0;
}
