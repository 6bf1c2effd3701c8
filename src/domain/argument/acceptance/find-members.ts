/**
 * Questions about single arguments of one piece: which some admissible set accepts, which every extension
 * accepts, and the ideal extension, the largest admissible set that no admissible set attacks.
 */
import { accepted, encodeFramework } from "./encode.ts";
import type { IndexedFramework } from "./framework.ts";
import { listPiece, readAccepted, solveWithin } from "./list-piece.ts";
import type { Budget } from "./list-piece.ts";
import { addClause } from "./sat/propagate.ts";

/** A set of arguments, or that the steps ran out before it was known. */
export type Found =
  | { readonly type: "finished"; readonly members: ReadonlySet<number> }
  | { readonly type: "not-finished" };

/** Accepted by at least one admissible set: each model must cover something new. */
export function findCredulous(
  framework: IndexedFramework,
  shape: "admissible" | "stable",
  budget: Budget,
): Found {
  const state = encodeFramework(framework, shape);
  const covered = new Set<number>();
  for (;;) {
    const verdict = solveWithin(state, [], budget);
    if (verdict === "not-finished") return { type: "not-finished" };
    if (verdict === "unsatisfiable") return { type: "finished", members: covered };
    for (const argument of readAccepted(framework, state)) covered.add(argument);
    addClause(state, uncovered(framework, covered).map(accepted));
  }
}

/** Accepted by every extension: each model must leave out something that all so far have accepted. */
export function findSceptical(
  framework: IndexedFramework,
  semantics: "preferred" | "stable",
  budget: Budget,
): Found {
  const state = encodeFramework(framework, semantics === "stable" ? "stable" : "admissible");
  let common: ReadonlySet<number> | null = null;
  while (common === null || common.size > 0) {
    const verdict = solveWithin(state, [], budget);
    if (verdict === "not-finished") return { type: "not-finished" };
    if (verdict === "unsatisfiable") break;
    const found: ReadonlySet<number> = new Set(readAccepted(framework, state));
    common = common === null ? found : intersect(common, found);
    const without = Array.from(common, (argument) => accepted(argument) ^ 1);
    addClause(state, semantics === "stable" ? without : uncovered(framework, found).map(accepted));
  }
  return { type: "finished", members: common ?? new Set() };
}

/** Accepted by some, and by every, semi-stable extension; these have no shorter way than listing. */
export function findSemiStable(
  framework: IndexedFramework,
  budget: Budget,
): { readonly some: Found; readonly every: Found } {
  const listing = listPiece(framework, "semi-stable", Number.POSITIVE_INFINITY, budget);
  if (listing.end !== "all") return { some: { type: "not-finished" }, every: { type: "not-finished" } };
  const [first = [], ...rest] = listing.extensions;
  const some = new Set(listing.extensions.flat());
  const every = new Set(first.filter((argument) => rest.every((extension) => extension.includes(argument))));
  return { some: { type: "finished", members: some }, every: { type: "finished", members: every } };
}

/** The ideal extension. */
export function findIdeal(framework: IndexedFramework, budget: Budget): Found {
  const credulous = findCredulous(framework, "admissible", budget);
  if (credulous.type === "not-finished") return credulous;
  const attackersOf = (argument: number): readonly number[] => framework.attackers[argument] ?? [];
  const kept = new Set<number>();
  for (const argument of credulous.members) {
    if (!attackersOf(argument).some((attacker) => credulous.members.has(attacker))) kept.add(argument);
  }
  // What is left free of conflict loses whoever it cannot defend, until it defends all of its own.
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const argument of kept) {
      const isDefended = attackersOf(argument).every((attacker) =>
        attackersOf(attacker).some((defender) => kept.has(defender)),
      );
      if (!isDefended) kept.delete(argument);
    }
  }
  return { type: "finished", members: kept };
}

function intersect(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(Array.from(one).filter((argument) => other.has(argument)));
}

function uncovered(framework: IndexedFramework, covered: ReadonlySet<number>): readonly number[] {
  const rest: number[] = [];
  for (let argument = 0; argument < framework.size; argument += 1) {
    if (!covered.has(argument)) rest.push(argument);
  }
  return rest;
}
