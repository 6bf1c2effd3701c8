/**
 * The recovery code: 128 bits in 26 characters that cannot be mistaken for one another, and two check characters, in
 * groups of four. Letters that look like digits are read as those, so a code copied by hand still opens.
 */
import type { Bytes } from "../bytes.ts";

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_CHARACTERS = 26;
const CODE_BYTES = 16;
/** The largest prime that two characters hold: a wrong character and two swapped ones always change the rest. */
const CHECK_PRIME = 1021n;

/** The code of sixteen bytes. */
export function writeRecoveryCode(bytes: Bytes): string {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  const text = toCharacters(value, DATA_CHARACTERS) + toCharacters(value % CHECK_PRIME, 2);
  return text.replace(/.{4}(?=.)/gu, "$&-");
}

/** The bytes of a code as a person typed it; undefined when it is none. */
export function readRecoveryCode(text: string): Bytes | undefined {
  const characters = text
    .toUpperCase()
    .replace(/[\s\-–—]/gu, "")
    .replace(/O/gu, "0")
    .replace(/[IL]/gu, "1");
  if (characters.length !== DATA_CHARACTERS + 2) return undefined;
  const value = toValue(characters.slice(0, DATA_CHARACTERS));
  const check = toValue(characters.slice(DATA_CHARACTERS));
  if (value === undefined || check !== value % CHECK_PRIME || value >> BigInt(CODE_BYTES * 8) !== 0n)
    return undefined;
  return Uint8Array.from({ length: CODE_BYTES }, (_, at) =>
    Number((value >> BigInt((CODE_BYTES - 1 - at) * 8)) & 255n),
  );
}

function toCharacters(value: bigint, count: number): string {
  let text = "";
  for (let rest = value; text.length < count; rest /= 32n)
    text = `${ALPHABET[Number(rest % 32n)] ?? ""}${text}`;
  return text;
}

function toValue(characters: string): bigint | undefined {
  let value = 0n;
  for (const character of characters) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 32n + BigInt(digit);
  }
  return value;
}
