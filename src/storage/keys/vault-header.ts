/**
 * The header of a vault: its name and its key, wrapped once for each way in. It stands in the database and, word for
 * word, at the front of every backup, so what is read here may come from anywhere.
 */
import {
  isBetween,
  isCount,
  isFilledText,
  isListOf,
  isShape,
  isTagged,
  isText,
  isWordOf,
  type Guard,
} from "../../contracts/guards.ts";
import { fromBase64, type Bytes } from "../bytes.ts";
import { MOST_LANES, MOST_MEMORY_KIB, MOST_PASSES, MOST_ROUNDS, type Derivation } from "./derive-key.ts";

/** Bytes as base64. */
type Encoded = string;
type Wrapped = { readonly salt: Encoded; readonly wrapped: Encoded };

export type KeySlot = Wrapped &
  (
    | { readonly type: "passphrase"; readonly derivation: Derivation }
    | { readonly type: "recovery-code" }
    /** The credential that the security device knows, and what it is asked about. */
    | { readonly type: "passkey"; readonly credential: Encoded; readonly question: Encoded }
  );

export type VaultHeader = {
  readonly format: typeof HEADER_FORMAT;
  /** Random; tells one vault from another. */
  readonly vaultId: string;
  readonly createdAt: number;
  readonly slots: readonly KeySlot[];
};

export const HEADER_FORMAT = 1;

const isEncoded: Guard<Encoded> = (value): value is Encoded =>
  isText(value) && value.length < 4096 && fromBase64(value) !== undefined;

const isDerivation = isTagged<Derivation>({
  argon2id: isShape({
    type: isWordOf(["argon2id"]),
    memoryKib: isBetween(8, MOST_MEMORY_KIB),
    passes: isBetween(1, MOST_PASSES),
    lanes: isBetween(1, MOST_LANES),
  }),
  "pbkdf2-sha256": isShape({ type: isWordOf(["pbkdf2-sha256"]), rounds: isBetween(1, MOST_ROUNDS) }),
});

const isSlot = isTagged<KeySlot>({
  passphrase: isShape({
    type: isWordOf(["passphrase"]),
    derivation: isDerivation,
    salt: isEncoded,
    wrapped: isEncoded,
  }),
  "recovery-code": isShape({ type: isWordOf(["recovery-code"]), salt: isEncoded, wrapped: isEncoded }),
  passkey: isShape({
    type: isWordOf(["passkey"]),
    credential: isEncoded,
    question: isEncoded,
    salt: isEncoded,
    wrapped: isEncoded,
  }),
});

const isHeader = isShape<VaultHeader>({
  format: (value): value is typeof HEADER_FORMAT => value === HEADER_FORMAT,
  vaultId: isFilledText,
  createdAt: isCount,
  slots: isListOf(isSlot),
});

/** A header as it was read; undefined for anything else. */
export function readHeader(value: unknown): VaultHeader | undefined {
  return isHeader(value) && value.slots.length > 0 && value.slots.length <= 16 ? value : undefined;
}

/** The bytes of an encoded field of a header that was read. */
export function decode(encoded: Encoded): Bytes {
  return fromBase64(encoded) ?? new Uint8Array(0);
}
