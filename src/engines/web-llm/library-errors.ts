/** What WebLLM throws, by what it is. Its sentences may quote a prompt, and none of them is ever passed on. */
import type { EngineError } from "../../contracts/engine-error.ts";

const BY_NAME: ReadonlyMap<string, EngineError> = new Map<string, EngineError>([
  ["WebGPUNotAvailableError", { type: "engine-unsupported", missing: "adapter" }],
  ["WebGPUNotFoundError", { type: "engine-unsupported", missing: "adapter" }],
  ["FeatureSupportError", { type: "engine-unsupported", missing: "browser-feature" }],
  ["ShaderF16SupportError", { type: "engine-unsupported", missing: "half-precision" }],
  ["DeviceLostError", { type: "engine-device-lost" }],
  ["ModelNotLoadedError", { type: "engine-not-loaded" }],
  ["SpecifiedModelNotFoundError", { type: "engine-not-loaded" }],
  ["GrammarMatcherInitError", { type: "engine-bad-grammar" }],
  ["InvalidResponseFormatGrammarError", { type: "engine-bad-grammar" }],
  ["InvalidResponseFormatError", { type: "engine-bad-grammar" }],
  ["GPUOutOfMemoryError", { type: "engine-out-of-memory" }],
  // The browser cannot give an array of that size.
  ["RangeError", { type: "engine-out-of-memory" }],
]);

/** The error behind something thrown while a model was loaded: what else stops it is the model's own. */
export function errorOfLoad(thrown: unknown): EngineError {
  return BY_NAME.get(nameOf(thrown)) ?? { type: "engine-model-unfit" };
}

/** The error behind something thrown while a model ran; undefined for a bug. */
export function errorOfRun(thrown: unknown): EngineError | undefined {
  return BY_NAME.get(nameOf(thrown));
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : "";
}
