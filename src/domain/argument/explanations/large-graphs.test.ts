import { expect, test } from "vitest";
import { createSeededChance } from "../../../shared/chance.ts";
import type { ArgumentGraph } from "../graph.ts";
import { attacks, finding, graphOf, hypothesis, inference, supports } from "../graph-samples.ts";
import { attributionLabel } from "../graph-views.ts";
import { computeStrengths } from "../strength/strengths.ts";
import { explainContrast } from "./contrast.ts";
import { explainEdgeDoubt } from "./edge-doubt.ts";
import { explainFlipSets } from "./flip-sets.ts";
import { explainLedger } from "./ledger.ts";
import { explainMustNotMiss } from "./must-not-miss.ts";
import { explainRemoval } from "./removal.ts";
import { explainReversal } from "./reversal.ts";
import { explainReasoningGrade } from "./right-answer.ts";
import { explainShapley } from "./shapley.ts";
import { explainStability } from "./stability.ts";
import { explainStageWalk } from "./stage-walk.ts";
import { explainStepMatter } from "./step-matter.ts";
import { explainUnusedFindings } from "./unused-findings.ts";

const HALF = 2500;

/** 5,000 nodes: findings that each open a part of the story, and as many steps. */
function large(links: (index: number) => ReturnType<typeof supports>[]): ArgumentGraph {
  const rows = Array.from({ length: HALF }, (_, index) => index);
  const findings = rows.map((index) => finding(`f${index}`, { revealedAt: index }));
  const steps = rows.map((index) => inference(`i${index}`, 0.99 - (index % 3) / 10));
  const edges = rows.flatMap((index) => [supports(`f${index}`, `i${index}`, 0.5), ...links(index)]);
  const ends = [supports("i0", "a", 0.9, "in"), supports("f1", "b", 0.2)];
  return graphOf([...findings, ...steps, hypothesis("a", 0.6), hypothesis("b")], [...edges, ...ends]);
}

const CHAIN = large((index) => (index === 0 ? [] : [supports(`i${index}`, `i${index - 1}`, 0.5)]));
const RING = large((index) => [attacks(`i${index}`, `i${(index + 1) % HALF}`)]);

// Every explanation works under a budget, so even here each ends, with an answer or a typed refusal.
// The ring costs about ten seconds, so only the long run has it.
const GRAPHS: readonly (readonly [string, ArgumentGraph, number])[] = [
  ["a chain", CHAIN, 2],
  ...(process.env["CURBSIDE_LONG"] === "1" ? [["a ring that does not settle", RING, 0.01] as const] : []),
];

test.each(GRAPHS)(
  "every explanation of 5,000 nodes ends: %s",
  { timeout: 120_000 },
  (_name, graph, kappa) => {
    const strengths = computeStrengths(graph, { kappa });
    const chance = createSeededChance(3);
    const answers = [
      explainLedger(strengths, "a"),
      explainRemoval(strengths, "a"),
      explainShapley(strengths, "a", chance),
      explainFlipSets(strengths),
      explainReversal(strengths, "f0"),
      explainEdgeDoubt(strengths, "in"),
      explainContrast(strengths, "a", "b"),
      explainStability(strengths),
      explainStageWalk(strengths),
      explainStepMatter(strengths, "i1"),
      explainUnusedFindings(strengths),
      explainMustNotMiss(strengths),
      explainReasoningGrade(strengths, "a", true),
    ];
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.type]));
    expect(refusals.filter((type) => type !== "too-costly")).toEqual([]);
    expect(attributionLabel(strengths, "i1")?.attribution).toBe("model");
  },
);
