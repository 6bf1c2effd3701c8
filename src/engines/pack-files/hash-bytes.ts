/**
 * SHA-256 of what a pack holds. The browser's own digest is several times faster and runs beside us, but wants all
 * bytes at once; a file too large for that is hashed in pieces, the next one being read meanwhile.
 */
import { createSHA256 } from "hash-wasm";

/** Below this a whole file in memory is no burden. */
const MOST_AT_ONCE = 192 * 1024 * 1024;
const PIECE_BYTES = 16 * 1024 * 1024;

/** Of bytes that are in memory already. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of a file, without ever holding a large one; says after each piece how far it is. */
export async function hashFile(file: Blob, onBytes: (bytes: number) => void): Promise<string> {
  if (file.size > MOST_AT_ONCE) return hashInPieces(file, onBytes);
  const hash = await hashBytes(new Uint8Array(await file.arrayBuffer()));
  onBytes(file.size);
  return hash;
}

async function hashInPieces(file: Blob, onBytes: (bytes: number) => void): Promise<string> {
  const hasher = await createSHA256();
  const read = (from: number) => file.slice(from, from + PIECE_BYTES).arrayBuffer();
  let next = read(0);
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const piece = await next;
    next = read(from + PIECE_BYTES);
    hasher.update(new Uint8Array(piece));
    onBytes(Math.min(from + PIECE_BYTES, file.size));
  }
  await next;
  return hasher.digest("hex");
}
