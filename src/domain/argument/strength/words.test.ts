import { expect, test } from "vitest";
import { leadWord, strengthWord } from "./words.ts";

test("each word begins exactly at its cut-off", () => {
  expect([0.8, 0.79, 0.6, 0.4, 0.2, 0.1].map(strengthWord)).toEqual([
    "strongly-supported",
    "supported",
    "supported",
    "open",
    "weakened",
    "strongly-opposed",
  ]);
  expect([1, 0.99, 0.3, 0.29].map(leadWord)).toEqual(["clear-lead", "narrow-lead", "narrow-lead", "tied"]);
});
