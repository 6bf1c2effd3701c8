/**
 * The canary: a made-up text planted where a case would be, and the search for it in whatever left the browser.
 * It is looked for in eight disguises, because a leak need not be plain text.
 */
import { randomBytes } from "node:crypto";

export type Canary = { readonly text: string; readonly isIn: (payload: Buffer | string) => boolean };

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** A fresh canary of 24 letters and digits, so that it is also one legal label of a host name. */
export function createCanary(text = randomText()): Canary {
  const disguises = disguisesOf(text);
  return { text, isIn: (payload) => hasAny(payload, disguises) };
}

/** The eight forms searched for: plain, URL, base64 at three offsets, hexadecimal, UTF-16, reversed. */
export function disguisesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, "latin1");
  const hex = bytes.toString("hex");
  return [
    text,
    hex.replaceAll(/../g, "%$&"),
    ...[0, 1, 2].map((offset) => base64Core(bytes, offset)),
    hex,
    Buffer.from(text, "utf16le").toString("latin1"),
    text.split("").toReversed().join(""),
  ].map((disguise) => disguise.toLowerCase());
}

/** The part of the base64 form that is the same whatever stands before and after the text. */
function base64Core(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  const wholeGroups = Math.floor((offset + bytes.length) / 3) * 4;
  return encoded.slice(offset === 0 ? 0 : 4, wholeGroups);
}

function hasAny(payload: Buffer | string, disguises: readonly string[]): boolean {
  // Host names and hexadecimal digits have no case of their own, so the search has none either.
  const text = (typeof payload === "string" ? payload : payload.toString("latin1")).toLowerCase();
  return disguises.some((disguise) => text.includes(disguise));
}

function randomText(): string {
  return [...randomBytes(24)].map((byte) => letters[byte % letters.length]).join("");
}
