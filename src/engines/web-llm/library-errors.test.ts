import { expect, test } from "vitest";
import { errorOfLoad, errorOfRun } from "./library-errors.ts";

function named(name: string): Error {
  return Object.assign(new Error("a sentence with the patient in it"), { name });
}

test.each([
  ["WebGPUNotAvailableError", "engine-unsupported"],
  ["ShaderF16SupportError", "engine-unsupported"],
  ["DeviceLostError", "engine-device-lost"],
  ["GrammarMatcherInitError", "engine-bad-grammar"],
  ["RangeError", "engine-out-of-memory"],
  ["CompileError", "engine-model-unfit"],
  ["SyntaxError", "engine-model-unfit"],
  ["Error", "engine-model-unfit"],
  ["toString", "engine-model-unfit"],
])("%s while loading is %s", (name, type) => {
  expect(errorOfLoad(named(name)).type).toBe(type);
});

test("what cannot be foreseen while a model runs is a bug, and no sentence gets through", () => {
  expect(errorOfRun(named("Error"))).toBeUndefined();
  expect(errorOfRun("a text")).toBeUndefined();
  expect(errorOfLoad(undefined)).toEqual({ type: "engine-model-unfit" });
  expect(JSON.stringify(errorOfRun(named("GrammarMatcherInitError")))).not.toContain("patient");
});
