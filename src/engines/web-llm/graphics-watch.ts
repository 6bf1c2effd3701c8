/**
 * Watches the graphics device that WebLLM asks for. The library notes errors on the console and goes on computing with
 * what they left; here the first one is the end of what this device may say.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Timer } from "../timer.ts";

/** A device that fails makes what runs on it throw first, and says so a little later. */
const NEWS_MS = 500;

export type GraphicsWatch = {
  /** What went wrong first. */
  readonly fault: () => EngineError | undefined;
  /** Whether memory was what it wanted. */
  readonly lackedMemory: () => boolean;
  /** What the buffers of this device take right now. */
  readonly usedBytes: () => number;
  /** Hears of the first fault, at once when there was one already. */
  readonly onFault: (hear: (fault: EngineError) => void) => void;
  /** From now on whatever happens to the device is meant to happen. */
  readonly stop: () => void;
};

/** As much of a device as there is to watch. */
export type WatchedDevice = {
  readonly lost: Promise<unknown>;
  readonly addEventListener: (
    type: "uncapturederror",
    hear: (event: Event & { readonly error: unknown }) => void,
  ) => void;
  popErrorScope: () => Promise<unknown>;
  /** Written as a method, so that the platform's stricter descriptor is as good. */
  createBuffer(descriptor: { readonly size: number }): { destroy: () => void };
};

/** Watches a device from the moment it is given out. */
export function watchDevice(device: WatchedDevice): GraphicsWatch {
  const listeners: ((fault: EngineError) => void)[] = [];
  let fault: EngineError | undefined;
  let lackedMemory = false;
  let isStopped = false;
  const note = (found: EngineError): void => {
    if (isStopped || fault !== undefined) return;
    fault = found;
    for (const listener of listeners) listener(found);
  };
  device.addEventListener("uncapturederror", (event) => {
    // Its text may name a buffer of ours, and the console is no place for it.
    event.preventDefault();
    event.stopImmediatePropagation();
    lackedMemory ||= event.error instanceof GPUOutOfMemoryError;
    note({ type: "engine-device-error" });
  });
  void device.lost.then(() => note({ type: "engine-device-lost" }));
  // WebLLM guards nothing but the making of buffers this way. When one cannot be had it destroys the device.
  const pop = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    const error = await pop();
    lackedMemory ||= error !== null;
    return error;
  };
  const usedBytes = countBuffers(device);
  return {
    fault: () => fault,
    usedBytes,
    lackedMemory: () => lackedMemory,
    onFault: (hear) => {
      listeners.push(hear);
      if (fault !== undefined) hear(fault);
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/** WebGPU tells nobody how much of its memory is in use, so what is taken and given back is added up. */
function countBuffers(device: WatchedDevice): () => number {
  const create = device.createBuffer.bind(device);
  let used = 0;
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    let bytes = descriptor.size;
    used += bytes;
    buffer.destroy = () => {
      used -= bytes;
      bytes = 0;
      destroy();
    };
    return buffer;
  };
  return () => used;
}

/** The fault behind something that was just thrown, if the device has one to tell. */
export function faultBehind(
  watch: GraphicsWatch | undefined,
  timer: Timer,
): Promise<EngineError | undefined> {
  return new Promise((resolve) => {
    const callOff = timer.after(NEWS_MS, () => resolve(undefined));
    watch?.onFault((fault) => {
      callOff();
      resolve(fault);
    });
  });
}
