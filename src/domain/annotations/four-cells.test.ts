import * as fc from "fast-check";
import { expect, test } from "vitest";
import { finding, graphOf, hypothesis, inference, supports } from "../argument/graph-samples.ts";
import { computeStrengths } from "../argument/strength/strengths.ts";
import type { AnnotationState } from "../record/case-state.ts";
import type { RecordTarget } from "../record/events.ts";
import { readFourCells } from "./four-cells.ts";
import type { Verdict } from "./marks.ts";

/** `i` carries the answer `a`; `j` hardly counts. */
const STRENGTHS = computeStrengths(
  graphOf(
    [finding("f"), inference("i", 1), inference("j"), hypothesis("b"), hypothesis("a", 0.4)],
    [supports("f", "i"), supports("f", "j"), supports("i", "a"), supports("j", "a", 0.1)],
  ),
);

function mark(type: RecordTarget["type"], id: string, verdict: Verdict, quote = ""): AnnotationState {
  return {
    annotation: {
      id: `${id}${verdict}`,
      branch: "main",
      target: { type, id, quote, start: 0 },
      comment: "",
      verdict,
    },
    author: "p",
    time: 0,
    anchor: { type: "anchored", target: id, start: 0, end: 0 },
  };
}

const read = (...marks: readonly AnnotationState[]) => readFourCells(STRENGTHS, undefined, marks);
const RIGHT = mark("case", "a", "accept");
const WRONG = mark("case", "a", "reject");
const BOTH = [mark("node", "i", "accept"), mark("node", "j", "accept")];

test.each([
  ["right and sound", [RIGHT, ...BOTH], { isRight: true, isSound: true, effect: undefined, missing: [] }],
  ["wrong and sound", [WRONG, ...BOTH], { isRight: false, isSound: true, missing: [] }],
  [
    "right, and the answer can do without the rejected step",
    [RIGHT, mark("node", "j", "reject")],
    { isRight: true, isSound: false, effect: "harmless", leaderWithout: "a", missing: [] },
  ],
  [
    "right, and only the rejected step made it lead",
    [RIGHT, mark("node", "i", "reject")],
    { isRight: true, isSound: false, effect: "lucky", leaderWithout: "b", missing: [] },
  ],
  [
    "a few rejected words reject their step",
    [RIGHT, ...BOTH, mark("node", "i", "reject", "i")],
    { isSound: false, effect: "lucky" },
  ],
  [
    "a few accepted words accept nothing",
    [RIGHT, mark("node", "i", "accept", "i"), mark("node", "j", "accept")],
    { isSound: undefined, missing: ["step-verdicts"] },
  ],
  [
    "an unsure reader outweighs a sure one",
    [RIGHT, ...BOTH, mark("node", "i", "unsure")],
    { isSound: undefined, missing: ["step-verdicts"] },
  ],
  [
    "readers who differ on the answer",
    [RIGHT, WRONG, ...BOTH],
    { verdict: "disputed", isRight: undefined, missing: ["answer-verdict"] },
  ],
  [
    "no verdicts",
    [],
    { isRight: undefined, isSound: undefined, missing: ["answer-verdict", "step-verdicts"] },
  ],
  ["a verdict on another answer", [mark("case", "b", "accept"), ...BOTH], { missing: ["answer-verdict"] }],
  ["the answer accepted as a step", [mark("node", "a", "accept"), ...BOTH], { missing: ["answer-verdict"] }],
])("%s", (_name, marks, expected) => {
  expect(read(...marks)).toMatchObject({ answer: "a", ...expected });
});

test("what was concluded is judged, even where something else leads", () => {
  const conclusion = { leader: "b", text: "b", event: "e" };
  const cells = readFourCells(STRENGTHS, conclusion, []);
  expect(cells).toMatchObject({
    answer: "b",
    isStated: true,
    leader: "a",
    steps: [],
    missing: ["answer-verdict", "steps"],
  });
});

test("without a hypothesis there is no answer to judge", () => {
  expect(readFourCells(computeStrengths(graphOf([finding("f")])), undefined, [])).toBeUndefined();
});

test("one more rejection never makes reasoning sound, and every step has the worst verdict it was given", () => {
  const verdict = fc.constantFrom<Verdict>("accept", "reject", "unsure");
  const given = fc.array(fc.tuple(fc.constantFrom("i", "j"), verdict), { maxLength: 8 });
  fc.assert(
    fc.property(given, fc.constantFrom("i", "j"), (verdicts, rejected) => {
      const marks = verdicts.map(([id, one]) => mark("node", id, one));
      const [before, after] = [read(...marks), read(...marks, mark("node", rejected, "reject"))];
      expect(after?.isSound).toBe(false);
      expect(before?.isSound).toBe(
        verdicts.some(([, one]) => one === "reject")
          ? false
          : ["i", "j"].every((id) => {
                const own = verdicts.filter(([step]) => step === id);
                return own.length > 0 && own.every(([, one]) => one === "accept");
              })
            ? true
            : undefined,
      );
    }),
    { seed: 6, numRuns: 200 },
  );
});
