/**
 * The one file that leaves this device, whatever is in it. In front, readable: what it is, its version, and the header
 * that says how the secret becomes the key. Then sealed frames, each bound to the header, its kind and its number. The
 * last is the manifest, so a file without one was cut off.
 *
 *     16 bytes   "CURBSIDE-BACKUP\n"
 *      2 bytes   version
 *      4 bytes   length of the header
 *                header, JSON
 *     then, again and again
 *      1 byte    kind: 1 events, 2 manifest
 *      4 bytes   length of what is sealed
 *                what is sealed
 *
 * Numbers are big-endian.
 */
import { hashBytes, joinBytes, toBytes, type Bytes } from "../bytes.ts";
import { seal, unseal } from "../keys/seal.ts";

export const MAGIC: Bytes = toBytes("CURBSIDE-BACKUP\n");
export const CONTAINER_VERSION = 1;
/** More is refused before it is read: no browser's storage gives back what would be in it. */
export const MOST_FILE_BYTES = 2_000_000_000;
export const MOST_HEADER_BYTES = 65_536;
/** A frame is opened in one piece, in memory. */
export const MOST_FRAME_BYTES = 64_000_000;
export const FRAME_HEAD_BYTES = 5;
export const LEAD_BYTES = MAGIC.byteLength + 2 + 4;

export type FrameKind = "events" | "manifest";
const KINDS: readonly (FrameKind | undefined)[] = [undefined, "events", "manifest"];

/** What is in front of the frames, and the hash that binds them to it. */
export async function writeLead(header: string): Promise<{ readonly lead: Bytes; readonly binding: Bytes }> {
  const text = toBytes(header);
  const numbers = new DataView(new ArrayBuffer(6));
  numbers.setUint16(0, CONTAINER_VERSION);
  numbers.setUint32(2, text.byteLength);
  const lead = joinBytes(MAGIC, new Uint8Array(numbers.buffer), text);
  return { lead, binding: await hashBytes(lead) };
}

/** One frame, as it stands in the file. */
export async function writeFrame(
  key: CryptoKey,
  binding: Bytes,
  at: { readonly kind: FrameKind; readonly number: number },
  plain: Bytes,
): Promise<Bytes> {
  const sealed = await seal(key, placeOfFrame(binding, at), plain);
  const head = new DataView(new ArrayBuffer(FRAME_HEAD_BYTES));
  head.setUint8(0, KINDS.indexOf(at.kind));
  head.setUint32(1, sealed.byteLength);
  return joinBytes(new Uint8Array(head.buffer), sealed);
}

/** What a frame holds; undefined where it does not open. */
export function openFrame(
  key: CryptoKey,
  binding: Bytes,
  at: { readonly kind: FrameKind; readonly number: number },
  sealed: Bytes,
): Promise<Bytes | undefined> {
  return unseal(key, placeOfFrame(binding, at), sealed);
}

/** The kind of a frame by its first byte. */
export function kindOf(byte: number): FrameKind | undefined {
  return KINDS[byte];
}

function placeOfFrame(
  binding: Bytes,
  { kind, number }: { readonly kind: FrameKind; readonly number: number },
): readonly (string | number)[] {
  return [CONTAINER_VERSION, "backup", kind, number, ...binding];
}
