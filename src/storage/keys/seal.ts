/**
 * Encrypts everything that the vault keeps: AES-256-GCM, a fresh 96-bit nonce for each, and the place where it belongs
 * as additional data, so that a row that was changed, swapped, moved or put back elsewhere does not open.
 */
import { drawBytes, joinBytes, toBytes, type Bytes } from "../bytes.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NOTHING: Bytes = new Uint8Array(0);

/** Where something sealed belongs; whoever opens it must name the same place. */
export type SealPlace = readonly (string | number)[];

/**
 * Seals `plain` for a place. `lead` stays readable in front and is authenticated with the rest: it carries the hash
 * of the row before.
 */
export async function seal(
  key: CryptoKey,
  place: SealPlace,
  plain: Bytes,
  lead: Bytes = NOTHING,
): Promise<Bytes> {
  const nonce = drawBytes(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt(toAlgorithm(nonce, place, lead), key, plain);
  return joinBytes(lead, nonce, new Uint8Array(sealed));
}

/** What was sealed for this place under this key; undefined for anything else. */
export async function unseal(
  key: CryptoKey,
  place: SealPlace,
  sealed: Bytes,
  leadBytes = 0,
): Promise<Bytes | undefined> {
  const start = leadBytes + NONCE_BYTES;
  if (sealed.byteLength < start + TAG_BYTES) return undefined;
  const lead = sealed.subarray(0, leadBytes);
  const nonce = sealed.subarray(leadBytes, start);
  try {
    const algorithm = toAlgorithm(nonce, place, lead);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(start)));
  } catch {
    // The browser does not say more than that it did not open, and neither do we.
    return undefined;
  }
}

function toAlgorithm(nonce: Bytes, place: SealPlace, lead: Bytes): AesGcmParams {
  const additionalData = joinBytes(toBytes(`${JSON.stringify(["curbside", ...place])}\n`), lead);
  return { name: "AES-GCM", iv: nonce, additionalData };
}
