/**
 * Snapshots make opening fast: each holds the events of a stretch of rows in one piece. They are a copy, never the only
 * one; a snapshot that is missing or does not open is passed over and the rows are read instead.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { toBytes, toText, type Bytes } from "../bytes.ts";
import { seal, unseal, type SealPlace } from "../keys/seal.ts";
import type { Row } from "../rows/row-store.ts";
import { GENESIS, HASH_BYTES, readEvents, type ChainHead } from "./event-rows.ts";
import { readSealed, ROW_FORMAT } from "./sealed-json.ts";

/** A stretch is worth a snapshot from so many rows on: fewer are read as fast one by one. */
export const SNAPSHOT_ROWS = 64;

/** A snapshot of all events of the rows after `from` up to `head`. */
export async function writeSnapshot(
  key: CryptoKey,
  caseId: string,
  from: number,
  head: ChainHead,
  covered: { readonly events: readonly RecordEvent[]; readonly bytes: number },
): Promise<Row> {
  const plain = toBytes(JSON.stringify(covered.events));
  const place = placeOfSnapshot(caseId, from, head.seq, covered.bytes);
  const data = await seal(key, place, plain, head.hash);
  return { group: caseId, seq: head.seq, format: ROW_FORMAT, from, covers: covered.bytes, data };
}

export type ReadSnapshots = {
  readonly events: readonly RecordEvent[];
  readonly head: ChainHead;
  /** The bytes of the rows that they stand for. */
  readonly bytes: number;
  readonly isNewer: boolean;
  /** Whether what was read says, to the letter, what was handed out before it was read. */
  readonly isAsAhead: boolean;
};

/** As if none had ever been written. */
export const NO_SNAPSHOTS: ReadSnapshots = {
  events: [],
  head: GENESIS,
  bytes: 0,
  isNewer: false,
  isAsAhead: false,
};

/**
 * Reads snapshots from the first row on, as far as they follow each other and open. `onAhead` has their texts before
 * they are read, so that whoever asked for the case is not idle meanwhile.
 */
export async function readSnapshots(
  key: CryptoKey,
  caseId: string,
  rows: readonly Row[],
  onAhead?: (texts: readonly string[]) => void,
): Promise<ReadSnapshots> {
  const opened = await Promise.all(rows.map((row) => openSnapshot(key, caseId, row)));
  let [head, bytes] = [GENESIS, 0];
  const texts: string[] = [];
  for (const snapshot of opened) {
    if (snapshot?.from !== head.seq) break;
    texts.push(toText(snapshot.plain));
    head = snapshot.head;
    bytes += snapshot.covers;
  }
  if (texts.length > 0) onAhead?.(texts);
  const events: RecordEvent[] = [];
  let [isNewer, isAsAhead] = [false, onAhead !== undefined && texts.length > 0];
  for (const text of texts) {
    const from = events.length;
    isNewer = readEvents(text, caseId, events) || isNewer;
    isAsAhead &&= JSON.stringify(events.slice(from)) === text;
  }
  return { events, head, bytes, isNewer, isAsAhead };
}

async function openSnapshot(key: CryptoKey, caseId: string, row: Row) {
  const [data, from, covers] = [readSealed(row), row["from"], row["covers"]];
  if (data === undefined || typeof from !== "number" || typeof covers !== "number") return undefined;
  const plain = await unseal(key, placeOfSnapshot(caseId, from, row.seq, covers), data, HASH_BYTES);
  const hash: Bytes = data.slice(0, HASH_BYTES);
  return plain && { from, covers, plain, head: { seq: row.seq, hash } };
}

function placeOfSnapshot(caseId: string, from: number, seq: number, covers: number): SealPlace {
  return [ROW_FORMAT, "snapshots", caseId, from, seq, covers];
}
