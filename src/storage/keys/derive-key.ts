/**
 * Turns a secret into the key that wraps the vault's key. A passphrase is guessable, so trying one must be dear: Argon2id
 * with 64 MiB, three passes, four lanes. The recovery code and a security device give secrets that nobody can guess.
 */
import { argon2id } from "hash-wasm";
import { toBytes, type Bytes } from "../bytes.ts";
import { normalisePassphrase } from "./passphrase-rule.ts";

/** How a passphrase becomes a key; kept beside the wrapped key so that a later release can ask for more. */
export type Derivation =
  | {
      readonly type: "argon2id";
      readonly memoryKib: number;
      readonly passes: number;
      readonly lanes: number;
    }
  | { readonly type: "pbkdf2-sha256"; readonly rounds: number };

/** RFC 9106 section 4, second recommended option: 64 MiB, three passes, four lanes. */
export const ARGON2ID: Derivation = { type: "argon2id", memoryKib: 65_536, passes: 3, lanes: 4 };
/** OWASP Password Storage Cheat Sheet (2023): 600,000 rounds of PBKDF2-HMAC-SHA256. */
export const PBKDF2: Derivation = { type: "pbkdf2-sha256", rounds: 600_000 };

/** What a device can be asked for; more in a file would only be an attempt to hang the page. */
export const MOST_MEMORY_KIB = 1_048_576;
export const MOST_PASSES = 100;
export const MOST_LANES = 16;
export const MOST_ROUNDS = 10_000_000;

/** What derives; a part, so that a test can let the memory run out. */
export type DeriveArgon2id = (
  password: Bytes,
  salt: Bytes,
  derivation: Extract<Derivation, { readonly type: "argon2id" }>,
) => Promise<Bytes>;

const KEY_BYTES = 32;

/** Argon2id in WebAssembly. It throws where the device has no memory for it. */
export const deriveArgon2id: DeriveArgon2id = async (password, salt, { memoryKib, passes, lanes }) =>
  Uint8Array.from(
    await argon2id({
      password,
      salt,
      memorySize: memoryKib,
      iterations: passes,
      parallelism: lanes,
      hashLength: KEY_BYTES,
      outputType: "binary",
    }),
  );

/** The wrapping key of a passphrase; undefined where the device has no memory for the derivation. */
export async function deriveFromPassphrase(
  text: string,
  salt: Bytes,
  derivation: Derivation,
  derive: DeriveArgon2id,
): Promise<CryptoKey | undefined> {
  const password = toBytes(normalisePassphrase(text));
  if (derivation.type === "pbkdf2-sha256") return derivePbkdf2(password, salt, derivation.rounds);
  try {
    return await importWrappingKey(await derive(password, salt, derivation));
  } catch {
    return undefined;
  }
}

/** The wrapping key of a secret that nobody can guess. */
export async function deriveFromStrongSecret(secret: Bytes, salt: Bytes, use: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: toBytes(`curbside ${use}`) },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
}

async function derivePbkdf2(password: Bytes, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
}

async function importWrappingKey(bytes: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["wrapKey", "unwrapKey"]);
  bytes.fill(0);
  return key;
}
