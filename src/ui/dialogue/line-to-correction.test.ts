import { expect, test } from "vitest";
import { lineToCorrection } from "./line-to-correction.ts";

const SENTENCES = new Set(["s1", "s2"]);

test("a mended line is a step or a link of the person who mended it", () => {
  expect(lineToCorrection("finding f9 [s2]: Swollen calf", SENTENCES)).toMatchObject({
    type: "add",
    node: { id: "f9", text: "Swollen calf", attribution: "human", origin: "human" },
  });
  expect(lineToCorrection("f9 supports h1 0.6: It fits", SENTENCES)).toMatchObject({
    type: "link",
    edge: { from: "f9", to: "h1", weight: 0.6 },
  });
});

test.each([
  ["words", "The calf is swollen, I think"],
  ["nothing", "  "],
  ["two lines", "finding f9: One\nfinding f8: Two"],
  ["a sentence that is not there", "finding f9 [s7]: Swollen calf"],
  ["a conclusion, which is the model's to draw", "conclusion h1: Embolism"],
])("%s are no correction", (_what, line) => {
  expect(lineToCorrection(line, SENTENCES)).toBeUndefined();
});
