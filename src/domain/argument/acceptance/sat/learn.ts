/** What a conflict teaches: the first unique implication point, made shorter where other literals already say it. */
import { bumpVariable } from "./state.ts";
import type { Clause, Literal, SatState, Variable } from "./state.ts";

/** A learned clause: its first literal becomes true after going back to `backLevel`. */
export type Lesson = {
  readonly literals: Literal[];
  readonly backLevel: number;
  readonly glue: number;
};

/** Reads the lesson of a conflict at a decision level above zero. */
export function learnFrom(state: SatState, conflict: Clause): Lesson {
  const touched: Variable[] = [];
  const gathered = gatherConflict(state, conflict, touched);
  const literals = gathered.filter(
    (literal, index) => index === 0 || !isImpliedByRest(state, literal >> 1, touched),
  );
  for (const variable of touched) state.marks[variable] = 0;
  state.order.increment *= ACTIVITY_GROWTH;
  return { literals, backLevel: bringSecondForward(state, literals), glue: countLevels(state, literals) };
}

const ACTIVITY_GROWTH = 1 / 0.95;

const SEEN = 1;
const IMPLIED = 2;
const NEEDED = 3;

/** Resolves backwards along the trail until one literal of the current level is left. */
function gatherConflict(state: SatState, conflict: Clause, touched: Variable[]): Literal[] {
  const { level, marks, trail } = state;
  const here = state.levelStart.length;
  const gathered: Literal[] = [0];
  let clause: Clause | null = conflict;
  let open = 0;
  let at = state.trailSize - 1;
  let pivot = -1;
  do {
    for (const literal of clause?.literals ?? []) {
      const variable = literal >> 1;
      if (literal === pivot || marks[variable] !== 0 || level[variable] === 0) continue;
      marks[variable] = SEEN;
      touched.push(variable);
      bumpVariable(state.order, variable);
      if (level[variable] === here) open += 1;
      else gathered.push(literal);
    }
    while (marks[trail[at]! >> 1] !== SEEN) at -= 1;
    pivot = trail[at]!;
    at -= 1;
    clause = state.reason[pivot >> 1]!;
    open -= 1;
  } while (open > 0);
  gathered[0] = pivot ^ 1;
  return gathered;
}

/** Whether the other literals of the lesson already force this one: then the lesson is as good without it. */
function isImpliedByRest(state: SatState, variable: Variable, touched: Variable[]): boolean {
  const { marks } = state;
  if (state.reason[variable] === null) return false;
  const path: Variable[] = [variable];
  const visited: Variable[] = [];
  while (path.length > 0) {
    const next = path.pop()!;
    for (const literal of state.reason[next]!.literals) {
      const other = literal >> 1;
      const mark = marks[other]!;
      if (mark === SEEN || mark === IMPLIED || state.level[other] === 0) continue;
      if (mark === NEEDED || state.reason[other] === null) {
        for (const gone of visited) marks[gone] = NEEDED;
        return false;
      }
      marks[other] = IMPLIED;
      touched.push(other);
      visited.push(other);
      path.push(other);
    }
  }
  return true;
}

/** The literal of the highest remaining level must be watched; returns that level. */
function bringSecondForward(state: SatState, literals: Literal[]): number {
  let highest = 0;
  for (let index = 1; index < literals.length; index += 1) {
    const literal = literals[index]!;
    const level = state.level[literal >> 1]!;
    if (level <= highest) continue;
    highest = level;
    literals[index] = literals[1]!;
    literals[1] = literal;
  }
  return highest;
}

function countLevels(state: SatState, literals: readonly Literal[]): number {
  return new Set(literals.map((literal) => state.level[literal >> 1])).size;
}
