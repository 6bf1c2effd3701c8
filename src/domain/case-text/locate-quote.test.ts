import * as fc from "fast-check";
import { expect, test } from "vitest";
import { locateQuote } from "./locate-quote.ts";
import { readSearchText } from "./search-text.ts";

function found(text: string, quote: string): string | undefined {
  const match = locateQuote(readSearchText(text), quote);
  return match === undefined ? undefined : text.slice(match.start, match.end);
}

test.each([
  ["case and spaces", "She has  Chest\r\n pain today.", "chest pain", "Chest\r\n pain"],
  ["dashes and quotes", "A 3–day “crushing” pain", 'a 3-day "crushing" pain', "A 3–day “crushing” pain"],
  ["trailing zeros", "pH 7.40, lactate 2.0", "pH 7.4, lactate 2", "pH 7.40, lactate 2.0"],
  ["thousands", "WBC 15,400/mm3", "wbc 15400", "WBC 15,400"],
  [
    "accents and compatibility letters",
    "Fièvre, 5 µg, cafe\u0301.",
    "fievre, 5 μg, café",
    "Fièvre, 5 µg, cafe\u0301",
  ],
  ["added punctuation", "denies fever", '"Denies fever."', "denies fever"],
  ["a plural", "He reports headaches.", "headache", "headache"],
  ["unspaced scripts", "患者发热三天", "发热", "发热"],
  ["right to left", "المريض يعاني من الحمى", "من الحمى", "من الحمى"],
])("finds exact words through %s", (_name, text, quote, expected) => {
  expect(found(text, quote)).toBe(expected);
});

test("a part of a word or of a number is not found", () => {
  expect(found("heart sounds 15.9 and 5.95", "art")).toBeUndefined();
  expect(found("potassium 15.9 then 5.95", "5.9")).toBeUndefined();
  expect(found("There is fever.", "no fever")).toBeUndefined();
  expect(found("anything", "")).toBeUndefined();
  expect(found("", "fever")).toBeUndefined();
});

test("most of the words close together are enough, far apart they are not", () => {
  const text = "On exam there was tenderness in the right lower abdominal quadrant with guarding.";
  expect(found(text, "right lower quadrant abdominal tenderness")).toBe(
    "tenderness in the right lower abdominal quadrant",
  );
  expect(found(`Fever. ${"Other words here. ".repeat(20)} Cough.`, "fever cough")).toBeUndefined();
  const match = locateQuote(
    readSearchText("alpha beta gamma delta epsilon zeta eta"),
    "alpha gamma beta delta epsilon zeta theta",
  );
  expect(match).toMatchObject({ rule: "words", containment: 6 / 7 });
});

test("any stretch of whole words of any text is located as those words", { timeout: 60_000 }, () => {
  const word = fc.constantFrom(
    "fever",
    "38.50",
    "Naïve",
    "x-ray",
    "ﬁne",
    "120/80",
    "K+",
    "患者",
    "1,200",
    "😀",
    "no",
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.nat(29),
      fc.nat(29),
      (words, from, length) => {
        const text = words.join(" ");
        const quote = words.slice(from, from + length).join(" ");
        const match = locateQuote(readSearchText(text), quote);
        if (!/[\p{L}\p{N}]/u.test(quote)) return;
        expect(match).toBeDefined();
        const again = match === undefined ? "" : text.slice(match.start, match.end);
        expect(readSearchText(again).words.map(({ word: read }) => read)).toEqual(
          readSearchText(quote).words.map(({ word: read }) => read),
        );
      },
    ),
    { seed: 302, numRuns: 1000 },
  );
});

test("hostile texts and quotes of a megabyte neither throw nor hang", { timeout: 60_000 }, () => {
  const zeros = `1.${"0".repeat(500_000)}1`;
  const letters = "a".repeat(1_000_000);
  for (const text of [zeros, letters, "a ".repeat(300_000), "1,".repeat(300_000), "\u0301".repeat(300_000)]) {
    const searchText = readSearchText(text);
    expect(searchText.starts).toHaveLength(searchText.text.length);
    expect(locateQuote(searchText, `${"a".repeat(9000)}b`)).toBeUndefined();
    expect(locateQuote(searchText, letters)).toBeUndefined();
  }
});
