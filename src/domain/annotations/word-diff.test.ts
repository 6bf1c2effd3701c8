import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords, type WordChange } from "./word-diff.ts";

const word = fc.constantFrom(
  "pain",
  "chest",
  "the",
  "5.9",
  "84/50",
  "no",
  "fever",
  ",",
  " ",
  "  ",
  "\n",
  "é",
  "–",
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));

const partsOf = (changes: readonly WordChange[], ...types: readonly WordChange["type"][]): string =>
  changes
    .filter(({ type }) => types.includes(type))
    .map((change) => change.text)
    .join("");

test("both texts can be read out of what changed, and neighbours differ", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
      const changes = diffWords(before, after);
      expect(partsOf(changes, "same", "removed")).toBe(before);
      expect(partsOf(changes, "same", "added")).toBe(after);
      for (const [at, { type, text: words }] of changes.entries()) {
        expect(words).not.toBe("");
        expect(type).not.toBe(changes[at + 1]?.type);
      }
    }),
    { seed: 6, numRuns: 400 },
  );
});

test("a text and itself differ in nothing", () => {
  fc.assert(
    fc.property(text, (words) => {
      expect(diffWords(words, words).filter(({ type }) => type !== "same")).toEqual([]);
    }),
    { seed: 6, numRuns: 100 },
  );
});

/** The most words that two texts can share in order, by the plain table. */
function longestShared(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const one of before) {
    const next = [0];
    for (const [at, other] of after.entries())
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    row = next;
  }
  return row[after.length] ?? 0;
}

test("no more is marked than has to be", () => {
  const letters = fc.array(fc.constantFrom("(", ")", "-", "+"), { maxLength: 20 });
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const kept = partsOf(diffWords(before.join(""), after.join("")), "same");
      expect(kept.length).toBe(longestShared(before, after));
    }),
    { seed: 6, numRuns: 300 },
  );
});

test.each<[string, string, readonly string[]]>([
  ["potassium is 9.5", "potassium is 5.9", ["=potassium is ", "-9.5", "+5.9"]],
  ["his asthma", "his mother's asthma", ["=his ", "+mother's ", "=asthma"]],
  ["one two three", "one four five", ["=one ", "-two three", "+four five"]],
  ["", "all new", ["+all new"]],
  ["gone", "", ["-gone"]],
])("%j to %j", (before, after, expected) => {
  const signs = { same: "=", removed: "-", added: "+" } as const;
  expect(diffWords(before, after).map((change) => signs[change.type] + change.text)).toEqual(expected);
});

test("two long texts with nothing in common are one exchange", () => {
  const [before, after] = [" a".repeat(3000), " b".repeat(3000)].map((words) => words.trim());
  expect(diffWords(before ?? "", after ?? "").map(({ type }) => type)).toEqual(["removed", "added"]);
});
