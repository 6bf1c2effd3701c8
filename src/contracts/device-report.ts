/** What the workbench asks about this device before any model is chosen. */

export type GpuReport =
  /** The browser has no WebGPU, or only offers it to pages on a secure address. */
  | { readonly type: "gpu-missing" }
  /** WebGPU is there, but no adapter answered: driver blocked, or graphics acceleration switched off. */
  | { readonly type: "gpu-refused" }
  | {
      readonly type: "gpu-ready";
      readonly name: string;
      readonly hasHalfPrecision: boolean;
      readonly largestBufferBytes: number;
    };

export type DeviceReport = {
  readonly gpu: GpuReport;
  readonly threads: number;
  /** Several threads for the processor engine need an isolated page (COOP and COEP). */
  readonly isolated: boolean;
};

export type ReadDeviceReport = () => Promise<DeviceReport>;
