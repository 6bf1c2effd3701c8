import { readFileSync, readdirSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance } from "../shared/chance.ts";
import { createRepetitionDetector } from "./repetition.ts";
import { tokenise } from "./scripted/tokenise.ts";

/** After how many tokens the alarm comes. */
function alarmAt(tokens: readonly string[]): number | undefined {
  const { push } = createRepetitionDetector();
  const place = tokens.findIndex((token) => push(token));
  return place === -1 ? undefined : place + 1;
}

function words(count: number, seed: number): readonly string[] {
  const chance = createSeededChance(seed);
  return Array.from({ length: count }, () => ` w${Math.floor(chance.next() * 5000)}`);
}

test("any loop of up to a paragraph is noticed within five rounds or a hundred tokens", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1 }),
      (period, before, seed) => {
        const round = words(period, seed).map((word, place) => `${word}-${place}`);
        const loop = Array.from({ length: 6 * period + 100 }, (_, place) => round[place % period] ?? "");
        const alarm = alarmAt([...words(before, seed + 1), ...loop]);
        expect(alarm).toBe(before + period + Math.max(96, 4 * period));
      },
    ),
    { seed: 17, numRuns: 200 },
  );
});

test("ordinary text gives no alarm, however long", () => {
  expect(alarmAt(words(20_000, 5))).toBeUndefined();
});

test("rulers, indented lists and a table are no loop", () => {
  const table = Array.from({ length: 40 }, (_, row) => `| ${row} | - | - | - |\n`).join("");
  expect(alarmAt(tokenise(`${"-".repeat(80)}\n\n\n\n${table}`))).toBeUndefined();
});

test("none of the teaching cases' scripts gives an alarm", () => {
  const scripts = readdirSync("public/cases").filter((name) => name.endsWith(".steps.txt"));
  expect(scripts.length).toBeGreaterThan(10);
  for (const name of scripts)
    expect(alarmAt(tokenise(readFileSync(`public/cases/${name}`, "utf8"))), name).toBeUndefined();
});
