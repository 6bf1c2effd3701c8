import { assert, constantFrom, double, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { DeviceReport, MemoryReport } from "../../contracts/device-report.ts";
import { OWN_ENTRIES } from "../catalogue/own-entries.ts";
import { isCatalogueEntry } from "../catalogue/catalogue-entry.ts";
import { GOOD_DEVICE } from "../testing/test-browser.ts";
import { demandsOfEntry } from "./demands.ts";
import { judgeFit } from "./judge-fit.ts";
import { recommend } from "./recommend.ts";

const GIBIBYTE = 1024 ** 3;

function withMemory(memory: MemoryReport, rest: Partial<DeviceReport> = {}): DeviceReport {
  return { ...GOOD_DEVICE, ...rest, memory };
}

const atLeast = (gibibytes: number): MemoryReport => ({
  type: "memory-at-least",
  bytes: gibibytes * GIBIBYTE,
});
const about = (gibibytes: number): MemoryReport => ({ type: "memory-about", bytes: gibibytes * GIBIBYTE });
const GPU = GOOD_DEVICE.gpu.type === "gpu-ready" ? GOOD_DEVICE.gpu : undefined;

function best(report: DeviceReport): string | undefined {
  return recommend(OWN_ENTRIES, report).best;
}

test("every entry of ours is whole, none claims to be pinned or says what nobody measured", () => {
  expect(OWN_ENTRIES.every(isCatalogueEntry)).toBe(true);
  expect(new Set(OWN_ENTRIES.map(({ id }) => id)).size).toBe(OWN_ENTRIES.length);
  expect(OWN_ENTRIES.filter(({ files, knownOf }) => files.length > 0 || knownOf !== "")).toEqual([]);
});

test("recommends the largest model within what may be planned for", () => {
  expect(best(withMemory(atLeast(32)))).toBe("Qwen3.5-9B-q4f16_1-MLC");
  expect(best(withMemory(atLeast(8)))).toBe("Qwen3.5-4B-q4f16_1-MLC");
  expect(best(withMemory({ type: "memory-unknown" }))).toBe("Qwen3.5-2B-q4f16_1-MLC");
  expect(best(withMemory(about(4)))).toBe("Qwen3.5-2B-q4f16_1-MLC");
  expect(best(withMemory(about(1)))).toBeUndefined();
});

test("without half precision it takes the full-precision build, without WebGPU one for the processor", () => {
  const full = { gpu: { ...GPU!, hasHalfPrecision: false } };
  expect(best(withMemory(atLeast(8), full))).toBe("Qwen3.5-4B-q4f32_1-MLC");
  for (const gpu of [
    { type: "gpu-missing" },
    { type: "gpu-refused" },
    { ...GPU!, isSoftware: true },
  ] as const)
    expect(best(withMemory(atLeast(8), { gpu }))).toBe("Qwen3-1.7B-Q8_0-GGUF");
});

test("never refuses for memory that the browser did not say is missing", () => {
  const forGraphics = OWN_ENTRIES.filter(({ format }) => format === "web-llm");
  for (const memory of [atLeast(8), { type: "memory-unknown" } as const]) {
    const { judged } = recommend(forGraphics, withMemory(memory));
    expect(judged.filter(({ fit }) => fit.type !== "fits")).toEqual([]);
  }
});

test("a processor model larger than WebAssembly can address is refused with the numbers", () => {
  const entry = OWN_ENTRIES.find(({ id }) => id === "Qwen3-4B-Q8_0-GGUF")!;
  const fit = judgeFit(demandsOfEntry(entry), withMemory(atLeast(32)));
  expect(fit).toMatchObject({
    type: "does-not-fit",
    error: { type: "shelf-needs-memory", freeBytes: 4 * GIBIBYTE },
  });
});

test("more memory never gives less context, and the context given always fits", () => {
  const models = OWN_ENTRIES.map(demandsOfEntry);
  const cases = record({
    model: constantFrom(...models),
    less: double({ min: 0.25, max: 16, noNaN: true }),
    more: double({ min: 0, max: 16, noNaN: true }),
  });
  assert(
    property(cases, ({ model, less, more }) => {
      const small = judgeFit(model, withMemory(about(less)));
      const large = judgeFit(model, withMemory(about(less + more)));
      if (small.type === "does-not-fit") return;
      const larger = large.type === "fits" ? large.contextTokens : 0;
      expect(larger).toBeGreaterThanOrEqual(small.contextTokens);
      expect(small.contextTokens).toBeGreaterThan(0);
      expect(model.fixedBytes + small.contextTokens * model.bytesPerContextToken).toBeLessThanOrEqual(
        less * GIBIBYTE,
      );
    }),
    { seed: 4, numRuns: 500 },
  );
});
