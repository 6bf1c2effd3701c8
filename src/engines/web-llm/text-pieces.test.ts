import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTextPieces } from "./text-pieces.ts";

/** A vocabulary of byte strings, as byte-level tokenizers have: every byte, and pieces across characters. */
const WORDS = [" the", "calf", " schmerzt", "é", "e\u0301", "患者", "の", "🫀", "👩‍⚕️", "\n\n", "�"];
const encoder = new TextEncoder();
const TOKENS: readonly Uint8Array[] = [
  ...Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte)),
  ...WORDS.map((word) => encoder.encode(word)),
  ...WORDS.flatMap((word) => cutAnywhere(encoder.encode(word))),
];

function cutAnywhere(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length - 1 }, (_, at) => [
    bytes.subarray(0, at + 1),
    bytes.subarray(at + 1),
  ]).flat();
}

function decode(tokens: Int32Array): string {
  const bytes = Uint8Array.from([...tokens].flatMap((token) => [...(TOKENS[token] ?? [])]));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function decodeInPieces(tokens: readonly number[]): string {
  const pieces = createTextPieces(decode);
  return tokens.map((token) => pieces.push(token)).join("") + pieces.finish();
}

test("every text comes out as the tokenizer writes it whole, wherever its characters are cut", () => {
  const halves = TOKENS.map((bytes, token) => ({ bytes: String(bytes), token }));
  const tokenOf = new Map(halves.map(({ bytes, token }) => [bytes, token]));
  const cutWord = fc.constantFrom(...WORDS).chain((word) => {
    const bytes = encoder.encode(word);
    return fc
      .integer({ min: 1, max: bytes.length })
      .map((at) =>
        [bytes.subarray(0, at), bytes.subarray(at)]
          .filter((part) => part.length > 0)
          .map((part) => tokenOf.get(String(part)) ?? 0),
      );
  });
  fc.assert(
    fc.property(fc.array(cutWord, { maxLength: 60 }), (words) => {
      const tokens = words.flat();
      expect(decodeInPieces(tokens)).toBe(decode(Int32Array.from(tokens)));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test("bytes that never become a character come out damaged, and soon", () => {
  const pieces = createTextPieces(decode);
  const said = Array.from({ length: 100 }, () => pieces.push(0xff)).join("");
  expect(said.length).toBeGreaterThan(80);
  expect(said + pieces.finish()).toBe("\uFFFD".repeat(100));
});

test("any bytes at all give the same text as long as no row of damage is longer than the wait", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 15 }), (bytes) => {
      expect(decodeInPieces(bytes)).toBe(decode(Int32Array.from(bytes)));
    }),
    { seed: 6, numRuns: 2000 },
  );
});

test("half a character is held back, and says so", () => {
  const pieces = createTextPieces(decode);
  const [first = 0, ...others] = encoder.encode("🫀");
  expect([pieces.push(first), pieces.isWhole()]).toEqual(["", false]);
  expect([others.map((byte) => pieces.push(byte)).join(""), pieces.isWhole()]).toEqual(["🫀", true]);
});

test("a token costs the same at the start and after four thousand: few are decoded for it", () => {
  let decoded = 0;
  const pieces = createTextPieces((tokens) => {
    decoded += tokens.length;
    return decode(tokens);
  });
  const costs = Array.from({ length: 4000 }, (_, place) => {
    decoded = 0;
    pieces.push(256 + (place % 3));
    return decoded;
  });
  expect(Math.max(...costs.slice(1))).toBe(costs[1]);
});
