import { array, assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import type { Chain } from "../../domain/record/chain.ts";
import { createChunkReader, createPageWriter, findPage, partOf } from "./thinking-pages.ts";

test("pages hold every character in order, however it came, and none grows without end", () => {
  assert(
    property(array(string({ maxLength: 3000 }), { maxLength: 30 }), (pieces) => {
      const writer = createPageWriter();
      for (const piece of pieces) writer.push(piece);
      const { pages, characters } = writer.read();
      const text = pieces.join("");
      expect(pages.join("")).toBe(text);
      expect(characters).toBe(text.length);
      expect(pages.every((page) => page.length <= 6000)).toBe(true);
    }),
  );
});

test("sixty thousand tokens are many pages, and full ones are never touched again", () => {
  const writer = createPageWriter();
  for (let token = 0; token < 30_000; token += 1) writer.push("word ");
  const before = [...writer.read().pages];
  for (let token = 0; token < 30_000; token += 1) writer.push("word ");
  const { pages } = writer.read();
  expect(pages.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect(pages.length).toBeGreaterThan(50);
});

test("recorded chunks are read once; other chunks are read anew", () => {
  const read = createChunkReader();
  const one: Chain<string> = { first: "a ", rest: undefined };
  const two: Chain<string> = { first: "b", rest: one };
  expect(read(one).pages.join("")).toBe("a ");
  expect(read(two).pages.join("")).toBe("a b");
  expect(read({ first: "c", rest: undefined }).pages.join("")).toBe("c");
});

test("every place of the thinking is on the page that holds it", () => {
  const pages = ["abc", "de", "f"];
  const text = pages.join("");
  for (let place = 0; place < text.length; place += 1) {
    const part = partOf(pages, findPage(pages, place));
    expect(part.text[place - part.start]).toBe(text[place]);
  }
  expect([findPage(pages, 99), findPage([], 0), partOf(pages, 9).text]).toEqual([2, 0, ""]);
});
