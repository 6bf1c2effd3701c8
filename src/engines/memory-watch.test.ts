import { expect, test } from "vitest";
import { createMemoryWatch } from "./memory-watch.ts";

const MEGABYTE = 1024 * 1024;

/** After which reading the worker should go. */
function replacedAt(megabytes: readonly number[]): number {
  const { push } = createMemoryWatch();
  return megabytes.findIndex((used) => push(used * MEGABYTE));
}

const series = (count: number, read: (place: number) => number) =>
  Array.from({ length: count }, (_, place) => read(place));

test("steady growth is noticed, once it is a quarter and a quarter of a gigabyte", () => {
  expect(replacedAt(series(200, (place) => 400 + 20 * place))).toBe(19);
  // Large models: a quarter of 4 GB counts, 256 MB of it does not.
  expect(replacedAt(series(200, (place) => 4000 + 20 * place))).toBe(57);
});

test("a flat use, a single peak and a first climb after loading are no slope", () => {
  expect(replacedAt(series(500, (place) => 900 + (place % 7) * 20))).toBe(-1);
  expect(replacedAt(series(500, (place) => (place % 10 === 9 ? 3000 : 900)))).toBe(-1);
  expect(replacedAt(series(500, (place) => Math.min(900, 600 + place * 100)))).toBe(-1);
});
