import { expect, test } from "vitest";
import { branchText } from "./branches.ts";

test("what people stated themselves is counted by what it is and whose it is", () => {
  const own = [
    { all: 1, steps: 1, areMine: true },
    { all: 3, steps: 1, areMine: true },
    { all: 1, steps: 0, areMine: false },
    { all: 2, steps: 2, areMine: false },
  ];
  expect(own.map(branchText.own)).toEqual([
    "1 of your own steps still needs a look",
    "3 of your own steps and links still need a look",
    "1 link stated by people still needs a look",
    "2 steps stated by people still need a look",
  ]);
});
