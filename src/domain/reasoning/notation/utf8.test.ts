import { array, assert, integer, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";

test("decodes any bytes as the platform does", () => {
  assert(
    property(uint8Array({ maxLength: 40 }), (bytes) => {
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      expect(decodeUtf8(bytes).text).toBe(decoder.decode(bytes));
    }),
    { seed: 20261124, numRuns: 1000 },
  );
});

test("encodes any string as the platform does", () => {
  assert(
    property(array(integer({ min: 0, max: 0x10ffff })), (codePoints) => {
      const whole = `${String.fromCodePoint(...codePoints)}\ud800`;
      expect(encodeUtf8(whole)).toEqual(new TextEncoder().encode(whole));
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

test.each([
  [[0xc0, 0x80], "overlong"],
  [[0xed, 0xa0, 0x80], "half a surrogate pair"],
  [[0xf4, 0x90, 0x80, 0x80], "past the last code point"],
  [[0xe2, 0x82], "cut short"],
])("%j is damage (%s)", (bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes)).damaged).toBe(true);
});
