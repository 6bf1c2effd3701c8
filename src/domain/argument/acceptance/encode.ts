/**
 * Frameworks as clauses. Argument a is accepted by variable a and defeated by variable size + a; under
 * "semi-stable" variable 2 * size + a says that it is one of the two. The clauses for admissible sets make
 * "defeated" mean exactly "attacked by an accepted argument".
 */
import type { IndexedFramework } from "./framework.ts";
import { addClause } from "./sat/propagate.ts";
import { createSatState } from "./sat/state.ts";
import type { Literal, SatState } from "./sat/state.ts";

/** What a model of the clauses is. */
export type Shape = "admissible" | "complete" | "stable" | "range";

/** The literal "this argument is accepted". */
export function accepted(argument: number): Literal {
  return argument * 2;
}

/** The literal "this argument is accepted or defeated"; only in a solver of shape "range". */
export function decided(framework: IndexedFramework, argument: number): Literal {
  return (2 * framework.size + argument) * 2;
}

function defeated(framework: IndexedFramework, argument: number): Literal {
  return (framework.size + argument) * 2;
}

function not(literal: Literal): Literal {
  return literal ^ 1;
}

/** A solver whose models are the sets of the given shape. */
export function encodeFramework(framework: IndexedFramework, shape: Shape): SatState {
  const { size } = framework;
  const state = createSatState(shape === "range" ? 3 * size : 2 * size, {
    rankOf: (variable) => {
      if (variable < size) return 1;
      return variable < 2 * size ? null : 0;
    },
    // Maximal sets need every decision to be "accepted" (see search.ts); the others search as they like.
    savePhase: shape === "complete" || shape === "stable",
  });
  for (let argument = 0; argument < size; argument += 1) {
    addAdmissible(state, framework, argument);
    if (shape === "complete") addComplete(state, framework, argument);
    if (shape === "stable") addClause(state, [accepted(argument), defeated(framework, argument)]);
    if (shape === "range") {
      const either = [accepted(argument), defeated(framework, argument)];
      addClause(state, [not(decided(framework, argument)), ...either]);
    }
  }
  return state;
}

function addAdmissible(state: SatState, framework: IndexedFramework, argument: number): void {
  const attackers = framework.attackers[argument] ?? [];
  const isOut = defeated(framework, argument);
  addClause(state, [not(isOut), ...attackers.map(accepted)]);
  addClause(state, [not(accepted(argument)), not(isOut)]);
  for (const attacker of attackers) {
    addClause(state, [not(accepted(attacker)), isOut]);
    addClause(state, [not(accepted(argument)), defeated(framework, attacker)]);
  }
  if (framework.barred[argument] === true) addClause(state, [not(accepted(argument))]);
}

function addComplete(state: SatState, framework: IndexedFramework, argument: number): void {
  if (framework.barred[argument] === true) return;
  const attackers = framework.attackers[argument] ?? [];
  addClause(state, [accepted(argument), ...attackers.map((attacker) => not(defeated(framework, attacker)))]);
}
