import { expect, test } from "vitest";
import { codesFor, ERROR_CODES, findErrorCode } from "./error-codes.ts";
import { findSeverity } from "./severities.ts";

test("a code names one thing, says it in one line and fits somewhere", () => {
  expect(new Set(ERROR_CODES.map(({ code }) => code)).size).toBe(ERROR_CODES.length);
  expect(new Set(ERROR_CODES.map(({ name }) => name)).size).toBe(ERROR_CODES.length);
  for (const { code, definition, fits, severity } of ERROR_CODES) {
    expect(code).toMatch(/^(?:[ECKLP]\d|B\d\d?|X0)$/u);
    expect(definition).toMatch(/^[^\n]{10,110}[.]$/u);
    expect(fits.length).toBeGreaterThan(0);
    expect(severity === undefined || findSeverity(severity) !== undefined).toBe(true);
  }
});

test("the codebook of the foundation is whole", () => {
  const families = ERROR_CODES.map(({ code }) => code.charAt(0)).join("");
  expect(families).toBe(`${"E".repeat(8)}CCCCKKKK${"L".repeat(6)}${"P".repeat(8)}${"B".repeat(19)}X`);
});

test("what fits comes first, nothing is withheld, and an unknown code is no error", () => {
  const onLink = codesFor("edge");
  expect(onLink).toHaveLength(ERROR_CODES.length);
  const fits = onLink.map((entry) => entry.fits.includes("edge"));
  expect(fits.lastIndexOf(true)).toBeLessThan(fits.indexOf(false));
  expect([findErrorCode("E5")?.name, findErrorCode("Z9"), findErrorCode(undefined)]).toEqual([
    "Negation flipped",
    undefined,
    undefined,
  ]);
});
