/** Rows that hold one sealed JSON value: the list of cases, the settings, snapshots. */
import { toBytes, toText, type Bytes } from "../bytes.ts";
import { seal, unseal, type SealPlace } from "../keys/seal.ts";
import type { Row, RowKey, StoreName } from "../rows/row-store.ts";

/** The form of what is inside a row, bound to it by the encryption. */
export const ROW_FORMAT = 1;

/** Where a row belongs: its form, store, group and number. */
export function placeOf(store: StoreName, { group, seq }: RowKey): SealPlace {
  return [ROW_FORMAT, store, group, seq];
}

/** The sealed bytes of a row; undefined for a row that is not one of ours. */
export function readSealed(row: Row): Bytes | undefined {
  const data = row["data"];
  return row["format"] === ROW_FORMAT && data instanceof Uint8Array && data.buffer instanceof ArrayBuffer
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : undefined;
}

/** A value as JSON, encrypted for this place. */
export async function sealJson(key: CryptoKey, store: StoreName, at: RowKey, value: unknown): Promise<Row> {
  const { group, seq } = at;
  const data = await seal(key, placeOf(store, at), toBytes(JSON.stringify(value)));
  return { group, seq, format: ROW_FORMAT, data };
}

/** The value of a row, not yet checked; undefined where it does not open. */
export async function unsealJson(key: CryptoKey, store: StoreName, row: Row): Promise<unknown> {
  const data = readSealed(row);
  const plain = data && (await unseal(key, placeOf(store, row), data));
  return plain === undefined ? undefined : parseJson(toText(plain));
}

/** JSON from text that only we could have sealed; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
