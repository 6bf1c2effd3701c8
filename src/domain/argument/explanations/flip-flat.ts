/** Smallest flip sets on a flat log-odds graph: greedy is optimal because margins simply add (clinical foundation 3.6). */
import type { NodeId } from "../graph.ts";
import type { FlatHypothesis } from "./flat-margins.ts";
import type { FlipSearch } from "./flip-search.ts";

/** A sum of margins must exceed the gap by more than its own rounding. */
const AHEAD = 1e-9;

type Margin = { readonly id: NodeId; readonly points: number };
type Race = { readonly gap: number; readonly margins: readonly Margin[]; readonly size: number };

/** Sets of the smallest size over all rivals, the greedy one of the closest rival first, then others by exchange. */
export function flatFlips(hypotheses: readonly FlatHypothesis[], leader: NodeId, listed: number): FlipSearch {
  const own = hypotheses.find((hypothesis) => hypothesis.id === leader);
  const rivals = hypotheses.filter((hypothesis) => hypothesis.id !== leader);
  const races =
    own === undefined ? [] : rivals.map((rival) => toRace(own, rival)).filter((race) => race !== undefined);
  const size = Math.min(...races.map((race) => race.size));
  const sets = new Map<string, readonly NodeId[]>();
  let isCut = false;
  for (const race of races.filter((candidate) => candidate.size === size)) {
    isCut = listSets(race, listed, sets) || isCut;
  }
  return {
    sets: [...sets.values()],
    confidence: { type: "exact" },
    limits: isCut ? ["more-sets-not-listed"] : [],
  };
}

function toRace(own: FlatHypothesis, rival: FlatHypothesis): Race | undefined {
  const gap = own.logOdds - rival.logOdds;
  const ids = new Set([...own.byFinding.keys(), ...rival.byFinding.keys()]);
  const margins = [...ids]
    .map((id) => ({ id, points: (own.byFinding.get(id) ?? 0) - (rival.byFinding.get(id) ?? 0) }))
    .filter((margin) => margin.points > 0)
    .toSorted(byMargin);
  let sum = 0;
  for (const [index, margin] of margins.entries()) {
    sum += margin.points;
    if (sum > gap + AHEAD) return { gap, margins, size: index + 1 };
  }
  return undefined;
}

/** Largest margin first; equal ones by id, so that neither rounding nor the order of the graph picks the set shown. */
function byMargin(a: Margin, b: Margin): number {
  const difference = b.points - a.points;
  if (Math.abs(difference) > AHEAD) return difference;
  return a.id < b.id ? -1 : 1;
}

type Choice = { readonly next: number; readonly sum: number; readonly chosen: readonly NodeId[] };

/** Depth first over sorted margins; a branch is entered only when its best completion succeeds, so none is wasted. */
function listSets(race: Race, listed: number, sets: Map<string, readonly NodeId[]>): boolean {
  const open: Choice[] = [{ next: 0, sum: 0, chosen: [] }];
  for (let choice = open.pop(); choice !== undefined; choice = open.pop()) {
    if (choice.chosen.length === race.size) {
      const key = JSON.stringify(choice.chosen.toSorted());
      if (!sets.has(key) && sets.size >= listed) return true;
      if (!sets.has(key)) sets.set(key, choice.chosen);
      continue;
    }
    const margin = race.margins[choice.next];
    if (margin === undefined) continue;
    const without = { ...choice, next: choice.next + 1 };
    if (canSucceed(race, without)) open.push(without);
    open.push({
      next: choice.next + 1,
      sum: choice.sum + margin.points,
      chosen: [...choice.chosen, margin.id],
    });
  }
  return false;
}

function canSucceed(race: Race, choice: Choice): boolean {
  const missing = race.size - choice.chosen.length;
  const best = race.margins.slice(choice.next, choice.next + missing);
  if (best.length < missing) return false;
  return best.reduce((sum, margin) => sum + margin.points, choice.sum) > race.gap + AHEAD;
}
