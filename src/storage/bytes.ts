/** Bytes, text and base64, as the vault writes them. */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Text as UTF-8. */
export function toBytes(text: string): Bytes {
  return encoder.encode(text);
}

/** UTF-8 as text; damaged bytes become replacement characters. */
export function toText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Fresh bytes from the platform's own source. */
export function drawBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** All of them in one piece. */
export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

/** Whether two are the same, byte by byte. */
export function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && left.every((byte, at) => byte === right[at]);
}

/** Bytes as text of lower-case digits. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes as base64, for the few that stand in JSON. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** What `toBase64` wrote; undefined for anything else. */
export function fromBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The SHA-256 of bytes. */
export async function hashBytes(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
