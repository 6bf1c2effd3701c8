import { expect, test } from "vitest";
import { bytesToWords } from "./size-words.ts";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [1_440_000, "1.4 MB"],
  [253_000_000_000, "253 GB"],
  [9e15, "9000 TB"],
])("%d is %s", (bytes, words) => {
  expect(bytesToWords(bytes)).toBe(words);
});
