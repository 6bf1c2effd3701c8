/**
 * `measure -- cases`: what the engine reproduces of the values that teaching cases carry: strengths under four semantics,
 * leaders, the walk through the stages, stages left out, smallest flip sets, ledgers. Reads `teaching-cases.json` (a file
 * with a list of cases) or one file per case.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkExpected } from "../src/domain/argument/teaching/check-expected.ts";
import { readTeachingCase } from "../src/domain/argument/teaching/read-teaching-case.ts";
import type { TeachingCase } from "../src/domain/argument/teaching/teaching-case.ts";
import { CouldNotRun } from "../tools/figures.ts";
import type { FigureOptions, FigureTask, Figures } from "../tools/figures.ts";

const TOGETHER = "teaching-cases.json";
/** What a file of its own says and a case inside a list leaves to the list. */
const HEADER = {
  format: "curbside-teaching-case",
  version: 1,
  clinicallyReviewed: false,
  synthetic: true,
  notice: "see the list",
};

export const casesMeasure: FigureTask = {
  id: "cases",
  about:
    "Expected strengths, leaders, flip sets and ledgers of the teaching cases, reproduced at every stage.",
  needsData: true,
  run: (options) => Promise.resolve(measureCases(options)),
};

function measureCases({ data, limit, progress, miss }: FigureOptions): Figures {
  const files = readCases(data).slice(0, limit);
  if (files.length === 0) throw new CouldNotRun(`"${data}" holds no teaching cases.`);
  const checked = new Map<string, number>();
  const missed = new Map<string, number>();
  let calculatorsNotChecked = 0;
  for (const { where, json } of files) {
    const read = readTeachingCase(json);
    if (!read.ok) {
      count(missed, "unreadableCase");
      for (const problem of read.error) miss({ case: where, ...problem });
      continue;
    }
    progress(`${where}: ${checkOne(read.value, checked, missed, miss)} checks`);
    calculatorsNotChecked += read.value.calculators.length;
  }
  const total = sum(checked);
  return {
    cases: files.length,
    total,
    misses: sum(missed),
    checked: Object.fromEntries(checked),
    missed: Object.fromEntries(missed),
    calculatorsNotChecked,
  };
}

function checkOne(
  teaching: TeachingCase,
  checked: Map<string, number>,
  missed: Map<string, number>,
  miss: FigureOptions["miss"],
): number {
  const checks = checkExpected(teaching);
  for (const { kind, where, expected, actual, holds } of checks) {
    count(checked, kind);
    if (holds) continue;
    count(missed, kind);
    miss({ case: teaching.id, kind, where, expected, actual });
  }
  return checks.length;
}

function readCases(folder: string): readonly { readonly where: string; readonly json: unknown }[] {
  const together = join(folder, TOGETHER);
  if (existsSync(together)) {
    const list = listIn(readJson(together));
    return list.map((entry, index) => ({ where: `${TOGETHER}[${index}]`, json: { ...HEADER, ...entry } }));
  }
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "index.json");
  return files.toSorted().map((file) => ({ where: file, json: readJson(join(folder, file)) }));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function listIn(json: unknown): readonly object[] {
  if (typeof json !== "object" || json === null || !("cases" in json) || !Array.isArray(json.cases))
    return [];
  return json.cases.filter((entry: unknown): entry is object => typeof entry === "object" && entry !== null);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, value) => total + value, 0);
}
