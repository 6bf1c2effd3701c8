/** Assigning literals, following unit clauses to the end, and taking assignments back. */
import { offerVariable } from "./state.ts";
import type { Clause, Literal, SatState } from "./state.ts";

/** Makes an open literal true at the current decision level. */
export function assign(state: SatState, literal: Literal, reason: Clause | null): void {
  const variable = literal >> 1;
  state.value[literal] = 1;
  state.value[literal ^ 1] = -1;
  state.level[variable] = state.levelStart.length;
  state.reason[variable] = reason;
  state.trail[state.trailSize] = literal;
  state.trailSize += 1;
}

/** Follows every assignment made so far; returns the clause that cannot hold, if one came up. */
export function propagate(state: SatState): Clause | null {
  while (state.propagated < state.trailSize) {
    const falsified = state.trail[state.propagated]! ^ 1;
    state.propagated += 1;
    state.steps += 1;
    const conflict = visitWatchers(state, falsified);
    if (conflict !== null) {
      state.propagated = state.trailSize;
      return conflict;
    }
  }
  return null;
}

function visitWatchers(state: SatState, falsified: Literal): Clause | null {
  const { value } = state;
  const list = state.watchers[falsified]!;
  let kept = 0;
  for (let index = 0; index < list.length; index += 1) {
    const clause = list[index]!;
    if (clause.dropped) continue;
    const { literals } = clause;
    if (literals[0] === falsified) {
      literals[0] = literals[1]!;
      literals[1] = falsified;
    }
    const first = literals[0]!;
    if (value[first] !== 1 && moveWatch(state, clause)) continue;
    list[kept] = clause;
    kept += 1;
    if (value[first] === 1) continue;
    if (value[first] === -1) {
      for (index += 1; index < list.length; index += 1) {
        list[kept] = list[index]!;
        kept += 1;
      }
      list.length = kept;
      return clause;
    }
    assign(state, first, clause);
  }
  list.length = kept;
  return null;
}

/** Looks for another literal to watch instead of the falsified second one. */
function moveWatch(state: SatState, clause: Clause): boolean {
  const { literals } = clause;
  const { value } = state;
  for (let at = 2; at < literals.length; at += 1) {
    const candidate = literals[at]!;
    if (value[candidate] === -1) continue;
    literals[at] = literals[1]!;
    literals[1] = candidate;
    state.watchers[candidate]!.push(clause);
    return true;
  }
  return false;
}

/** Takes back every assignment above a decision level. */
export function backtrackTo(state: SatState, level: number): void {
  if (state.levelStart.length <= level) return;
  const start = state.levelStart[level]!;
  const { order, trail, value } = state;
  for (let at = state.trailSize - 1; at >= start; at -= 1) {
    const literal = trail[at]!;
    const variable = literal >> 1;
    value[literal] = 0;
    value[literal ^ 1] = 0;
    state.reason[variable] = null;
    if (order.savePhase) order.phase[variable] = (literal & 1) ^ 1;
    offerVariable(order, variable);
  }
  state.trailSize = start;
  state.propagated = start;
  state.levelStart.length = level;
}

/** Adds a clause for good; may be called between two solves. Repeated and settled literals are left out. */
export function addClause(state: SatState, literals: readonly Literal[]): void {
  if (!state.consistent) return;
  backtrackTo(state, 0);
  const open: Literal[] = [];
  for (const literal of literals) {
    if (state.value[literal] === 1 || open.includes(literal ^ 1)) return;
    if (state.value[literal] === 0 && !open.includes(literal)) open.push(literal);
  }
  if (open.length > 1) {
    attachClause(state, { literals: open, learned: false, glue: 0, dropped: false });
    return;
  }
  const [only] = open;
  if (only !== undefined) assign(state, only, null);
  if (only === undefined || propagate(state) !== null) state.consistent = false;
}

/** Starts watching a clause of two literals or more. */
export function attachClause(state: SatState, clause: Clause): void {
  state.watchers[clause.literals[0]!]!.push(clause);
  state.watchers[clause.literals[1]!]!.push(clause);
}
