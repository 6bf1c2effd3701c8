import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addClause } from "./propagate.ts";
import { isTrue, solve } from "./search.ts";
import { createSatState } from "./state.ts";
import type { Literal, SatState } from "./state.ts";

const VARIABLES = 9;
const NO_LIMIT = 1e12;

function solverOf(variables: number, clauses: readonly (readonly Literal[])[], savePhase = true): SatState {
  const state = createSatState(variables, { rankOf: () => 0, savePhase });
  for (const clause of clauses) addClause(state, clause);
  return state;
}

function holdsUnder(assignment: number, literal: Literal): boolean {
  return ((assignment >> (literal >> 1)) & 1) === (literal & 1 ? 0 : 1);
}

/** All assignments that satisfy every clause, as bit masks. */
function modelsOf(clauses: readonly (readonly Literal[])[]): readonly number[] {
  return Array.from({ length: 2 ** VARIABLES }, (_unused, assignment) => assignment).filter((assignment) =>
    clauses.every((clause) => clause.some((literal) => holdsUnder(assignment, literal))),
  );
}

const anyLiteral = fc.nat({ max: 2 * VARIABLES - 1 });
const anyClauses = fc.array(fc.array(anyLiteral, { minLength: 1, maxLength: 4 }), { maxLength: 45 });
const anyAssumptions = fc.array(fc.uniqueArray(anyLiteral, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

test("verdicts under changing assumptions equal trying every assignment, and models satisfy the clauses", () => {
  fc.assert(
    fc.property(anyClauses, anyAssumptions, (clauses, rounds) => {
      const state = solverOf(VARIABLES, clauses);
      const models = modelsOf(clauses);
      for (const assumptions of rounds) {
        const fitting = models.filter((model) => assumptions.every((literal) => holdsUnder(model, literal)));
        const verdict = solve(state, assumptions, NO_LIMIT);
        expect(verdict).toBe(fitting.length > 0 ? "satisfiable" : "unsatisfiable");
        if (verdict === "unsatisfiable") continue;
        const found = Array.from({ length: VARIABLES }, (_unused, variable) =>
          Number(isTrue(state, 2 * variable)),
        );
        expect(fitting).toContain(found.reduce((mask, bit, variable) => mask | (bit << variable), 0));
      }
    }),
    { seed: 3, numRuns: 2000 },
  );
}, 60_000);

test("with every decision true the first model has no model above it", () => {
  fc.assert(
    fc.property(anyClauses, (clauses) => {
      const state = solverOf(VARIABLES, clauses, false);
      const models = modelsOf(clauses);
      if (solve(state, [], NO_LIMIT) !== "satisfiable") return;
      const bits = Array.from({ length: VARIABLES }, (_unused, variable) =>
        Number(isTrue(state, 2 * variable)),
      );
      const found = bits.reduce((mask, bit, variable) => mask | (bit << variable), 0);
      expect(models.filter((model) => model !== found && (found & ~model) === 0)).toEqual([]);
    }),
    { seed: 6, numRuns: 1000 },
  );
}, 60_000);

/** One more guest than rooms, no sharing: true of no assignment, and known to take many conflicts. */
function guestsInRooms(rooms: number): readonly (readonly Literal[])[] {
  const isIn = (guest: number, room: number): Literal => 2 * (guest * rooms + room);
  const clauses: Literal[][] = [];
  for (let guest = 0; guest <= rooms; guest += 1) {
    clauses.push(Array.from({ length: rooms }, (_unused, room) => isIn(guest, room)));
    for (let other = 0; other < guest; other += 1) {
      for (let room = 0; room < rooms; room += 1)
        clauses.push([isIn(guest, room) ^ 1, isIn(other, room) ^ 1]);
    }
  }
  return clauses;
}

test("a contradiction that takes thousands of conflicts is proved with most lessons forgotten again", () => {
  const state = solverOf(56, guestsInRooms(7));
  expect(solve(state, [], NO_LIMIT)).toBe("unsatisfiable");
  expect(state.learnedLimit).toBeGreaterThan(2000);
  expect(solve(state, [], NO_LIMIT)).toBe("unsatisfiable");
}, 60_000);

test("out of steps is said, and the same solver can go on", () => {
  const state = solverOf(42, guestsInRooms(6));
  expect(solve(state, [], 50)).toBe("not-finished");
  expect(state.steps).toBeLessThan(500);
  expect(solve(state, [], NO_LIMIT)).toBe("unsatisfiable");
});
