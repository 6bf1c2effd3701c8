import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutSentence } from "./cut-sentence.ts";

test("marked words are cut out of their sentence, each with what marks it", () => {
  const spans = [
    { start: 19, end: 26, finding: "rate" },
    { start: 10, end: 22, finding: "pulse" },
  ];
  expect(cutSentence({ start: 10, text: "Pulse of 118/min." }, spans)).toEqual([
    { start: 10, text: "Pulse of ", findings: ["pulse"] },
    { start: 19, text: "118", findings: ["rate", "pulse"] },
    { start: 22, text: "/min", findings: ["rate"] },
    { start: 26, text: ".", findings: [] },
  ]);
});

test("a sentence of which nothing is marked is one piece", () => {
  expect(cutSentence({ start: 0, text: "No fever." }, [])).toEqual([
    { start: 0, text: "No fever.", findings: [] },
  ]);
});

test("whatever is marked, the pieces are the sentence and each of its characters is marked or not", () => {
  const span = fc.record({ start: fc.nat(60), end: fc.nat(60), finding: fc.constantFrom("a", "b") });
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.nat(20),
      fc.array(span),
      (text, start, spans) => {
        const pieces = cutSentence({ start, text }, spans);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const piece of pieces)
          for (let at = piece.start; at < piece.start + piece.text.length; at += 1) {
            const over = spans.filter((one) => one.start <= at && at < one.end).map(({ finding }) => finding);
            expect(piece.findings).toEqual([...new Set(over)]);
          }
      },
    ),
  );
});
