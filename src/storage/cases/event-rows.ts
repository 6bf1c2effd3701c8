/**
 * The rows of a record. Each holds the events of one write, encrypted, and names the hash of the row before it: a chain
 * that shows every change to what was written, because a row cannot be replaced without replacing all after it, and none
 * can be made without the vault's key.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { readEvent } from "../../domain/record/read-event.ts";
import { areEqual, hashBytes, toBytes, toText, type Bytes } from "../bytes.ts";
import { seal, unseal } from "../keys/seal.ts";
import type { Row } from "../rows/row-store.ts";
import { parseJson, placeOf, readSealed, ROW_FORMAT } from "./sealed-json.ts";

/** The end of a chain: the number of its last row and that row's hash. */
export type ChainHead = { readonly seq: number; readonly hash: Bytes };

export const HASH_BYTES = 32;

/** The head of a case without rows. */
export const GENESIS: ChainHead = { seq: 0, hash: new Uint8Array(HASH_BYTES) };

/** What rows say, as far as they can be trusted. */
export type ReadRows = {
  readonly events: readonly RecordEvent[];
  readonly head: ChainHead;
  readonly bytes: number;
  /** The number of the first row that does not belong, and how many there are from it on. */
  readonly broken: { readonly from: number; readonly rows: number } | undefined;
  /** Events of a later release, which this one must not guess at. */
  readonly isNewer: boolean;
};

/** The next row of a chain, and the head that it makes. */
export async function writeEventRow(
  key: CryptoKey,
  caseId: string,
  head: ChainHead,
  events: readonly RecordEvent[],
): Promise<{ readonly row: Row; readonly head: ChainHead; readonly bytes: number }> {
  const at = { group: caseId, seq: head.seq + 1 };
  const data = await seal(key, placeOf("events", at), toBytes(JSON.stringify(events)), head.hash);
  const row = { ...at, format: ROW_FORMAT, data };
  return { row, head: { seq: at.seq, hash: await hashBytes(data) }, bytes: data.byteLength };
}

/** Reads rows that follow `head`, up to the first that does not. */
export async function readEventRows(
  key: CryptoKey,
  caseId: string,
  head: ChainHead,
  rows: readonly Row[],
): Promise<ReadRows> {
  const opened = await Promise.all(rows.map((row) => openRow(key, caseId, row)));
  const events: RecordEvent[] = [];
  let [at, bytes, isNewer] = [head, 0, false];
  for (const [index, row] of opened.entries()) {
    const follows = row !== undefined && row.seq === at.seq + 1 && areEqual(row.before, at.hash);
    if (!follows) {
      return { events, head: at, bytes, isNewer, broken: { from: at.seq + 1, rows: rows.length - index } };
    }
    isNewer = readEvents(toText(row.plain), caseId, events) || isNewer;
    at = { seq: row.seq, hash: row.hash };
    bytes += row.bytes;
  }
  return { events, head: at, bytes, isNewer, broken: undefined };
}

async function openRow(key: CryptoKey, caseId: string, row: Row) {
  const data = readSealed(row);
  if (data === undefined || row.group !== caseId) return undefined;
  const [plain, hash] = await Promise.all([
    unseal(key, placeOf("events", row), data, HASH_BYTES),
    hashBytes(data),
  ]);
  const before = data.subarray(0, HASH_BYTES);
  return plain && { seq: row.seq, before, hash, plain, bytes: data.byteLength };
}

/** Adds the events of an opened row or snapshot; answers whether one of them is of a later release. */
export function readEvents(text: string, caseId: string, into: RecordEvent[]): boolean {
  const items: unknown = parseJson(text);
  let isNewer = false;
  for (const item of Array.isArray(items) ? items : []) {
    const read = readEvent(item);
    if (read.ok && read.value.caseId === caseId) into.push(read.value);
    else if (!read.ok && (read.error.type === "newer-version" || read.error.type === "unknown-type")) {
      isNewer = true;
    }
  }
  return isNewer;
}
