import { expect, test } from "vitest";
import { bytesToWords, memoryToWords } from "./size-words.ts";

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

test.each([
  [0, "0 bytes"],
  [512, "512 bytes"],
  [16 * 1024 ** 3, "16.0 GB"],
  [1.5 * 1024 ** 2, "1.5 MB"],
])("%d bytes of memory are %s", (bytes, words) => {
  expect(memoryToWords(bytes)).toBe(words);
});
