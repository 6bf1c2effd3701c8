/** Looks at the graphics adapter, the processor, memory and disk; loads nothing and keeps nothing. */
import type { GpuReport, ReadDeviceReport, RoomReport } from "../contracts/device-report.ts";
import { readMemory } from "./device/read-memory.ts";

/** Reads what a model could run on here. */
export const readDeviceReport: ReadDeviceReport = async () => {
  const [gpu, room] = await Promise.all([readGpu(), readRoom()]);
  return {
    gpu,
    room,
    threads: navigator.hardwareConcurrency,
    isolated: globalThis.crossOriginIsolated,
    memory: readMemory({
      deviceMemory: "deviceMemory" in navigator ? navigator.deviceMemory : undefined,
      userAgent: navigator.userAgent,
      maxTouchPoints: "maxTouchPoints" in navigator ? Number(navigator.maxTouchPoints) : 0,
    }),
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
