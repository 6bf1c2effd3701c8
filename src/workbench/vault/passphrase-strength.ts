/** What a passphrase is worth, said while it is typed. Length is what counts; there are no rules about which characters. */
import { LEAST_PASSPHRASE } from "../../contracts/vault.ts";

export type PassphraseStrength =
  | { readonly type: "empty" }
  | { readonly type: "short"; readonly missing: number }
  /** One key held down is long and still no secret. */
  | { readonly type: "repeated" }
  | { readonly type: "enough" }
  | { readonly type: "strong" };

/** Six common words with their spaces are longer than this (design choice). */
const STRONG_LENGTH = 24;
/** As the vault itself asks; it has the last word. */
const LEAST_DIFFERENT = 4;

/** Judges by length alone, after the same composition of characters as the vault. */
export function readPassphraseStrength(text: string): PassphraseStrength {
  const characters = Array.from(text.normalize("NFKC"));
  if (characters.length === 0) return { type: "empty" };
  if (characters.length < LEAST_PASSPHRASE)
    return { type: "short", missing: LEAST_PASSPHRASE - characters.length };
  if (new Set(characters).size < LEAST_DIFFERENT) return { type: "repeated" };
  return { type: characters.length >= STRONG_LENGTH ? "strong" : "enough" };
}
