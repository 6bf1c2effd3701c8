/**
 * `measure -- argumentation`: extension sets of published and generated frameworks, exactly equal or not,
 * by semantics. A framework whose labels give only a count is compared by count.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { solveAcceptance } from "../src/domain/argument/acceptance/acceptance.ts";
import type { AcceptanceAnswer, Semantics } from "../src/domain/argument/acceptance/acceptance.ts";
import type { Framework } from "../src/domain/argument/acceptance/framework.ts";
import { CouldNotRun } from "../tools/figures.ts";
import type { FigureTask } from "../tools/figures.ts";

const SEMANTICS = ["grounded", "complete", "preferred", "stable", "semi-stable", "ideal"] as const;
/** Far above every labelled count, so that nothing but the search decides. */
const CAP = 200_000;
const STEPS = 2_000_000_000;

type Row = {
  readonly id: string;
  readonly arguments: readonly string[];
  readonly attacks: readonly (readonly [string, string])[];
  readonly extensions?: Partial<Record<Semantics, readonly (readonly string[])[]>>;
  readonly counts?: Partial<Record<Semantics, number>>;
};

export const argumentation: FigureTask = {
  id: "argumentation",
  about: "Extensions of abstract frameworks under six semantics, exactly as labelled.",
  needsData: true,
  run: async ({ data, limit, progress, miss }) => {
    const rows = readRows(data).slice(0, limit);
    const exact = new Map<Semantics, number>(SEMANTICS.map((semantics) => [semantics, 0]));
    const totals = new Map(exact);
    let countOnly = 0;
    let seconds = 0;
    for (const row of rows) {
      const framework = readFramework(row);
      for (const semantics of SEMANTICS) {
        const expected = row.extensions?.[semantics];
        const count = expected?.length ?? row.counts?.[semantics];
        if (count === undefined) continue;
        const start = performance.now();
        const answer = solveAcceptance(framework, semantics, { cap: CAP, steps: STEPS });
        seconds += (performance.now() - start) / 1000;
        if (expected === undefined) countOnly += 1;
        totals.set(semantics, (totals.get(semantics) ?? 0) + 1);
        const isExact = answer.isCountExact && isAsLabelled(row, answer, expected, count);
        if (isExact) exact.set(semantics, (exact.get(semantics) ?? 0) + 1);
        else miss({ id: row.id, semantics, expected: count, found: answer.count, type: answer.type });
      }
    }
    progress(`${rows.length} frameworks, ${countOnly} answers compared by count alone`);
    const byName = { exact: Object.fromEntries(exact), totals: Object.fromEntries(totals) };
    return { total: rows.length, ...byName, countOnly, seconds: Number(seconds.toFixed(3)) };
  },
};

function readRows(folder: string): readonly Row[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const rows = lines.filter((line) => line.trim() !== "").map((line): Row => JSON.parse(line));
  if (rows.length === 0) throw new CouldNotRun(`"${folder}" holds no .jsonl rows.`);
  return rows;
}

function readFramework(row: Row): Framework {
  const indexOf = new Map(row.arguments.map((name, index) => [name, index]));
  return {
    size: row.arguments.length,
    attacks: row.attacks.map(([attacker, target]) => [
      indexOf.get(attacker) ?? -1,
      indexOf.get(target) ?? -1,
    ]),
  };
}

function isAsLabelled(
  row: Row,
  answer: AcceptanceAnswer,
  expected: readonly (readonly string[])[] | undefined,
  count: number,
): boolean {
  if (answer.count !== count) return false;
  if (expected === undefined) return true;
  const found = new Set(
    answer.extensions.map((extension) => keyOf(extension.map((argument) => row.arguments[argument] ?? ""))),
  );
  return found.size === expected.length && expected.every((names) => found.has(keyOf(names)));
}

function keyOf(names: readonly string[]): string {
  return JSON.stringify(names.toSorted());
}
