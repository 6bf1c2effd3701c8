import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LEAST_PASSPHRASE } from "../../contracts/vault.ts";
import { readPassphraseStrength } from "./passphrase-strength.ts";

test("says how many characters are missing, and asks for nothing but length and some difference", () => {
  expect(readPassphraseStrength("")).toEqual({ type: "empty" });
  expect(readPassphraseStrength("twelve chars")).toEqual({ type: "short", missing: 3 });
  expect(readPassphraseStrength("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).toEqual({ type: "repeated" });
  expect(readPassphraseStrength("plain lower case")).toEqual({ type: "enough" });
  expect(readPassphraseStrength("a longer row of plain words")).toEqual({ type: "strong" });
});

test("a character composed of two counts once, as the vault counts it", () => {
  expect(readPassphraseStrength("e\u0301".repeat(LEAST_PASSPHRASE - 1))).toEqual({
    type: "short",
    missing: 1,
  });
});

test("more text never makes it short again", () => {
  fc.assert(
    fc.property(fc.string({ minLength: LEAST_PASSPHRASE * 2 }), fc.string(), (text, more) => {
      fc.pre(Array.from(text.normalize("NFKC")).length >= LEAST_PASSPHRASE);
      expect(readPassphraseStrength(`${text} ${more}`).type).not.toBe("short");
    }),
  );
});
