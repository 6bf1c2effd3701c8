/** The graphics device of this machine: what it can do, and a watch over each one that is given out. */
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { watchDevice, type GraphicsWatch } from "./graphics-watch.ts";

export type GraphicsAdapter = {
  readonly halfPrecision: boolean;
  /** Most bytes that one buffer of a kernel may have, as WebLLM asks for it. */
  readonly bufferBytes: number;
  /** Which device and driver this is, in the browser's words. */
  readonly name: string;
};

export type Graphics = {
  readonly findAdapter: () => Promise<Result<GraphicsAdapter, EngineError>>;
  /** The watch over the device that was given out last. */
  readonly watch: () => GraphicsWatch | undefined;
  /** Hears of every device that is given out from now on, until the next one asks to hear. */
  readonly onWatch: (hear: (watch: GraphicsWatch) => void) => void;
};

const GIGABYTE = 2 ** 30;
/** What WebLLM asks for where a gigabyte cannot be had. */
const SMALL_BUFFER = 2 ** 27;

/** The graphics of this browser. Devices that others ask for from now on are watched. */
export function createGraphics(navigator: Pick<WorkerNavigator, "gpu">): Graphics {
  let watch: GraphicsWatch | undefined;
  let hear: ((watch: GraphicsWatch) => void) | undefined;
  const note = (found: GraphicsWatch): void => {
    watch = found;
    hear?.(found);
  };
  const gpu: GPU | undefined = navigator.gpu;
  if (gpu !== undefined) {
    const request = gpu.requestAdapter.bind(gpu);
    gpu.requestAdapter = async (options) => {
      const adapter = await request(options);
      if (adapter !== null) watchDevicesOf(adapter, note);
      return adapter;
    };
  }
  return {
    findAdapter: () => findAdapter(gpu),
    watch: () => watch,
    onWatch: (listener) => {
      hear = listener;
    },
  };
}

function watchDevicesOf(adapter: GPUAdapter, onWatch: (watch: GraphicsWatch) => void): void {
  const request = adapter.requestDevice.bind(adapter);
  adapter.requestDevice = async (descriptor) => {
    const device = await request(descriptor);
    onWatch(watchDevice(device));
    return device;
  };
}

async function findAdapter(gpu: GPU | undefined): Promise<Result<GraphicsAdapter, EngineError>> {
  if (gpu === undefined) return err({ type: "engine-unsupported", missing: "browser-feature" });
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (adapter === null) return err({ type: "engine-unsupported", missing: "adapter" });
  const { features, limits, info } = adapter;
  const largest = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  return ok({
    halfPrecision: features.has("shader-f16"),
    bufferBytes: largest >= GIGABYTE ? GIGABYTE : SMALL_BUFFER,
    name: [info.vendor, info.architecture, info.device, info.description].join("/"),
  });
}
