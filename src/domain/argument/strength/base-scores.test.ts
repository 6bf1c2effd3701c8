import { expect, test } from "vitest";
import type { ArgumentNode } from "../graph.ts";
import { graphOf, hypothesis } from "../graph-samples.ts";
import { defaultBaseScore, verdictBaseScores } from "./base-scores.ts";

const COMMON = { id: "x", text: "", citations: [], attribution: "model", origin: "notation" } as const;
const CITED = { ...COMMON, citations: [{ sentence: "s1" }] };
const calculation = { ...COMMON, kind: "calculation", inputs: [] } as const;

// Clinical foundation 2.6, last paragraph.
test.each<readonly [string, ArgumentNode, number]>([
  ["a located finding", { ...CITED, kind: "finding", polarity: "present", critical: false }, 1],
  [
    "a finding that nothing locates",
    { ...COMMON, kind: "finding", polarity: "present", critical: false },
    0.2,
  ],
  ["a verified calculation", { ...calculation, claimed: "50.7", recomputed: "50.73" }, 1],
  ["a mismatched calculation", { ...calculation, claimed: "28", recomputed: "31.25" }, 0],
  ["a calculation nobody recomputed", { ...calculation, claimed: "28" }, 0.5],
  ["knowledge with a source", { ...COMMON, kind: "knowledge", source: "guideline" }, 0.8],
  ["knowledge without one", { ...COMMON, kind: "knowledge" }, 0.5],
  ["a step", { ...COMMON, kind: "inference" }, 0.5],
])("%s starts at its default", (_name, node, expected) => {
  expect(defaultBaseScore(node)).toBe(expected);
});

function mark(id: string, verdict: "accept" | "reject" | "unsure"): ArgumentNode {
  return { ...COMMON, kind: "annotation", id, target: "h", verdict };
}

test("an applied verdict replaces the base score, the latest one winning", () => {
  const graph = graphOf([hypothesis("h"), mark("a1", "reject"), mark("a2", "accept")]);
  expect([...verdictBaseScores(graph)]).toEqual([["h", 1]]);
});
