/**
 * How each argument stands: accepted by some extension, by every extension, and the badge a clinician sees
 * (clinical foundation 2.2: grounded "stands unchallenged", in some preferred set "defensible", in none
 * "defeated"). Pieces whose steps run out say so; the others keep their answer.
 */
import type { Semantics } from "./acceptance.ts";
import { findCredulous, findIdeal, findSceptical, findSemiStable } from "./find-members.ts";
import type { Found } from "./find-members.ts";
import { indexFramework, restrictTo } from "./framework.ts";
import type { Framework, IndexedFramework } from "./framework.ts";
import { labelGrounded, splitUndecided } from "./grounded.ts";
import type { Budget } from "./list-piece.ts";

export type Standing = {
  /** Member of at least one extension; null when the steps ran out first. */
  readonly credulous: boolean | null;
  /** Member of every extension (also when there is none); null when the steps ran out first. */
  readonly sceptical: boolean | null;
};

export type Badge = "stands" | "defensible" | "defeated" | "not-finished";

const DEFAULT_STEPS = 5_000_000;

/** Credulous and sceptical acceptance of every argument. */
export function judgeArguments(
  framework: Framework,
  semantics: Semantics,
  steps: number = DEFAULT_STEPS,
): readonly Standing[] {
  const indexed = indexFramework(framework);
  const budget: Budget = { stepsLeft: steps };
  const labels = labelGrounded(indexed);
  const standings: Standing[] = labels.map((label) => ({
    credulous: label === "in",
    sceptical: label === "in",
  }));
  let hasExtension: boolean | null = true;
  for (const group of splitUndecided(indexed, labels)) {
    const piece = restrictTo(indexed, group, () => false);
    const { some, every } = judgePiece(piece, semantics, budget);
    for (const [index, argument] of group.entries()) {
      standings[argument] = { credulous: isIn(some, index), sceptical: isIn(every, index) };
    }
    // A piece is never empty, and a stable extension of it accepts something: none accepted means none exists.
    if (semantics !== "stable" || hasExtension === false) continue;
    if (some.type === "not-finished") hasExtension = null;
    else if (some.members.size === 0) hasExtension = false;
  }
  if (hasExtension === true) return standings;
  if (hasExtension === null) return standings.map(() => ({ credulous: null, sceptical: null }));
  return standings.map(() => ({ credulous: false, sceptical: true }));
}

/** The badge of every argument. */
export function badgeArguments(framework: Framework, steps: number = DEFAULT_STEPS): readonly Badge[] {
  const indexed = indexFramework(framework);
  const budget: Budget = { stepsLeft: steps };
  const labels = labelGrounded(indexed);
  const badges: Badge[] = labels.map((label) => (label === "in" ? "stands" : "defeated"));
  for (const group of splitUndecided(indexed, labels)) {
    const piece = restrictTo(indexed, group, () => false);
    const some = findCredulous(piece, "admissible", budget);
    for (const [index, argument] of group.entries()) badges[argument] = badgeOf(isIn(some, index));
  }
  return badges;
}

function badgeOf(credulous: boolean | null): Badge {
  if (credulous === null) return "not-finished";
  return credulous ? "defensible" : "defeated";
}

function judgePiece(
  piece: IndexedFramework,
  semantics: Semantics,
  budget: Budget,
): { readonly some: Found; readonly every: Found } {
  const nothing: Found = { type: "finished", members: new Set() };
  if (semantics === "grounded") return { some: nothing, every: nothing };
  if (semantics === "semi-stable") return findSemiStable(piece, budget);
  if (semantics === "ideal") {
    const ideal = findIdeal(piece, budget);
    return { some: ideal, every: ideal };
  }
  const some = findCredulous(piece, semantics === "stable" ? "stable" : "admissible", budget);
  // Every complete extension contains no more than the grounded one in common, and that was cut off before.
  return { some, every: semantics === "complete" ? nothing : findSceptical(piece, semantics, budget) };
}

function isIn(found: Found, argument: number): boolean | null {
  return found.type === "not-finished" ? null : found.members.has(argument);
}
