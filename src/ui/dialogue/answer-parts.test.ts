import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswerParts } from "./answer-parts.ts";

const words = (text: string) => ({ type: "words", text }) as const;
const sentence = (id: string) => ({ type: "sentence", id }) as const;

test("citations are taken out of the words, in the order in which they stand", () => {
  expect(readAnswerParts("The calf [s2] and the flight [s1@0-9, s12]; not [f1] or [sic].")).toEqual([
    words("The calf "),
    sentence("s2"),
    words(" and the flight "),
    sentence("s1"),
    sentence("s12"),
    words("; not [f1] or [sic]."),
  ]);
  expect(readAnswerParts("")).toEqual([]);
});

test("no word is lost, whatever was said", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("[s1]", "[s2", "s3]", "[s4, s5]", "[s6@1-2]", "\n", "[s]"),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const said = readAnswerParts(text).map((part) => (part.type === "words" ? part.text : ""));
      let rest = text;
      for (const one of said) {
        const at = rest.indexOf(one);
        expect(rest.slice(0, at).replaceAll(/[\s[\],;@\d-]|s/gu, "")).toBe("");
        rest = rest.slice(at + one.length);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});
