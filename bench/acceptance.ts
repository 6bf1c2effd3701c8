/**
 * `bench -- acceptance`: preferred extensions beside clingo-wasm in the same run, on dialogues of 500 arguments
 * (at most 50 extensions) and on hard random frameworks (200 arguments, four attacks each, one extension).
 * Both start from the same attack list; clingo's time includes writing its program, as it must.
 */
import { createRequire } from "node:module";
import type * as Clingo from "clingo-wasm";
import { solveAcceptance } from "../src/domain/argument/acceptance/acceptance.ts";
import type { Attack, Framework } from "../src/domain/argument/acceptance/framework.ts";
import { createSeededChance } from "../src/shared/chance.ts";
import type { Chance } from "../src/shared/chance.ts";
import type { FigureTask } from "../tools/figures.ts";

const DIALOGUE_SIZE = 500;
const DIALOGUE_CAP = 50;
const HARD_SIZE = 200;
const HARD_DEGREE = 4;
const SEEDS = 50;
const REPEATS = 3;

export const acceptance: FigureTask = {
  id: "acceptance",
  about: "Preferred extensions: own solver over clingo-wasm, dialogues of 500 and hard frameworks of 200.",
  run: async ({ limit, progress }) => {
    const seeds = Array.from({ length: Math.min(limit, SEEDS) }, (_unused, index) => index + 1);
    const dialogues = seeds.map((seed) => createDialogue(DIALOGUE_SIZE, createSeededChance(seed * 104_729)));
    const hard = seeds.map((seed) => createRandom(HARD_SIZE, HARD_DEGREE, createSeededChance(seed * 7919)));
    // The first calls pay for compiling on both sides; nobody waits for that twice.
    await compare(dialogues.slice(0, 5), DIALOGUE_CAP);
    await compare(hard.slice(0, 5), 1);
    progress("dialogues of 500 ...");
    const dialogue = await compare(dialogues, DIALOGUE_CAP);
    progress("hard frameworks of 200 ...");
    const knots = await compare(hard, 1);
    progress("one move later ...");
    const moved = compareMoves(dialogues, DIALOGUE_CAP);
    const movedKnots = compareMoves(hard, 1);
    return {
      seeds: seeds.length,
      repeats: REPEATS,
      dialogue500_vs_clingo: ratio(median(dialogue.own), median(dialogue.clingo)),
      dialogue500_p95_vs_clingo: ratio(share(dialogue.own, 0.95), share(dialogue.clingo, 0.95)),
      dialogue500_ms: { own: round(median(dialogue.own)), clingo: round(median(dialogue.clingo)) },
      oneMove_vs_again: moved.ratio,
      oneMove_ms: { after: moved.after, again: moved.again },
      oneMoveHard_vs_again: movedKnots.ratio,
      hard200_p50_vs_clingo: ratio(median(knots.own), median(knots.clingo)),
      hard200_p95_vs_clingo: ratio(share(knots.own, 0.95), share(knots.clingo, 0.95)),
      hard200_p50_ms: { own: round(median(knots.own)), clingo: round(median(knots.clingo)) },
      hard200_p95_ms: { own: round(share(knots.own, 0.95)), clingo: round(share(knots.clingo, 0.95)) },
      hard200_worst_ms: { own: round(Math.max(...knots.own)), clingo: round(Math.max(...knots.clingo)) },
      notFinished: dialogue.notFinished + knots.notFinished,
      sameNumberListed: dialogue.agree && knots.agree,
    };
  },
};

type Comparison = {
  readonly own: readonly number[];
  readonly clingo: readonly number[];
  readonly notFinished: number;
  readonly agree: boolean;
};

/** Per framework the median of interleaved repeats. */
async function compare(frameworks: readonly Framework[], cap: number): Promise<Comparison> {
  // Its named exports are invisible to an ES import.
  const clingoWasm: typeof Clingo = createRequire(import.meta.url)("clingo-wasm");
  const own: number[] = [];
  const clingo: number[] = [];
  let notFinished = 0;
  let agree = true;
  for (const framework of frameworks) {
    const ownTimes: number[] = [];
    const clingoTimes: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const start = performance.now();
      const answer = solveAcceptance(framework, "preferred", { cap });
      const between = performance.now();
      const listed = await listWithClingo(clingoWasm, framework, cap);
      ownTimes.push(between - start);
      clingoTimes.push(performance.now() - between);
      if (answer.type === "not-finished") notFinished += 1;
      if (answer.extensions.length !== listed) agree = false;
    }
    own.push(median(ownTimes));
    clingo.push(median(clingoTimes));
  }
  return { own, clingo, notFinished, agree };
}

/** Subset-maximal admissible sets: clingo's domain heuristic with its own enumeration of maxima. */
async function listWithClingo(clingoWasm: typeof Clingo, framework: Framework, cap: number): Promise<number> {
  const facts = framework.attacks.map(([attacker, target]) => `att(${attacker},${target}).`).join("");
  const program = `arg(0..${framework.size - 1}). ${facts}
    { acc(A) : arg(A) }.
    :- acc(A), acc(B), att(A,B).
    fallen(B) :- acc(A), att(A,B).
    :- acc(B), att(A,B), not fallen(A).
    #heuristic acc(A) : arg(A). [1,true]
    #show acc/1.`;
  const result = await clingoWasm.run(program, cap, ["--heuristic=Domain", "--enum-mode=domRec"]);
  if (result.Result === "ERROR") throw new Error(result.Error);
  const witnesses = result.Call[0]?.Witnesses ?? [];
  return witnesses.map((witness) => witness.Value.map((atom) => Number(atom.slice(4, -1)))).length;
}

/** The same framework with one attack added or taken away: with the memory of the answer before, and without. */
function compareMoves(
  frameworks: readonly Framework[],
  cap: number,
): { readonly ratio: number; readonly after: number; readonly again: number } {
  const afters: number[] = [];
  const agains: number[] = [];
  for (const [index, framework] of frameworks.entries()) {
    const chance = createSeededChance(index + 1);
    const { memory } = solveAcceptance(framework, "preferred", { cap });
    const moves = Array.from({ length: 6 }, (_unused, move) => moveOnce(framework, chance, move % 2 === 0));
    for (const next of moves) {
      const times = Array.from({ length: REPEATS }, () => {
        const start = performance.now();
        solveAcceptance(next, "preferred", { cap, memory });
        const between = performance.now();
        solveAcceptance(next, "preferred", { cap });
        return { after: between - start, again: performance.now() - between };
      });
      afters.push(median(times.map((time) => time.after)));
      agains.push(median(times.map((time) => time.again)));
    }
  }
  const [after, again] = [mean(afters), mean(agains)];
  return { ratio: ratio(after, again), after: round(after), again: round(again) };
}

function moveOnce(framework: Framework, chance: Chance, isAdding: boolean): Framework {
  const { size, attacks } = framework;
  if (isAdding) return { size, attacks: [...attacks, [pick(size, chance), pick(size, chance)]] };
  const gone = pick(attacks.length, chance);
  return { size, attacks: attacks.filter((_unused, index) => index !== gone) };
}

/** Every new argument attacks one or two earlier, mostly recent ones; one attack in four is answered in kind. */
function createDialogue(size: number, chance: Chance): Framework {
  const attacks: Attack[] = [];
  for (let argument = 1; argument < size; argument += 1) {
    const targets = chance.next() < 0.7 ? 1 : 2;
    for (let count = 0; count < targets; count += 1) {
      const recent = Math.max(0, argument - 1 - pick(8, chance));
      const target = chance.next() < 0.7 ? recent : pick(argument, chance);
      attacks.push([argument, target]);
      if (chance.next() < 0.25) attacks.push([target, argument]);
    }
  }
  return { size, attacks };
}

/** Every ordered pair attacks with the same chance, so that an argument has `degree` attackers on average. */
function createRandom(size: number, degree: number, chance: Chance): Framework {
  const attacks: Attack[] = [];
  for (let attacker = 0; attacker < size; attacker += 1) {
    for (let target = 0; target < size; target += 1) {
      if (attacker !== target && chance.next() < degree / size) attacks.push([attacker, target]);
    }
  }
  return { size, attacks };
}

function pick(size: number, chance: Chance): number {
  return Math.floor(chance.next() * size);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return share(values, 0.5);
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function ratio(one: number, other: number): number {
  return round(one / other);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
