import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ArgumentGraph } from "../graph.ts";
import { attacks, finding, graphOf, hypothesis, inference, miniCase, supports } from "../graph-samples.ts";
import { computeStrengths, leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { explainEdgeDoubt } from "./edge-doubt.ts";
import { combinations } from "./flip-enumeration.ts";
import { explainFlipSets } from "./flip-sets.ts";
import type { FlipHeadline } from "./flip-sets.ts";
import { explainReversal } from "./reversal.ts";
import { explainStability } from "./stability.ts";
import { isOvertaken, outcomeWithout } from "./what-if.ts";

function setsOf(strengths: Strengths): {
  readonly headline: FlipHeadline;
  readonly sets: readonly (readonly string[])[];
} {
  const answer = explainFlipSets(strengths, 1000);
  if (!answer.ok) throw new Error(answer.error.type);
  const sets: string[][] = [];
  for (const item of answer.value.items) (sets[item.part.set] ??= []).push(item.nodeId ?? "");
  return { headline: answer.value.headline, sets: inOrder(sets) };
}

function inOrder(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const sorted = sets.map((set) => set.toSorted());
  return sorted.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

function bruteForce(strengths: Strengths, largest: number): readonly (readonly string[])[] {
  const leader = leaderOf(strengths) ?? "";
  const findings = [...strengths.graph.nodes.values()]
    .filter((node) => node.kind === "finding")
    .map((node) => node.id);
  for (let size = 1; size <= Math.min(largest, findings.length); size += 1) {
    const sets = [...combinations(findings, size)].filter((removed) =>
      isOvertaken(strengths, leader, outcomeWithout(strengths, removed).values),
    );
    if (sets.length > 0) return inOrder(sets);
  }
  return [];
}

const IS_LONG = process.env["CURBSIDE_LONG"] === "1";
const NAMES = ["a", "b", "c"];
/** Weights in tenths, so that ties happen; per finding one weight for each hypothesis, negative for an attack. */
const flatCase = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
      ),
      { minLength: 1, maxLength: 7 },
    ),
    fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([rows, bases]): ArgumentGraph => {
    const edges = rows.flatMap((row, index) =>
      NAMES.flatMap((name, column) => {
        const weight = (row[column] ?? 0) / 10;
        if (weight === 0) return [];
        return [weight > 0 ? supports(`f${index}`, name, weight) : attacks(`f${index}`, name, -weight)];
      }),
    );
    const findings = rows.map((_, index) => finding(`f${index}`));
    return graphOf(
      [...findings, ...NAMES.map((name, index) => hypothesis(name, (bases[index] ?? 5) / 10))],
      edges,
    );
  });

test("greedy flip sets of flat log-odds graphs equal brute force, all of them", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(flatCase, (graph) => {
      const strengths = computeStrengths(graph);
      const { headline, sets } = setsOf(strengths);
      const expected = bruteForce(strengths, 7);
      expect(sets).toEqual(expected);
      expect(headline.type).toBe(expected.length > 0 ? "flip-set" : "no-flip-set");
    }),
    { seed: 20260301, numRuns: IS_LONG ? 10_000 : 300 },
  );
});

test("enumerated flip sets equal brute force up to size 3", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      flatCase,
      fc.constantFrom("quadratic-energy" as const, "df-quad" as const),
      (graph, semantics) => {
        const strengths = computeStrengths(graph, { semantics });
        expect(setsOf(strengths).sets).toEqual(bruteForce(strengths, 3));
      },
    ),
    { seed: 20260302, numRuns: IS_LONG ? 5000 : 150 },
  );
});

// T8, clinical foundation 3.4.
test.each(["log-odds", "quadratic-energy", "df-quad"] as const)(
  "the mini-case flips with two sets of two under %s",
  (semantics) => {
    const { headline, sets } = setsOf(computeStrengths(miniCase(), { semantics, kappa: 1 }));
    expect(sets).toEqual([
      ["F1", "F2"],
      ["F2", "F4"],
    ]);
    expect(headline).toMatchObject({ type: "flip-set", leader: "D", size: 2, first: { leader: "M" } });
  },
);

test("beyond size 3 an enumeration says what it does not know", () => {
  const nodes = Array.from({ length: 6 }, (_, index) => finding(`f${index}`));
  const edges = [...nodes.map((node) => supports(node.id, "i", 0.5)), supports("i", "a")];
  const graph = graphOf([...nodes, inference("i"), hypothesis("a"), hypothesis("b", 0.4)], edges);
  const answer = explainFlipSets(computeStrengths(graph));
  expect(answer.ok && answer.value.headline).toEqual({ type: "no-flip-set-up-to", leader: "a", size: 3 });
  expect(answer.ok && answer.value.limits).toContain("sets-beyond-searched-size-unknown");
});

test("a graph too large to enumerate ends with the size it finished", { timeout: 60_000 }, () => {
  const nodes = Array.from({ length: 2000 }, (_, index) => finding(`f${index}`));
  const edges = nodes.map((node) => supports(node.id, "i", 0.5));
  const graph = graphOf(
    [...nodes, inference("i"), hypothesis("a", 0.6), hypothesis("b")],
    [...edges, supports("i", "a")],
  );
  const answer = explainFlipSets(computeStrengths(graph));
  expect(answer.ok && answer.value.confidence).toEqual({ type: "searched-to-size", size: 1 });
  expect(answer.ok && answer.value.limits).toContain("search-budget-spent");
});

test("one hypothesis alone has nothing to flip to", () => {
  expect(explainFlipSets(computeStrengths(graphOf([hypothesis("a")])))).toEqual({
    ok: false,
    error: { type: "too-few-hypotheses" },
  });
});

test("the doubt on a link is the weight at which the margin is gone", () => {
  const graph = graphOf(
    [finding("f"), hypothesis("b"), hypothesis("a")],
    [supports("f", "a", 0.9), supports("f", "b", 0.3)],
  );
  const doubt = explainEdgeDoubt(computeStrengths(graph), "f+a");
  expect(doubt.ok && doubt.value.headline.type === "lead-lost-at" && doubt.value.headline.weight).toBeCloseTo(
    0.3,
    9,
  );
  const kept = explainEdgeDoubt(computeStrengths(graph), "f+b");
  expect(kept.ok && kept.value.headline).toEqual({ type: "lead-kept-without", edgeId: "f+b", now: 0.3 });
  expect(explainEdgeDoubt(computeStrengths(graph), "x").ok).toBe(false);
});

test("a finding turned into its opposite changes the sign of what it gives", () => {
  const graph = graphOf([finding("f"), hypothesis("b"), hypothesis("a")], [supports("f", "a", 0.9)]);
  const reversed = explainReversal(computeStrengths(graph), "f");
  expect(reversed.ok && reversed.value.headline).toEqual({
    type: "reversal",
    nodeId: "f",
    leaderBefore: "a",
    leaderAfter: "b",
  });
  expect(reversed.ok && reversed.value.after?.["a"]).toBeCloseTo(1 / (1 + Math.exp(0.45)), 12);
  const unknown = graphOf([{ ...finding("f"), polarity: "unknown" }, hypothesis("a")]);
  expect(explainReversal(computeStrengths(unknown), "f").ok).toBe(false);
});

test("stability parts pivotal findings from the rest", () => {
  const graph = graphOf(
    [finding("f"), finding("g"), hypothesis("b"), hypothesis("a")],
    [supports("f", "a", 0.9), supports("g", "a", 0.1), supports("g", "b", 0.3)],
  );
  const answer = explainStability(computeStrengths(graph));
  expect(answer.ok && answer.value.items.map((item) => [item.nodeId, item.part.type])).toEqual([
    ["f", "pivotal"],
    ["g", "not-pivotal"],
  ]);
  expect(answer.ok && answer.value.headline).toMatchObject({
    leader: "a",
    runnerUp: "b",
    lead: "narrow-lead",
    pivotal: 1,
    notPivotal: 1,
  });
});
