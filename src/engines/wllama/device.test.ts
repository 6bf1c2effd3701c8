import { expect, test } from "vitest";
import { createDevice, probeDevice, threadsOf } from "./device.ts";

const device = {
  cores: 8,
  isIsolated: true,
  runsLibrary: true,
  findHalfPrecision: async () => false,
};

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [8, 7],
  [64, 8],
])("of %i cores it takes %i", (cores, threads) => {
  expect(threadsOf({ ...device, cores })).toBe(threads);
});

test("threads need isolation", () => {
  expect(threadsOf({ ...device, isIsolated: false })).toBe(1);
});

test("a browser without the library's kind of memory is told apart before anything is loaded", async () => {
  expect(await probeDevice({ ...device, runsLibrary: false })).toEqual({
    ok: false,
    error: { type: "engine-unsupported", missing: "browser-feature" },
  });
});

test.each([
  [undefined, false],
  [{ requestAdapter: async () => null }, false],
  [{ requestAdapter: () => Promise.reject(new Error("the driver is gone")) }, false],
  [{ requestAdapter: async () => ({ features: new Set(["subgroups"]) }) }, false],
  [{ requestAdapter: async () => ({ features: new Set(["shader-f16"]) }) }, true],
])("half precision is what the adapter says it is", async (gpu, halfPrecision) => {
  const found = createDevice({ navigator: { hardwareConcurrency: 4, gpu }, crossOriginIsolated: true });
  expect(await found.findHalfPrecision()).toBe(halfPrecision);
});
