import { expect, test } from "vitest";
import { createCanary, disguisesOf } from "./canary.ts";

const text = "abcdefghijklmnopqrstuv27";
const canary = createCanary(text);

const base64At = (offset: number) => Buffer.from(`${"x".repeat(offset)}${text}yz`).toString("base64");

test("there are eight disguises, all different", () => {
  expect(new Set(disguisesOf(text)).size).toBe(8);
});

test.each([
  ["plain", `GET /?q=${text} HTTP/1.1`],
  ["in capitals, as a host name may be", text.toUpperCase()],
  [
    "percent-encoded",
    `a${text
      .split("")
      .map((letter) => `%${letter.charCodeAt(0).toString(16)}`)
      .join("")}b`,
  ],
  ["base64 at offset 0", base64At(0)],
  ["base64 at offset 1", base64At(1)],
  ["base64 at offset 2", base64At(2)],
  ["base64 further in", base64At(7)],
  ["hexadecimal", Buffer.from(`..${text}..`).toString("hex")],
  ["reversed", text.split("").toReversed().join("")],
])("finds it %s", (_name, payload) => {
  expect(canary.isIn(payload)).toBe(true);
  expect(canary.isIn(Buffer.from(payload))).toBe(true);
});

test("finds it as UTF-16 in either byte order", () => {
  const little = Buffer.from(`z${text}z`, "utf16le");
  expect(canary.isIn(little)).toBe(true);
  expect(canary.isIn(Buffer.from(little).swap16())).toBe(true);
});

test("does not find another canary, nor a piece of this one", () => {
  expect(canary.isIn(createCanary().text)).toBe(false);
  expect(canary.isIn(text.slice(0, 23))).toBe(false);
});

test("a fresh canary is 24 characters and a legal host label", () => {
  expect(createCanary().text).toMatch(/^[a-z2-7]{24}$/);
});
