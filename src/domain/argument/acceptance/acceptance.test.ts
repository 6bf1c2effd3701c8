import * as fc from "fast-check";
import { expect, test } from "vitest";
import { solveAcceptance } from "./acceptance.ts";
import type { Semantics } from "./acceptance.ts";
import type { Attack, Framework } from "./framework.ts";
import { badgeArguments, judgeArguments } from "./standing.ts";

const SEMANTICS = ["grounded", "complete", "preferred", "stable", "semi-stable", "ideal"] as const;

/** Clinical foundation 2.2, with letters for arguments: `framework("ab", "a>b")`. */
function framework(names: string, attacks: string): Framework {
  const pairs = attacks.split(" ").map((text): Attack => [names.indexOf(text[0]!), names.indexOf(text[2]!)]);
  return { size: names.length, attacks: pairs };
}

function namesOf(names: string, extensions: readonly (readonly number[])[]): readonly string[] {
  return extensions.map((extension) => extension.map((argument) => names[argument]).join("")).toSorted();
}

const VECTORS = [
  ["AF1", "ABCDE", "A>B B>A A>C C>A B>C C>B D>A E>A", ["DE"], ["BDE", "CDE"], ["BDE", "CDE"]],
  ["AF2", "abc", "a>b b>c", ["ac"], ["ac"], ["ac"]],
  ["AF3", "abc", "a>b b>c c>a", [""], [""], []],
  ["AF4", "abcd", "a>b b>a a>c b>c c>d", [""], ["ad", "bd"], ["ad", "bd"]],
  ["AF5", "SMWxyz", "S>M M>S S>W W>S M>W W>M x>M x>W y>S z>y", ["Sxz"], ["Sxz"], ["Sxz"]],
  ["AF6", "SMWxy", "S>M M>S S>W W>S M>W W>M x>M x>W y>S", ["xy"], ["xy"], ["xy"]],
] as const;

test.each(VECTORS)("%s of clinical foundation 2.2", (_id, names, attacks, grounded, preferred, stable) => {
  const given = framework(names, attacks);
  const solve = (semantics: Semantics): readonly string[] =>
    namesOf(names, solveAcceptance(given, semantics).extensions);
  expect(solve("grounded")).toEqual(grounded);
  expect(solve("preferred")).toEqual(preferred);
  expect(solve("stable")).toEqual(stable);
});

test("badges: two treatments that exclude each other are defensible, what both exclude is defeated", () => {
  expect(badgeArguments(framework("abcde", "a>b b>a a>c b>c c>d"))).toEqual([
    "defensible",
    "defensible",
    "defeated",
    "defensible",
    "stands",
  ]);
});

test("a self-attack, a repeated attack and no argument at all are ordinary", () => {
  expect(solveAcceptance({ size: 0, attacks: [] }, "preferred").extensions).toEqual([[]]);
  expect(
    solveAcceptance(
      {
        size: 2,
        attacks: [
          [0, 0],
          [0, 1],
          [0, 1],
        ],
      },
      "preferred",
    ).extensions,
  ).toEqual([[]]);
  expect(solveAcceptance({ size: 1, attacks: [[0, 0]] }, "stable").count).toBe(0);
});

function pairsOfRivals(pairs: number): Framework {
  const attacks = Array.from({ length: pairs }, (_unused, index): Attack[] => [
    [2 * index, 2 * index + 1],
    [2 * index + 1, 2 * index],
  ]).flat();
  return { size: 2 * pairs, attacks };
}

test("more extensions than the cap: that many are listed, and all are counted", () => {
  const answer = solveAcceptance(pairsOfRivals(30), "preferred", { cap: 20 });
  expect(answer.type).toBe("capped");
  expect(new Set(answer.extensions.map((extension) => extension.join())).size).toBe(20);
  expect(answer).toMatchObject({ count: 2 ** 30, isCountExact: true });
});

function ring(size: number): Framework {
  const attacks = Array.from({ length: size }, (_unused, index): Attack => [index, (index + 1) % size]);
  return { size, attacks: [...attacks, ...attacks.map(([from, to]): Attack => [to, from])] };
}

test("when the steps run out the answer says so and keeps what it found", () => {
  const whole = solveAcceptance(ring(40), "preferred", { cap: 1000 });
  const part = solveAcceptance(ring(40), "preferred", { cap: 1000, steps: 400 });
  expect(part.type).toBe("not-finished");
  expect(part.isCountExact).toBe(false);
  expect(part.extensions.length).toBeGreaterThan(0);
  const known = new Set(whole.extensions.map((extension) => extension.join()));
  for (const extension of part.extensions) expect(known).toContain(extension.join());
  for (const semantics of ["ideal", "stable", "semi-stable", "complete"] as const) {
    expect(solveAcceptance(ring(40), semantics, { steps: 0 }).type).toBe("not-finished");
  }
  expect(judgeArguments(ring(40), "stable", 0)[0]).toEqual({ credulous: null, sceptical: null });
  expect(badgeArguments(ring(40), 0)[0]).toBe("not-finished");
});

test("a chain of 5,000 rivals and a path of 5,000 arguments end", () => {
  const path = Array.from({ length: 4999 }, (_unused, index): Attack => [index, index + 1]);
  const chain = [...path, ...path.filter(([from]) => from % 2 === 0).map(([from, to]): Attack => [to, from])];
  const start: Attack[] = [[4999, 0]];
  expect(solveAcceptance({ size: 5000, attacks: path }, "preferred").extensions[0]?.length).toBe(2500);
  expect(solveAcceptance({ size: 5000, attacks: chain }, "preferred", { cap: 5 }).extensions.length).toBe(5);
  expect(solveAcceptance({ size: 5000, attacks: [...path, ...start] }, "preferred").count).toBe(2);
}, 60_000);

type Answers = Readonly<Record<Semantics, readonly string[]>>;

function isWithin(one: number, other: number): boolean {
  return (one & ~other) === 0;
}

function maximal(sets: readonly number[], measure: (set: number) => number): readonly number[] {
  return sets.filter(
    (set) => !sets.some((other) => measure(other) !== measure(set) && isWithin(measure(set), measure(other))),
  );
}

/** Every subset as a bit mask, straight from the definitions. */
function bruteForce({ size, attacks }: Framework): Answers {
  const hits = Array.from({ length: size }, () => 0);
  const hitBy = Array.from({ length: size }, () => 0);
  for (const [from, to] of attacks) {
    hits[from]! |= 1 << to;
    hitBy[to]! |= 1 << from;
  }
  const members = (set: number): readonly number[] =>
    Array.from({ length: size }, (_unused, index) => index).filter((index) => ((set >> index) & 1) === 1);
  const full = (1 << size) - 1;
  // A set attacks what the set without its lowest member attacks, and what that member does.
  const reach = new Int32Array(full + 1);
  for (let set = 1; set <= full; set += 1)
    reach[set] = reach[set & (set - 1)]! | hits[31 - Math.clz32(set & -set)]!;
  const attackedBy = (set: number): number => reach[set]!;
  const defendedBy = (set: number): number =>
    hitBy.reduce((all, attackers, index) => ((attackers & ~reach[set]!) === 0 ? all | (1 << index) : all), 0);
  const all = Array.from({ length: full + 1 }, (_unused, set) => set);
  const admissible = all.filter((set) => (set & attackedBy(set)) === 0 && (set & ~defendedBy(set)) === 0);
  const complete = admissible.filter((set) => defendedBy(set) === set);
  const preferred = maximal(admissible, (set) => set);
  const common = preferred.reduce((one, other) => one & other, full);
  const show = (sets: readonly number[]): readonly string[] =>
    sets.map((set) => members(set).join()).toSorted();
  return {
    grounded: show([complete.reduce((one, other) => one & other, full)]),
    complete: show(complete),
    preferred: show(preferred),
    stable: show(admissible.filter((set) => (set | attackedBy(set)) === full)),
    "semi-stable": show(maximal(complete, (set) => set | attackedBy(set))),
    ideal: show(
      maximal(
        admissible.filter((set) => isWithin(set, common)),
        (set) => set,
      ),
    ),
  };
}

const anyFramework: fc.Arbitrary<Framework> = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), { maxLength: size * 3 })
      .map((attacks) => ({ size, attacks })),
  );

test("all six semantics equal brute force on 10,000 random frameworks of up to 8 arguments", () => {
  fc.assert(
    fc.property(anyFramework, (given) => {
      const expected = bruteForce(given);
      const found = SEMANTICS.map((semantics) => {
        const answer = solveAcceptance(given, semantics, { cap: 1000 });
        const shown = answer.extensions.map((extension) => extension.join()).toSorted();
        return [semantics, shown, answer.type, answer.count, answer.isCountExact];
      });
      const wanted = SEMANTICS.map((semantics) => {
        const sets = expected[semantics];
        return [semantics, sets, "finished", sets.length, true];
      });
      expect(JSON.stringify(found)).toBe(JSON.stringify(wanted));
    }),
    { seed: 20_261_120, numRuns: 10_000 },
  );
}, 60_000);

test("standing and badges equal what the listed extensions say", () => {
  fc.assert(
    fc.property(anyFramework, (given) => {
      const expected = bruteForce(given);
      const has = (semantics: Semantics, argument: number): readonly boolean[] =>
        expected[semantics].map((extension) => extension.split(",").includes(String(argument)));
      for (const semantics of SEMANTICS) {
        for (const [argument, standing] of judgeArguments(given, semantics).entries()) {
          const memberships = has(semantics, argument);
          expect([semantics, standing]).toEqual([
            semantics,
            { credulous: memberships.includes(true), sceptical: !memberships.includes(false) },
          ]);
        }
      }
      for (const [argument, badge] of badgeArguments(given).entries()) {
        const isDefensible = has("preferred", argument).includes(true) ? "defensible" : "defeated";
        expect(badge).toBe(has("grounded", argument).includes(true) ? "stands" : isDefensible);
      }
    }),
    { seed: 4, numRuns: 1000 },
  );
}, 60_000);

test("after a move the remembered parts give the same answer, for fewer steps", () => {
  const move = fc.tuple(fc.nat({ max: 39 }), fc.nat({ max: 39 }));
  const given = fc.record({
    attacks: fc.array(move, { minLength: 30, maxLength: 60 }),
    added: move,
    cap: fc.integer({ min: 1, max: 60 }),
    capBefore: fc.integer({ min: 1, max: 60 }),
  });
  let again = 0;
  let reused = 0;
  fc.assert(
    fc.property(given, fc.constantFrom(...SEMANTICS), ({ attacks, added, cap, capBefore }, semantics) => {
      const before = solveAcceptance({ size: 40, attacks }, semantics, { cap: capBefore });
      const next = { size: 40, attacks: [...attacks, added] };
      const fresh = solveAcceptance(next, semantics, { cap });
      const quick = solveAcceptance(next, semantics, { cap, memory: before.memory });
      expect({ ...quick, stepsUsed: 0, memory: 0 }).toEqual({ ...fresh, stepsUsed: 0, memory: 0 });
      if (cap !== capBefore) return;
      again += fresh.stepsUsed;
      reused += quick.stepsUsed;
    }),
    { seed: 9, numRuns: 600 },
  );
  expect(reused).toBeLessThanOrEqual(again);
}, 60_000);

/** Two rings that do not touch, and attacks beside them. */
function twoKnots(extra: readonly Attack[]): Framework {
  const one = ring(20).attacks;
  return { size: 40, attacks: [...one, ...one.map(([from, to]): Attack => [from + 20, to + 20]), ...extra] };
}

test("a move in one of two knots costs the steps of that one", () => {
  const before = solveAcceptance(twoKnots([]), "preferred");
  const fresh = solveAcceptance(twoKnots([[3, 9]]), "preferred");
  const quick = solveAcceptance(twoKnots([[3, 9]]), "preferred", { memory: before.memory });
  expect(quick.extensions).toEqual(fresh.extensions);
  expect(quick.stepsUsed).toBeLessThan(0.6 * fresh.stepsUsed);
});
