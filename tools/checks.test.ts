import { expect, test } from "vitest";
import { readBrowserCounts, readUnitCounts, summarise } from "./checks.mjs";

test("counts every unit test, and those left out apart", () => {
  const results = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(readUnitCounts(results, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test("a browser test that passes only on a second try has failed", () => {
  const results = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
  expect(readBrowserCounts(results, 1)).toEqual({ passed: 5, failed: 3, skipped: 3 });
});

test.each([
  ["no report at all", undefined, 0],
  ["no test found", { numPassedTests: 0, numFailedTests: 0 }, 0],
])("%s is a failure, whatever the exit code says", (_name, results, code) => {
  expect(readUnitCounts(results, code).failed).toBe(1);
});

test("a bad exit without a failed test is a failure", () => {
  expect(readUnitCounts({ numPassedTests: 9, numFailedTests: 0 }, 1)).toEqual({
    passed: 9,
    failed: 1,
    skipped: 0,
  });
});

function outcome(name: string, passed: number, failed: number) {
  return { name, ms: 1200, counts: { passed, failed, skipped: 0 } };
}

test("the last line sums all checks", () => {
  const { lines, failed } = summarise([outcome("types", 1, 0), outcome("unit", 41, 2)]);
  expect(lines.at(-1)).toBe("42 passed, 2 failed");
  expect(failed).toBe(2);
});
