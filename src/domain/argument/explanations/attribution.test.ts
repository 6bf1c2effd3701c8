import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance } from "../../../shared/chance.ts";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  knowledge,
  miniCase,
  supports,
  tangledGraph,
} from "../graph-samples.ts";
import { toLogOdds } from "../strength/log-odds.ts";
import { computeStrengths } from "../strength/strengths.ts";
import type { AnswerItem, CannotAnswer } from "./answer.ts";
import { explainLedger } from "./ledger.ts";
import { explainRemoval } from "./removal.ts";
import { explainShapley } from "./shapley.ts";

/** The answer; a refusal is a failed test. */
function answered<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: CannotAnswer },
): Value {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

function points(items: readonly AnswerItem<unknown>[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    items.map((item) => [item.nodeId ?? "", Math.round((item.points ?? 0) * 1e6) / 1e6]),
  );
}

const numbers = fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 30 });

test("the ledger adds up to the log-odds on any graph that settles", () => {
  fc.assert(
    fc.property(numbers, fc.boolean(), (drawn, clusters) => {
      const strengths = computeStrengths(tangledGraph(drawn), { clusters });
      for (const { units, cyclic } of strengths.compiled.components) {
        const nodeId = strengths.compiled.nodeIds[units[0] ?? -1];
        if (cyclic || nodeId === undefined) continue;
        const { headline } = answered(explainLedger(strengths, nodeId));
        if (headline.total === undefined) continue;
        expect(Math.abs(headline.total - toLogOdds(headline.strength))).toBeLessThan(1e-9);
      }
    }),
    { seed: 20260201, numRuns: 500 },
  );
});

test("a ledger row names its edge, its place in the note and what undercuts left of it", () => {
  const cited = { ...finding("f"), citations: [{ sentence: "s3", span: [10, 20] as const }] };
  const graph = graphOf(
    [cited, finding("g"), inference("i"), knowledge("k"), hypothesis("h")],
    [
      supports("f", "h", 0.8),
      attacks("k", "f+h", 0.5, "undercut"),
      supports("g", "i"),
      supports("i", "h", 0.4),
    ],
  );
  const answer = answered(explainLedger(computeStrengths(graph), "h"));
  expect(answer.items[0]).toEqual({
    nodeId: "f",
    edgeId: "f+h",
    sentence: "s3",
    span: [10, 20],
    sign: "+",
    points: (0.8 * 0.5) / 2,
    part: { type: "direct", weight: 0.8, undercut: 0.5, undercutBy: ["k-f+h"] },
  });
  expect(answer.items.map((item) => [item.nodeId, item.part.type])).toEqual([
    ["f", "direct"],
    ["i", "direct"],
    ["g", "through-steps"],
  ]);
  expect(answered(explainLedger(computeStrengths(graph, { semantics: "df-quad" }), "h")).limits).toContain(
    "not-additive",
  );
  expect(explainLedger(computeStrengths(graph), "gone")).toEqual({
    ok: false,
    error: { type: "unknown-target", id: "gone" },
  });
});

// T8, clinical foundation 3.4.
test("removal attribution of the mini-case", () => {
  const removal = points(answered(explainRemoval(computeStrengths(miniCase(), { kappa: 1 }), "D")).items);
  expect(removal).toEqual({ F1: 0.084809, F2: 0.099253, F3: 0.00795, F4: 0.058678 });
  const energy = computeStrengths(miniCase(), { semantics: "quadratic-energy", kappa: 1 });
  expect(points(answered(explainRemoval(energy, "D")).items)).toEqual({
    F1: 0.066485,
    F2: 0.079882,
    F3: 0.005527,
    F4: 0.04396,
  });
});

test("exact Shapley values of the mini-case", () => {
  const answer = answered(
    explainShapley(computeStrengths(miniCase(), { kappa: 1 }), "D", createSeededChance(1)),
  );
  expect(points(answer.items)).toEqual({ F1: 0.139101, F2: 0.156824, F3: 0.017071, F4: 0.103831 });
  expect(answer.confidence).toEqual({ type: "exact" });
  const sum = answer.items.reduce((total, item) => total + (item.points ?? 0), 0);
  expect(sum).toBeCloseTo(answer.headline.withAll - answer.headline.withoutAny, 12);
});

test("beyond 12 findings Shapley is sampled, says so, repeats with its seed and still sums to the whole", () => {
  const nodes = Array.from({ length: 14 }, (_, index) => finding(`f${index}`));
  const edges = nodes.map((node, index) => supports(node.id, "h", 0.1 + index / 20));
  const strengths = computeStrengths(graphOf([...nodes, hypothesis("h")], edges));
  const answer = answered(explainShapley(strengths, "h", createSeededChance(7)));
  expect(answer.confidence).toEqual({ type: "sampled", samples: 200 });
  expect(answer.items.every((item) => (item.standardError ?? 0) > 0)).toBe(true);
  const sum = answer.items.reduce((total, item) => total + (item.points ?? 0), 0);
  expect(sum).toBeCloseTo(answer.headline.withAll - answer.headline.withoutAny, 9);
  expect(answered(explainShapley(strengths, "h", createSeededChance(7)))).toEqual(answer);
});
