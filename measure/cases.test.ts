import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runFigures } from "../tools/figures.ts";
import { casesMeasure } from "./cases.ts";

test("the shipped cases are measured without a miss, calculators counted as not checked", async () => {
  const lines: string[] = [];
  const folder = new URL("../public/cases", import.meta.url).pathname;
  const output = { out: (line: string) => void lines.push(line), err: () => undefined };
  expect(await runFigures("measure", [casesMeasure], ["cases", "--data", folder], output)).toBe(0);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    measure: "cases",
    cases: 12,
    misses: 0,
    calculatorsNotChecked: 47,
  });
});

test("a folder without cases could not be measured", async () => {
  const folder = mkdtempSync(join(tmpdir(), "no-cases-"));
  const output = { out: () => undefined, err: () => undefined };
  expect(await runFigures("measure", [casesMeasure], ["cases", "--data", folder], output)).toBe(2);
  rmSync(folder, { recursive: true });
});
