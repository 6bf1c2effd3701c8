/** Looks at the graphics adapter, the processor, memory and disk; loads nothing and keeps nothing. */
import type { GpuReport, MemoryReport, ReadDeviceReport, RoomReport } from "../contracts/device-report.ts";

const GIBIBYTE = 1024 ** 3;
const LOWEST_CAP_GIBIBYTES = 8;

/** Reads what a model could run on here. */
export const readDeviceReport: ReadDeviceReport = async () => {
  const [gpu, room] = await Promise.all([readGpu(), readRoom()]);
  return {
    gpu,
    room,
    threads: navigator.hardwareConcurrency,
    isolated: globalThis.crossOriginIsolated,
    memory: readMemory(navigator),
  };
};

async function readGpu(): Promise<GpuReport> {
  if (!("gpu" in navigator)) return { type: "gpu-missing" };
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (adapter === null) return { type: "gpu-refused" };
  const { description, vendor, architecture, isFallbackAdapter } = adapter.info;
  return {
    type: "gpu-ready",
    name: description === "" ? [vendor, architecture].filter((word) => word !== "").join(" ") : description,
    hasHalfPrecision: adapter.features.has("shader-f16"),
    largestBufferBytes: Math.min(adapter.limits.maxStorageBufferBindingSize, adapter.limits.maxBufferSize),
    workgroupBytes: adapter.limits.maxComputeWorkgroupStorageSize,
    isSoftware: isFallbackAdapter || architecture === "swiftshader",
  };
}

/** Only Chromium says, in powers of two up to a cap: 8 in the standard's first years, more in later versions. */
function readMemory(source: object): MemoryReport {
  const gibibytes = "deviceMemory" in source ? source.deviceMemory : undefined;
  if (typeof gibibytes !== "number") return { type: "memory-unknown" };
  return {
    type: gibibytes < LOWEST_CAP_GIBIBYTES ? "memory-about" : "memory-at-least",
    bytes: gibibytes * GIBIBYTE,
  };
}

async function readRoom(): Promise<RoomReport | undefined> {
  if (!("storage" in navigator)) return undefined;
  try {
    const [{ quota = 0, usage = 0 }, isPersistent] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { freeBytes: Math.max(0, quota - usage), isPersistent };
  } catch {
    return undefined;
  }
}
