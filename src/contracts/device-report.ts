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
      /** Most bytes of one tensor that a kernel can be given. */
      readonly largestBufferBytes: number;
      /** Scratch memory that the threads of one group share. */
      readonly workgroupBytes: number;
      /** A software adapter computes on the processor: it works, and is slow. */
      readonly isSoftware: boolean;
    };

/** Browsers tell little about memory, on purpose; how sure a number is belongs beside it. */
export type MemoryReport =
  /** Rounded by the browser, where twice as much would have been said; or what the system is known to leave to a page. */
  | { readonly type: "memory-about"; readonly bytes: number }
  /** The browser stops counting here: this much or more. */
  | { readonly type: "memory-at-least"; readonly bytes: number }
  /** The browser says nothing. */
  | { readonly type: "memory-unknown" };

export type RoomReport = {
  /** What this site may still store. */
  readonly freeBytes: number;
  /** Whether the browser promised not to clear it under pressure. */
  readonly isPersistent: boolean;
};

export type DeviceReport = {
  readonly gpu: GpuReport;
  readonly threads: number;
  /** Several threads for the processor engine need an isolated page (COOP and COEP). */
  readonly isolated: boolean;
  readonly memory: MemoryReport;
  /** Undefined where the browser keeps no files for this page: an insecure address or a private window. */
  readonly room: RoomReport | undefined;
};

export type ReadDeviceReport = () => Promise<DeviceReport>;
