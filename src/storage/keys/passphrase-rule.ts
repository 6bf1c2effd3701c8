/** What a passphrase must be, and the form in which it is used. */
import { LEAST_PASSPHRASE } from "../../contracts/vault.ts";

/** One key held down is long and still no secret: NIST SP 800-63B (2017), 5.1.1.2 refuses repeated characters. */
const LEAST_DIFFERENT = 4;

/** Whether a new passphrase will do. */
export function isStrongPassphrase(text: string): boolean {
  const characters = Array.from(normalisePassphrase(text));
  return characters.length >= LEAST_PASSPHRASE && new Set(characters).size >= LEAST_DIFFERENT;
}

/** The same characters however a keyboard composed them (NFKC, as SP 800-63B-4 3.1.1.2 advises). */
export function normalisePassphrase(text: string): string {
  return text.normalize("NFKC");
}
