/**
 * Wraps the vault's key for a way in, and unwraps it. The key itself is only ever in the hands of the browser: it is not
 * exportable, except for the moment in which a secret that opens it is exchanged for another.
 */
import { drawBytes, toBase64, toHex, type Bytes } from "../bytes.ts";
import {
  deriveFromPassphrase,
  deriveFromStrongSecret,
  type Derivation,
  type DeriveArgon2id,
} from "./derive-key.ts";
import { readRecoveryCode } from "./recovery-code.ts";
import { decode, HEADER_FORMAT, type KeySlot, type VaultHeader } from "./vault-header.ts";

/** A secret as the worker gets it: what a security device says has been asked for on the page. */
export type Secret =
  | { readonly type: "passphrase"; readonly text: string }
  | { readonly type: "recovery-code"; readonly text: string }
  | { readonly type: "passkey"; readonly credential: string; readonly output: Bytes };

export type KeyParts = {
  readonly derive: DeriveArgon2id;
  /** What a new passphrase is guarded by, and what where there is no memory for that. */
  readonly preferred: Derivation;
  readonly fallback: Derivation;
};

const NONCE_BYTES = 12;
const SALT_BYTES = 16;
const USES: readonly KeyUsage[] = ["encrypt", "decrypt"];

/** A new vault's key, to be wrapped at once. */
export function drawVaultKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, USES);
}

/** The same key, from now on in the browser's hands alone. */
export async function closeKey(key: CryptoKey): Promise<CryptoKey> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey("raw", key));
  const closed = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, USES);
  bytes.fill(0);
  return closed;
}

/** A header without any way in. */
export function createHeader(createdAt: number): VaultHeader {
  return { format: HEADER_FORMAT, vaultId: toHex(drawBytes(16)), createdAt, slots: [] };
}

/** The header with the key wrapped for a passphrase, in the place of an earlier one. */
export async function withPassphrase(
  header: VaultHeader,
  key: CryptoKey,
  text: string,
  { derive, preferred, fallback }: KeyParts,
): Promise<VaultHeader> {
  const salt = drawBytes(SALT_BYTES);
  const best = await deriveFromPassphrase(text, salt, preferred, derive);
  const derivation = best === undefined ? fallback : preferred;
  const wrapping = best ?? (await deriveFromPassphrase(text, salt, fallback, derive));
  if (wrapping === undefined) throw new Error("No way to derive a key on this device");
  const wrapped = await wrap(header.vaultId, "passphrase", key, wrapping);
  return withSlot(header, { type: "passphrase", derivation, salt: toBase64(salt), wrapped });
}

/** The header with the key wrapped for the recovery code of these bytes, in the place of an earlier one. */
export async function withRecoveryCode(
  header: VaultHeader,
  key: CryptoKey,
  code: Bytes,
): Promise<VaultHeader> {
  const salt = drawBytes(SALT_BYTES);
  const wrapping = await deriveFromStrongSecret(code, salt, "recovery-code");
  const wrapped = await wrap(header.vaultId, "recovery-code", key, wrapping);
  return withSlot(header, { type: "recovery-code", salt: toBase64(salt), wrapped });
}

/** The header with the key wrapped for a security device, in the place of an earlier one. */
export async function withPasskey(
  header: VaultHeader,
  key: CryptoKey,
  passkey: { readonly credential: string; readonly question: string; readonly output: Bytes },
): Promise<VaultHeader> {
  const salt = drawBytes(SALT_BYTES);
  const wrapping = await deriveFromStrongSecret(passkey.output, salt, "passkey");
  const wrapped = await wrap(header.vaultId, "passkey", key, wrapping);
  const { credential, question } = passkey;
  return withSlot(header, { type: "passkey", credential, question, salt: toBase64(salt), wrapped });
}

/** The header without a kind of way in. */
export function withoutSlot(header: VaultHeader, type: KeySlot["type"]): VaultHeader {
  return { ...header, slots: header.slots.filter((slot) => slot.type !== type) };
}

/** The vault's key if the secret opens any slot; undefined otherwise, whatever the reason. */
export async function unwrapWith(
  header: VaultHeader,
  secret: Secret,
  { derive }: KeyParts,
  isExtractable: boolean,
): Promise<CryptoKey | undefined> {
  for (const slot of header.slots) {
    const wrapping = slot.type === secret.type ? await deriveFor(slot, secret, derive) : undefined;
    const key = wrapping && (await unwrap(header.vaultId, slot, wrapping, isExtractable));
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Whether the passphrase is guarded by less than this release would. */
export function isOutgrown(header: VaultHeader, preferred: Derivation): boolean {
  const slot = header.slots.find(({ type }) => type === "passphrase");
  if (slot?.type !== "passphrase" || preferred.type !== "argon2id") return false;
  const { derivation } = slot;
  if (derivation.type !== "argon2id") return true;
  return derivation.memoryKib < preferred.memoryKib || derivation.passes < preferred.passes;
}

function withSlot(header: VaultHeader, slot: KeySlot): VaultHeader {
  const others = withoutSlot(header, slot.type);
  return { ...others, slots: [...others.slots, slot] };
}

async function deriveFor(
  slot: KeySlot,
  secret: Secret,
  derive: DeriveArgon2id,
): Promise<CryptoKey | undefined> {
  const salt = decode(slot.salt);
  if (slot.type === "passphrase" && secret.type === "passphrase") {
    return deriveFromPassphrase(secret.text, salt, slot.derivation, derive);
  }
  if (slot.type === "recovery-code" && secret.type === "recovery-code") {
    const code = readRecoveryCode(secret.text);
    return code && deriveFromStrongSecret(code, salt, "recovery-code");
  }
  if (slot.type === "passkey" && secret.type === "passkey" && slot.credential === secret.credential) {
    return deriveFromStrongSecret(secret.output, salt, "passkey");
  }
  return undefined;
}

async function wrap(
  vaultId: string,
  type: KeySlot["type"],
  key: CryptoKey,
  wrapping: CryptoKey,
): Promise<string> {
  const nonce = drawBytes(NONCE_BYTES);
  const wrapped = await crypto.subtle.wrapKey("raw", key, wrapping, toAlgorithm(vaultId, type, nonce));
  return toBase64(new Uint8Array([...nonce, ...new Uint8Array(wrapped)]));
}

async function unwrap(
  vaultId: string,
  slot: KeySlot,
  wrapping: CryptoKey,
  isExtractable: boolean,
): Promise<CryptoKey | undefined> {
  const sealed = decode(slot.wrapped);
  const algorithm = toAlgorithm(vaultId, slot.type, sealed.subarray(0, NONCE_BYTES));
  const wrapped = sealed.subarray(NONCE_BYTES);
  try {
    return await crypto.subtle.unwrapKey("raw", wrapped, wrapping, algorithm, "AES-GCM", isExtractable, USES);
  } catch {
    return undefined;
  }
}

function toAlgorithm(vaultId: string, type: KeySlot["type"], iv: Bytes): AesGcmParams {
  const place = JSON.stringify(["curbside", "keys", HEADER_FORMAT, vaultId, type]);
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) };
}
