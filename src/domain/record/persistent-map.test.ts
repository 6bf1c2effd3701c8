import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createPersistentMap } from "./persistent-map.ts";

const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "", "a", "b"), fc.nat(99).map(String));
const step = fc.record({ key, isRemoval: fc.boolean(), value: fc.nat() });

test("behaves as the built-in map does, and every older map stays as it was", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let map = createPersistentMap<number>();
      const model = new Map<string, number>();
      const older: { readonly map: typeof map; readonly copy: readonly (readonly [string, number])[] }[] = [];
      for (const { key: name, isRemoval, value } of steps) {
        older.push({ map, copy: [...model] });
        map = isRemoval ? map.without(name) : map.with(name, value);
        if (isRemoval) model.delete(name);
        else model.set(name, value);
      }
      expect([...map]).toEqual([...model]);
      expect(map.size).toBe(model.size);
      for (const [name, value] of model) expect(map.has(name) && map.get(name) === value).toBe(true);
      for (const { map: old, copy } of older.slice(0, 20)) expect([...old]).toEqual(copy);
    }),
    { seed: 311, numRuns: 200 },
  );
});

test("maps grown from one map keep to themselves, whatever order they grow in", { timeout: 60_000 }, () => {
  const growth = fc.tuple(fc.nat(4), key, fc.boolean());
  fc.assert(
    fc.property(fc.array(growth, { maxLength: 120 }), (steps) => {
      const maps = [createPersistentMap<number>()];
      const models: (readonly (readonly [string, number])[])[] = [[]];
      for (const [at, [which, name, isRemoval]] of steps.entries()) {
        const from = Math.max(0, maps.length - 1 - which);
        const map = maps[from] ?? createPersistentMap<number>();
        const model = new Map(models[from]);
        if (isRemoval) model.delete(name);
        else model.set(name, at);
        maps.push(isRemoval ? map.without(name) : map.with(name, at));
        models.push([...model]);
      }
      expect(Array.from(maps, (map) => [...map])).toEqual(models);
      expect(Array.from(maps, (map) => map.size)).toEqual(Array.from(models, (model) => model.length));
    }),
    { seed: 312, numRuns: 300 },
  );
});

test("holds many keys, and two changes of one map do not see each other", () => {
  let map = createPersistentMap<number>();
  for (let at = 0; at < 40_000; at += 1) map = map.with(`k${at}`, at);
  expect([map.size, map.get("k0"), map.get("k39999"), map.get("k40000")]).toEqual([
    40_000,
    0,
    39_999,
    undefined,
  ]);
  const left = map.with("left", 1);
  const right = map.with("right", 2).without("k7");
  expect([left.has("right"), right.has("left"), left.get("k7"), right.get("k7")]).toEqual([
    false,
    false,
    7,
    undefined,
  ]);
  expect([...left.keys()].at(-1)).toBe("left");
  const seen: number[] = [];
  right.forEach((value) => seen.push(value));
  expect(seen).toEqual([...right.values()]);
});
