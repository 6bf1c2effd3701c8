import { expect, test } from "vitest";
import { readCaseText } from "../../domain/case-text/revisions.ts";
import { readNoteParts } from "./note-parts.ts";

const headingsOf = (text: string) => readNoteParts(readCaseText(text)).map(({ heading }) => heading);

test("a note is cut at its headings, and a long section into parts under the same heading", () => {
  const long = Array.from({ length: 90 }, (_, place) => `Day ${place + 1}: stable.`).join("\n");
  expect(headingsOf(`Seen at night.\n\nHISTORY\n\nPain.\n\nCOURSE\n\n${long}`)).toEqual([
    undefined,
    "HISTORY",
    "COURSE",
    "COURSE",
    "COURSE",
  ]);
});

test("every sentence is in exactly one part, in order", () => {
  const text = readCaseText(Array.from({ length: 500 }, (_, place) => `Line ${place}.`).join(" "));
  const parts = readNoteParts(text);
  expect(parts.flatMap(({ sentences }) => sentences)).toEqual(text.sentences);
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  expect(readNoteParts(readCaseText(""))).toEqual([]);
});
