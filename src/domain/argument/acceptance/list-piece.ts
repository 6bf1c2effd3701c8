/**
 * Every extension of one piece of a framework, found by the clause-learning solver: a model is an extension,
 * a clause then rules it out, until none is left, enough are found, or the steps run out.
 */
import { accepted, decided, encodeFramework } from "./encode.ts";
import type { IndexedFramework } from "./framework.ts";
import { addClause } from "./sat/propagate.ts";
import { isTrue, solve } from "./sat/search.ts";
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
  const shapes = { complete: "complete", preferred: "admissible", stable: "stable" } as const;
  const state = encodeFramework(framework, shapes[semantics]);
  return listModels(framework, state, [], wanted, budget, (found) => {
    const more = outside(framework, found).map(accepted);
    return semantics === "preferred" ? more : [...more, ...found.map((argument) => accepted(argument) ^ 1)];
  });
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
export function solveWithin(state: SatState, assumptions: readonly number[], budget: Budget): Verdict {
  const before = state.steps;
  const verdict = solve(state, assumptions, before + budget.stepsLeft);
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
