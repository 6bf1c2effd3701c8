import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutSentence } from "./cut-sentence.ts";

test("cited words are cut out of their sentence", () => {
  const pieces = cutSentence({ start: 10, end: 27, text: "Pulse of 118/min." }, [[19, 26]]);
  expect(pieces).toEqual([
    { start: 10, text: "Pulse of ", isCited: false },
    { start: 19, text: "118/min", isCited: true },
    { start: 26, text: ".", isCited: false },
  ]);
});

test("a sentence of which nothing is cited is one piece", () => {
  expect(cutSentence({ start: 0, end: 9, text: "No fever." }, [])).toEqual([
    { start: 0, text: "No fever.", isCited: false },
  ]);
});

test("whatever is cited, the pieces are the sentence and each of its characters is cited or not", () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.nat(20),
      fc.array(span),
      (text, start, spans) => {
        const pieces = cutSentence({ start, end: start + text.length, text }, spans);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const piece of pieces)
          for (let at = piece.start; at < piece.start + piece.text.length; at += 1)
            expect(spans.some(([from, to]) => from <= at && at < to)).toBe(piece.isCited);
      },
    ),
  );
});
