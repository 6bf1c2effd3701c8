/**
 * The extensions of a framework under six semantics (clinical foundation 2.2), within a budget of steps and a
 * cap on what is listed. An answer says how far it got; what it remembers makes the answer after the next move
 * cheaper.
 */
import { findIdeal } from "./find-members.ts";
import { indexFramework, restrictTo } from "./framework.ts";
import type { Framework, IndexedFramework } from "./framework.ts";
import { labelGrounded, splitUndecided } from "./grounded.ts";
import { listExtensions } from "./list-extensions.ts";
import type { ListingMemory } from "./list-extensions.ts";
import type { Budget, ChoiceSemantics, ListingEnd } from "./list-piece.ts";

/** Dung's semantics, from the most cautious to the most daring. */
export type Semantics = "grounded" | "ideal" | ChoiceSemantics;

export type AcceptanceOptions = {
  /** At most this many extensions are listed. */
  readonly cap?: number;
  /** Literals propagated plus conflicts met, over all solvers of this answer. */
  readonly steps?: number;
  /** The memory of an earlier answer; any will do, a near one saves the most. */
  readonly memory?: ListingMemory;
};

export type AcceptanceAnswer = {
  /** All listed; more than the cap; or the steps ran out, and these were found so far. */
  readonly type: "finished" | "capped" | "not-finished";
  /** Ascending arguments of each extension. */
  readonly extensions: readonly (readonly number[])[];
  readonly count: number;
  /** False: there are at least `count`. */
  readonly isCountExact: boolean;
  readonly stepsUsed: number;
  readonly memory: ListingMemory;
};

const DEFAULT_CAP = 50;
/** Some seconds on a slow laptop. */
const DEFAULT_STEPS = 5_000_000;

/** Solves a framework under one semantics. */
export function solveAcceptance(
  framework: Framework,
  semantics: Semantics,
  options: AcceptanceOptions = {},
): AcceptanceAnswer {
  const steps = options.steps ?? DEFAULT_STEPS;
  const budget: Budget = { stepsLeft: steps };
  const indexed = indexFramework(framework);
  if (semantics === "grounded" || semantics === "ideal") {
    const members = semantics === "ideal" ? idealMembers(indexed, budget) : groundedMembers(indexed);
    return {
      type: members === null ? "not-finished" : "finished",
      extensions: members === null ? [] : [members],
      count: members === null ? 0 : 1,
      isCountExact: members !== null,
      stepsUsed: steps - budget.stepsLeft,
      memory: options.memory ?? new Map(),
    };
  }
  const found = new Map();
  const task = { semantics, budget, earlier: options.memory ?? new Map(), found };
  const listing = listExtensions(task, indexed, options.cap ?? DEFAULT_CAP);
  return {
    type: typeOf(listing.end, listing.count > listing.extensions.length),
    extensions: listing.extensions.map((extension) => sortMembers(extension, indexed.size)),
    count: listing.count,
    isCountExact: listing.end === "all",
    stepsUsed: steps - budget.stepsLeft,
    memory: found,
  };
}

function typeOf(end: ListingEnd, hasMore: boolean): AcceptanceAnswer["type"] {
  if (end === "not-finished") return "not-finished";
  return end === "enough" || hasMore ? "capped" : "finished";
}

function groundedMembers(framework: IndexedFramework): readonly number[] {
  const members: number[] = [];
  for (const [argument, label] of labelGrounded(framework).entries()) {
    if (label === "in") members.push(argument);
  }
  return members;
}

function idealMembers(framework: IndexedFramework, budget: Budget): readonly number[] | null {
  const members = [...groundedMembers(framework)];
  for (const group of splitUndecided(framework, labelGrounded(framework))) {
    const found = findIdeal(
      restrictTo(framework, group, () => false),
      budget,
    );
    if (found.type === "not-finished") return null;
    for (const argument of found.members) members.push(group[argument] ?? 0);
  }
  return sortMembers(members, framework.size);
}

function sortMembers(members: readonly number[], size: number): readonly number[] {
  const marks = new Uint8Array(size);
  for (const argument of members) marks[argument] = 1;
  const sorted: number[] = [];
  for (let argument = 0; argument < size; argument += 1) if (marks[argument] === 1) sorted.push(argument);
  return sorted;
}
