/**
 * Whether the engine reproduces what a teaching case expects of it: strengths under all four semantics, leaders, the walk
 * through the stages, each stage left out, the smallest flip sets, and a ledger that adds up at every stage.
 */
import type { ArgumentGraph, NodeId } from "../graph.ts";
import { graphUpTo } from "../graph-views.ts";
import { explainFlipSets } from "../explanations/flip-sets.ts";
import { explainLedger } from "../explanations/ledger.ts";
import { explainStageWalk, explainWithoutStage } from "../explanations/stage-walk.ts";
import { toLogOdds } from "../strength/log-odds.ts";
import type { SemanticsId } from "../strength/gradual-semantics.ts";
import { computeStrengths, rankHypotheses } from "../strength/strengths.ts";
import { teachingCaseToGraph } from "./case-statements.ts";
import type { ExpectedFlip, TeachingCase } from "./teaching-case.ts";

export type ExpectedKind =
  | "strength"
  | "leader"
  | "stageRanking"
  | "stageStrength"
  | "withoutStage"
  | "smallestFlip"
  | "ledger"
  | "ledgerSum";

export type ExpectedCheck = {
  readonly kind: ExpectedKind;
  readonly where: string;
  readonly expected: string;
  readonly actual: string;
  readonly holds: boolean;
};

const SEMANTICS_BY_FIELD = {
  logOdds: "log-odds",
  quadraticEnergy: "quadratic-energy",
  dfQuad: "df-quad",
  euler: "euler",
} as const satisfies Record<string, SemanticsId>;

/** The vectors are rounded to six digits. */
const ROUNDED = 1e-6;
/** What the rounding of a sum may leave. */
const EXACT = 1e-9;

/** Every check of a case, held or not. */
export function checkExpected(teaching: TeachingCase): readonly ExpectedCheck[] {
  const graph = teachingCaseToGraph(teaching);
  return [
    ...strengthChecks(teaching, graph),
    ...stageChecks(teaching, graph),
    ...withoutStageChecks(teaching, graph),
    ...flipChecks(teaching, graph),
    ...ledgerChecks(teaching, graph),
  ];
}

function same(kind: ExpectedKind, where: string, expected: string, actual: string): ExpectedCheck {
  return { kind, where, expected, actual, holds: expected === actual };
}

function close(
  kind: ExpectedKind,
  where: string,
  expected: number,
  actual: number,
  within: number,
): ExpectedCheck {
  const holds = Math.abs(expected - actual) <= within;
  return { kind, where, expected: String(expected), actual: String(actual), holds };
}

function strengthChecks({ expected }: TeachingCase, graph: ArgumentGraph): readonly ExpectedCheck[] {
  const checks: ExpectedCheck[] = [];
  for (const field of ["logOdds", "quadraticEnergy", "dfQuad", "euler"] as const) {
    const { byNode } = computeStrengths(graph, { semantics: SEMANTICS_BY_FIELD[field] });
    for (const [id, strengths] of Object.entries(expected.hypotheses)) {
      checks.push(
        close("strength", `${field} ${id}`, strengths[field], byNode.get(id) ?? Number.NaN, ROUNDED),
      );
    }
  }
  const ranking = rankHypotheses(computeStrengths(graph)).map(({ hypothesis }) => hypothesis.id);
  checks.push(
    same(
      "leader",
      "leader, runner-up",
      `${expected.leader} ${expected.runnerUp}`,
      ranking.slice(0, 2).join(" "),
    ),
  );
  return checks;
}

function stageChecks({ expected }: TeachingCase, graph: ArgumentGraph): readonly ExpectedCheck[] {
  const walk = explainStageWalk(computeStrengths(graph));
  const steps = walk.ok ? walk.value.headline.steps : [];
  return expected.byStage.flatMap(({ upTo, leader, ranking, strengths }, index) => {
    const step = steps[index];
    const actual = (id: NodeId): number => step?.strengths[id] ?? Number.NaN;
    return [
      same("leader", upTo, leader, step?.leader ?? "none"),
      same("stageRanking", upTo, ranking.join(" "), step?.ranking.join(" ") ?? "none"),
      ...ranking.map((id, place) =>
        close("stageStrength", `${upTo} ${id}`, strengths[place] ?? Number.NaN, actual(id), ROUNDED),
      ),
    ];
  });
}

function withoutStageChecks(
  { expected, stages }: TeachingCase,
  graph: ArgumentGraph,
): readonly ExpectedCheck[] {
  const strengths = computeStrengths(graph);
  return expected.withoutStage.flatMap(({ without, leader, strength }) => {
    const index = stages.findIndex(({ stage }) => stage === without);
    const answer = explainWithoutStage(strengths, index);
    const after = answer.ok ? answer.value.after : undefined;
    return [
      same(
        "withoutStage",
        without,
        leader,
        (answer.ok ? answer.value.headline.leaderAfter : undefined) ?? "none",
      ),
      close("withoutStage", `${without} ${leader}`, strength, after?.[leader] ?? Number.NaN, ROUNDED),
    ];
  });
}

function flipChecks({ expected, stages }: TeachingCase, graph: ArgumentGraph): readonly ExpectedCheck[] {
  return expected.smallestFlip.map((flip) => {
    const index = stages.findIndex(({ stage }) => stage === flip.upTo);
    const answer = explainFlipSets(computeStrengths(graphUpTo(graph, index)));
    if (!answer.ok) return same("smallestFlip", flip.upTo, spellFlip(flip), answer.error.type);
    const { headline } = answer.value;
    const first = headline.type === "flip-set" ? headline.first : undefined;
    const actual = {
      leader: headline.leader,
      size: headline.type === "flip-set" ? headline.size : null,
      newLeaderAgainst: first?.leader ?? null,
      remove: first?.removed ?? null,
    };
    return same("smallestFlip", flip.upTo, spellFlip(flip), spellFlip(actual));
  });
}

function spellFlip({ leader, size, newLeaderAgainst, remove }: Omit<ExpectedFlip, "upTo">): string {
  return JSON.stringify([leader, size, newLeaderAgainst, remove?.toSorted() ?? null]);
}

function ledgerChecks({ expected, stages }: TeachingCase, graph: ArgumentGraph): readonly ExpectedCheck[] {
  const checks: ExpectedCheck[] = [];
  for (const [index, { stage }] of stages.entries()) {
    const strengths = computeStrengths(graphUpTo(graph, index));
    for (const id of Object.keys(expected.hypotheses)) {
      const ledger = explainLedger(strengths, id);
      const total = ledger.ok ? (ledger.value.headline.total ?? Number.NaN) : Number.NaN;
      checks.push(
        close("ledgerSum", `${stage} ${id}`, toLogOdds(strengths.byNode.get(id) ?? Number.NaN), total, EXACT),
      );
    }
  }
  const ledger = explainLedger(computeStrengths(graph), expected.leader);
  const points = new Map(ledger.ok ? ledger.value.items.map((item) => [item.nodeId, item.points]) : []);
  checks.push(close("ledger", "rows", expected.ledgerForLeader.length, points.size, 0));
  for (const [id, expectedPoints] of expected.ledgerForLeader) {
    checks.push(close("ledger", id, expectedPoints, points.get(id) ?? Number.NaN, ROUNDED));
  }
  return checks;
}
