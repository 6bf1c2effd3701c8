/**
 * Every extension of one piece of a framework, found by the clause-learning solver: a model is an extension and
 * is then ruled out, until none is left, enough are found, or the steps run out.
 */
import { accepted, decided, encodeFramework } from "./encode.ts";
import type { IndexedFramework } from "./framework.ts";
import { addClause } from "./sat/propagate.ts";
import { isTrue, readDecisions, solve } from "./sat/search.ts";
import type { Verdict } from "./sat/search.ts";
import type { SatState } from "./sat/state.ts";

/** The semantics that have extensions to choose between. */
export type ChoiceSemantics = "complete" | "preferred" | "stable" | "semi-stable";

/** How far a listing went: all of them, as many as were asked for, or until the steps ran out. */
export type ListingEnd = "all" | "enough" | "not-finished";

export type Listing = {
  /** At most as many as were asked for. */
  readonly extensions: readonly (readonly number[])[];
  /** How many there are when the end is "all", at least how many otherwise. */
  readonly count: number;
  readonly end: ListingEnd;
};

/** Steps left to spend; every solver draws from the same one. */
export type Budget = { stepsLeft: number };

/** Lists at most `wanted` extensions of a framework. */
export function listPiece(
  framework: IndexedFramework,
  semantics: ChoiceSemantics,
  wanted: number,
  budget: Budget,
): Listing {
  if (semantics === "semi-stable") return listSemiStable(framework, wanted, budget);
  if (semantics !== "preferred") return listBySplitting(framework, semantics, wanted, budget);
  const state = encodeFramework(framework, "admissible");
  return listModels(framework, state, [], wanted, budget, (found) => outside(framework, found).map(accepted));
}

/**
 * Where nothing has to be maximal, models need no clause each: after a model its last decision is turned round,
 * then the one before, and so on, so that every part of the space is looked at once.
 */
function listBySplitting(
  framework: IndexedFramework,
  shape: "complete" | "stable",
  wanted: number,
  budget: Budget,
): Listing {
  const state = encodeFramework(framework, shape);
  const extensions: (readonly number[])[] = [];
  const path: number[] = [];
  const isTurned: boolean[] = [];
  for (let kept = 0; ; kept = path.length - 1) {
    const verdict = solveWithin(state, path, budget, kept);
    if (verdict === "not-finished") return listingOf(extensions, "not-finished");
    if (verdict === "satisfiable") {
      extensions.push(readAccepted(framework, state));
      if (extensions.length >= wanted) return listingOf(extensions, "enough");
      for (const decision of readDecisions(state, path)) isTurned[path.push(decision) - 1] = false;
    }
    while (isTurned.at(-1) === true) {
      isTurned.pop();
      path.pop();
    }
    const last = path.pop();
    if (last === undefined) return listingOf(extensions, "all");
    path.push(last ^ 1);
    isTurned[path.length - 1] = true;
  }
}

/** Stable extensions where there are any; otherwise the admissible sets that decide the most arguments. */
function listSemiStable(framework: IndexedFramework, wanted: number, budget: Budget): Listing {
  const stable = listPiece(framework, "stable", wanted, budget);
  if (stable.extensions.length > 0 || stable.end === "not-finished") return stable;
  const state = encodeFramework(framework, "range");
  const extensions: (readonly number[])[] = [];
  while (extensions.length < wanted) {
    const verdict = solveWithin(state, [], budget);
    if (verdict !== "satisfiable") return listingOf(extensions, endOf(verdict));
    const range = allArguments(framework).filter((argument) => isTrue(state, decided(framework, argument)));
    const assumptions = range.map((argument) => decided(framework, argument));
    const alike = listModels(framework, state, assumptions, wanted - extensions.length, budget, (found) =>
      found.map((argument) => accepted(argument) ^ 1),
    );
    extensions.push(...alike.extensions);
    if (alike.end !== "all") return listingOf(extensions, alike.end);
    addClause(
      state,
      outside(framework, range).map((argument) => decided(framework, argument)),
    );
  }
  return listingOf(extensions, "enough");
}

function listModels(
  framework: IndexedFramework,
  state: SatState,
  assumptions: readonly number[],
  wanted: number,
  budget: Budget,
  ruleOut: (found: readonly number[]) => readonly number[],
): Listing {
  const extensions: (readonly number[])[] = [];
  while (extensions.length < wanted) {
    const verdict = solveWithin(state, assumptions, budget);
    if (verdict !== "satisfiable") return listingOf(extensions, endOf(verdict));
    const found = readAccepted(framework, state);
    extensions.push(found);
    addClause(state, ruleOut(found));
  }
  return listingOf(extensions, "enough");
}

/** Solves and pays for the steps. */
export function solveWithin(
  state: SatState,
  assumptions: readonly number[],
  budget: Budget,
  kept = 0,
): Verdict {
  const before = state.steps;
  const verdict = solve(state, assumptions, before + budget.stepsLeft, kept);
  budget.stepsLeft = Math.max(0, budget.stepsLeft - (state.steps - before));
  return verdict;
}

/** The accepted arguments of the model just found. */
export function readAccepted(framework: IndexedFramework, state: SatState): readonly number[] {
  return allArguments(framework).filter((argument) => isTrue(state, accepted(argument)));
}

function allArguments(framework: IndexedFramework): readonly number[] {
  return Array.from({ length: framework.size }, (_unused, index) => index);
}

function outside(framework: IndexedFramework, members: readonly number[]): readonly number[] {
  const inside = new Set(members);
  return allArguments(framework).filter((argument) => !inside.has(argument));
}

function listingOf(extensions: readonly (readonly number[])[], end: ListingEnd): Listing {
  return { extensions, count: extensions.length, end };
}

function endOf(verdict: Verdict): ListingEnd {
  return verdict === "unsatisfiable" ? "all" : "not-finished";
}
