/** Whether a model runs on a device, and with how much context: in numbers, before anything is fetched or copied. */
import type { DeviceReport, GpuReport } from "../../contracts/device-report.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { Fit } from "../../contracts/model-shelf.ts";
import type { Demands } from "./demands.ts";
import { readMemoryBudget } from "./memory-budget.ts";

/** What WebLLM 0.2.86 asks of every adapter and refuses to run without. */
const WEB_LLM_WORKGROUP_BYTES = 32 * 1024;
/** A case, its prompts and a first answer; with less a model is of no use here. */
const LEAST_CONTEXT = 1024;
/** What is counted on; more is taken where it fits. */
const USUAL_CONTEXT = 4096;
/** 32-bit WebAssembly addresses no more, whatever the machine has. */
const WASM_BYTES = 4 * 1024 ** 3;

/** The numbers of a model on a device. */
export function judgeFit(demands: Demands, report: DeviceReport): Fit {
  const misfit = demands.format === "web-llm" ? findGpuMisfit(demands, report.gpu) : undefined;
  if (misfit !== undefined) return { type: "does-not-fit", error: misfit };
  const { contextTokens, bytesPerContextToken, fixedBytes } = demands;
  const usual = Math.min(USUAL_CONTEXT, contextTokens);
  const neededBytes = fixedBytes + usual * bytesPerContextToken;
  const most = mostMemory(demands, report);
  const least = fixedBytes + Math.min(LEAST_CONTEXT, contextTokens) * bytesPerContextToken;
  if (most !== undefined && least > most)
    return {
      type: "does-not-fit",
      error: { type: "shelf-needs-memory", neededBytes: Math.ceil(least), freeBytes: most },
    };
  return { type: "fits", neededBytes, contextTokens: fittingContext(demands, most, report) };
}

function findGpuMisfit(
  { needsHalfPrecision, largestTensorBytes }: Demands,
  gpu: GpuReport,
): ShelfError | undefined {
  if (gpu.type !== "gpu-ready") return { type: "shelf-needs-webgpu" };
  if (needsHalfPrecision && !gpu.hasHalfPrecision) return { type: "shelf-needs-half-precision" };
  if (gpu.workgroupBytes < WEB_LLM_WORKGROUP_BYTES)
    return {
      type: "shelf-needs-workgroup-memory",
      neededBytes: WEB_LLM_WORKGROUP_BYTES,
      largestBytes: gpu.workgroupBytes,
    };
  if (largestTensorBytes > gpu.largestBufferBytes)
    return {
      type: "shelf-needs-buffer",
      neededBytes: largestTensorBytes,
      largestBytes: gpu.largestBufferBytes,
    };
  return undefined;
}

function mostMemory({ format }: Demands, { memory }: DeviceReport): number | undefined {
  const { mostBytes } = readMemoryBudget(memory);
  return format === "gguf" ? Math.min(WASM_BYTES, mostBytes ?? WASM_BYTES) : mostBytes;
}

/** What was planned for gives more context; where memory is short, the usual amount is cut down to what is there. */
function fittingContext(
  { contextTokens, bytesPerContextToken, fixedBytes }: Demands,
  most: number | undefined,
  { memory }: DeviceReport,
): number {
  const usual = Math.min(USUAL_CONTEXT, contextTokens);
  if (bytesPerContextToken === 0) return usual;
  const within = (bytes: number) => Math.floor((bytes - fixedBytes) / bytesPerContextToken);
  const planned = Math.max(usual, within(readMemoryBudget(memory).plannedBytes));
  return Math.min(contextTokens, planned, most === undefined ? planned : within(most));
}
