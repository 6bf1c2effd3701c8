/** Segmentation: every marker that models write, and nothing of the text lost. */
import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { readPieces } from "./steps.ts";

function stepsOf(text: string): readonly string[] {
  return readPieces(text).flatMap((piece) =>
    piece.kind === "step" ? [`${piece.marker}: ${text.slice(piece.start, piece.end)}`] : [],
  );
}

test.each([
  ["step tags", "<step 1> One.\n<step 2> Two.", ["tag: One.", "tag: Two."]],
  ["step tags on one line", "<step 1> One. <step 2> Two.", ["tag: One.", "tag: Two."]],
  ["numbers", "1. One.\n2) Two.\n(3) Three.", ["number: One.", "number: Two.", "number: Three."]],
  ["bullets", "- One\n  * Two\n• Three", ["bullet: One", "bullet: Two", "bullet: Three"]],
  [
    "headings",
    "### Reasoning:\nText here.\n**Bold head**\nMore.",
    ["heading: Reasoning:", "paragraph: Text here.", "heading: **Bold head**", "paragraph: More."],
  ],
  ["paragraphs", "One line\nruns on.\n\nNext.", ["paragraph: One line\nruns on.", "paragraph: Next."]],
  [
    "thinking tags and fences",
    "<think>\nHm.\n</think>\n```\nAnswer.\n```",
    ["paragraph: Hm.", "paragraph: Answer."],
  ],
  ["a wrapped item", "1. One item\n   goes on\r\n2. Two", ["number: One item\n   goes on", "number: Two"]],
  ["a measure that begins a line", "2.5 mg were given.", ["paragraph: 2.5 mg were given."]],
])("%s", (_name, text, expected) => {
  expect(stepsOf(text)).toEqual(expected);
});

test("steps and gaps join to the text, and no gap holds a word of it", () => {
  assert(
    property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const pieces = readPieces(text);
      expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join("")).toBe(text);
      for (const piece of pieces) expect(piece.end).toBeGreaterThan(piece.start);
    }),
    { seed: 20_260_302, numRuns: 1000 },
  );
});
