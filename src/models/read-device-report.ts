/** Looks at the graphics adapter and the processor; loads nothing and keeps nothing. */
import type { GpuReport, ReadDeviceReport } from "../contracts/device-report.ts";

/** Reads what a model could run on here. */
export const readDeviceReport: ReadDeviceReport = async () => ({
  gpu: await readGpu(),
  threads: navigator.hardwareConcurrency,
  isolated: globalThis.crossOriginIsolated,
});

async function readGpu(): Promise<GpuReport> {
  if (!("gpu" in navigator)) return { type: "gpu-missing" };
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (adapter === null) return { type: "gpu-refused" };
  const { description, vendor, architecture } = adapter.info;
  return {
    type: "gpu-ready",
    name: description === "" ? [vendor, architecture].filter((word) => word !== "").join(" ") : description,
    hasHalfPrecision: adapter.features.has("shader-f16"),
    largestBufferBytes: adapter.limits.maxStorageBufferBindingSize,
  };
}
