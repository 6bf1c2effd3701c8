/** Smallest flip sets by trying every set of one, two and three findings, within a budget (clinical foundation 3.6). */
import type { NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import type { FlipSearch } from "./flip-search.ts";
import { createBudget, findingsBehind, isOvertaken, tryWithout } from "./what-if.ts";

const LARGEST_SIZE = 3;

/** Tries sizes in turn and stops at the first that has a set. */
export function enumerateFlips(strengths: Strengths, leader: NodeId, listed: number): FlipSearch {
  const candidates = findingsBehind(strengths, strengths.compiled.hypotheses);
  const budget = createBudget();
  for (let size = 1; size <= Math.min(LARGEST_SIZE, candidates.length); size += 1) {
    const sets: (readonly NodeId[])[] = [];
    for (const removed of combinations(candidates, size)) {
      const outcome = tryWithout(strengths, removed, budget);
      if (outcome === undefined) return outOfBudget(sets, size);
      if (!isOvertaken(strengths, leader, outcome.values)) continue;
      if (sets.length === listed) return found(sets, true);
      sets.push(removed);
    }
    if (sets.length > 0) return found(sets, false);
  }
  if (candidates.length <= LARGEST_SIZE) return { sets: [], confidence: { type: "exact" }, limits: [] };
  return {
    sets: [],
    confidence: { type: "searched-to-size", size: LARGEST_SIZE },
    limits: ["sets-beyond-searched-size-unknown"],
  };
}

function found(sets: readonly (readonly NodeId[])[], isCut: boolean): FlipSearch {
  return { sets, confidence: { type: "exact" }, limits: isCut ? ["more-sets-not-listed"] : [] };
}

/** Sets found before the budget ran out are of the smallest size all the same: every smaller size was finished. */
function outOfBudget(sets: readonly (readonly NodeId[])[], size: number): FlipSearch {
  if (sets.length > 0)
    return { sets, confidence: { type: "exact" }, limits: ["search-budget-spent", "more-sets-not-listed"] };
  const limits = ["search-budget-spent", "sets-beyond-searched-size-unknown"] as const;
  return { sets, confidence: { type: "searched-to-size", size: size - 1 }, limits };
}

/** All sets of that size, in order of position. */
export function* combinations<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  const picks = Array.from({ length: size }, (_, index) => index);
  while (size <= items.length) {
    yield picks.flatMap((pick) => items.slice(pick, pick + 1));
    let place = size - 1;
    while (place >= 0 && picks[place] === items.length - size + place) place -= 1;
    if (place < 0) return;
    const from = (picks[place] ?? 0) + 1;
    for (let index = place; index < size; index += 1) picks[index] = from + index - place;
  }
}
