/** What this device can do for the library, found out without starting it. */
import type { EngineProbe } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** More threads than this wait for each other more than they work. */
const MOST_THREADS = 8;

export type Device = {
  readonly cores: number;
  /** Whether threads may share memory here. */
  readonly isIsolated: boolean;
  /** Whether the compiled library's kind of memory and of errors exist in this browser. */
  readonly runsLibrary: boolean;
  readonly findHalfPrecision: () => Promise<boolean>;
};

/** Threads to compute with: the page, the worker and the person need a core as well. */
export function threadsOf({ cores, isIsolated }: Device): number {
  return isIsolated ? Math.max(1, Math.min(cores - 1, MOST_THREADS)) : 1;
}

/** What the engine answers when it is asked what it can do. */
export async function probeDevice(device: Device): Promise<Result<EngineProbe, EngineError>> {
  if (!device.runsLibrary) return err({ type: "engine-unsupported", missing: "browser-feature" });
  const halfPrecision = await device.findHalfPrecision();
  return ok({ threads: threadsOf(device), halfPrecision, memoryBytes: undefined });
}

type Scope = {
  readonly navigator: Pick<WorkerNavigator, "hardwareConcurrency"> & { readonly gpu?: unknown };
  readonly crossOriginIsolated: boolean;
};

/** This device, as a worker sees it. */
export function createDevice({ navigator, crossOriginIsolated }: Scope): Device {
  return {
    cores: navigator.hardwareConcurrency,
    isIsolated: crossOriginIsolated,
    runsLibrary: WebAssembly.validate(Uint8Array.from(LIBRARY_FEATURES)),
    findHalfPrecision: () => findHalfPrecision(navigator.gpu),
  };
}

/**
 * A module with a memory of 64-bit addresses that is shared, and a function with a native catch and a vector in it: it
 * is valid exactly where the library is. Its sections: header, types, functions, memory, code.
 */
const LIBRARY_FEATURES = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 7, 1, 1, 10, 15, 1, 13, 0, 6, 64, 65,
  0, 253, 15, 253, 98, 26, 25, 11, 11,
];

/** The library's kernels compute in half precision: without it they would not start. */
async function findHalfPrecision(gpu: unknown): Promise<boolean> {
  if (!offersAdapters(gpu)) return false;
  try {
    const adapter = await gpu.requestAdapter();
    return adapter?.features.has("shader-f16") === true;
  } catch {
    return false;
  }
}

type Gpu = {
  readonly requestAdapter: () => Promise<{ readonly features: ReadonlySet<string> } | null>;
};

function offersAdapters(gpu: unknown): gpu is Gpu {
  return typeof gpu === "object" && gpu !== null && "requestAdapter" in gpu;
}
