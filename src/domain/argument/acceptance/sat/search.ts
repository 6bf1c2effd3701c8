/**
 * The search itself: decide, propagate, learn, restart, under assumptions and within a budget of steps.
 * When every decision is "true" and only propagation makes things false, the first model found is
 * subset-maximal in the decided variables; the semantics build on that.
 */
import { learnFrom } from "./learn.ts";
import { assign, attachClause, backtrackTo, propagate } from "./propagate.ts";
import { takeVariable } from "./state.ts";
import type { Clause, Literal, SatState } from "./state.ts";

export type Verdict = "satisfiable" | "unsatisfiable" | "not-finished";

const RESTART_UNIT = 64;
const LEARNED_GROWTH = 1.2;
/** Clauses that tie two levels together are always worth keeping. */
const KEPT_GLUE = 2;

/**
 * Looks for a model in which the assumptions hold; after "satisfiable" the assignment is left in place. `kept`
 * says how many of the first assumptions are those of the solve before: what followed from them is not redone.
 */
export function solve(
  state: SatState,
  assumptions: readonly Literal[],
  stepLimit: number,
  kept = 0,
): Verdict {
  backtrackTo(state, kept);
  if (!state.consistent) return "unsatisfiable";
  for (let round = 1; ; round += 1) {
    const verdict = searchUntilRestart(state, assumptions, stepLimit, RESTART_UNIT * lubyTerm(round));
    if (verdict !== "restart") return verdict;
    backtrackTo(state, 0);
    if (state.learned.length > state.learnedLimit) forgetHalf(state);
  }
}

/** Whether a literal holds in the model just found. */
export function isTrue(state: SatState, literal: Literal): boolean {
  return state.value[literal] === 1;
}

/** The decisions of the model just found that come after the assumptions, in their order. */
export function readDecisions(state: SatState, assumptions: readonly Literal[]): readonly Literal[] {
  return state.levelStart.slice(assumptions.length).map((start) => state.trail[start]!);
}

function searchUntilRestart(
  state: SatState,
  assumptions: readonly Literal[],
  stepLimit: number,
  conflictLimit: number,
): Verdict | "restart" {
  let conflicts = 0;
  for (;;) {
    const conflict = propagate(state);
    if (conflict !== null) {
      if (!recover(state, conflict)) return "unsatisfiable";
      conflicts += 1;
      continue;
    }
    if (state.steps > stepLimit) return "not-finished";
    if (conflicts >= conflictLimit) return "restart";
    const literal = nextDecision(state, assumptions);
    if (literal === "none") return "satisfiable";
    if (literal === "impossible") return "unsatisfiable";
    state.levelStart.push(state.trailSize);
    assign(state, literal, null);
  }
}

/** Learns from a conflict and goes back; false when nothing is left to take back. */
function recover(state: SatState, conflict: Clause): boolean {
  state.steps += 1;
  if (state.levelStart.length === 0) {
    state.consistent = false;
    return false;
  }
  const lesson = learnFrom(state, conflict);
  backtrackTo(state, lesson.backLevel);
  const [asserted = 0] = lesson.literals;
  if (lesson.literals.length === 1) {
    assign(state, asserted, null);
    return true;
  }
  const clause: Clause = { literals: lesson.literals, learned: true, glue: lesson.glue, dropped: false };
  attachClause(state, clause);
  state.learned.push(clause);
  assign(state, asserted, clause);
  return true;
}

function nextDecision(state: SatState, assumptions: readonly Literal[]): Literal | "none" | "impossible" {
  while (state.levelStart.length < assumptions.length) {
    const assumed = assumptions[state.levelStart.length]!;
    if (state.value[assumed] === -1) return "impossible";
    if (state.value[assumed] === 0) return assumed;
    // It holds already: an empty level keeps the count of assumptions and levels in step.
    state.levelStart.push(state.trailSize);
  }
  for (;;) {
    const variable = takeVariable(state.order);
    if (variable < 0) return "none";
    if (state.value[variable * 2] === 0) return variable * 2 + (state.order.phase[variable] === 1 ? 0 : 1);
  }
}

function forgetHalf(state: SatState): void {
  const ranked = state.learned.toSorted((one, other) => one.glue - other.glue);
  const keep = ranked.length >> 1;
  const kept: Clause[] = [];
  for (const [index, clause] of ranked.entries()) {
    if (index < keep || clause.glue <= KEPT_GLUE || isReason(state, clause)) kept.push(clause);
    else clause.dropped = true;
  }
  state.learned = kept;
  state.learnedLimit *= LEARNED_GROWTH;
}

function isReason(state: SatState, clause: Clause): boolean {
  return state.reason[clause.literals[0]! >> 1] === clause;
}

/** The sequence 1 1 2 1 1 2 4 ... (Luby, Sinclair and Zuckerman 1993), counted from 1. */
function lubyTerm(position: number): number {
  let index = position;
  for (;;) {
    const power = 32 - Math.clz32(index);
    if (index === 2 ** power - 1) return 2 ** (power - 1);
    index -= 2 ** (power - 1) - 1;
  }
}
