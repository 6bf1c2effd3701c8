/**
 * Watches the graphics device that WebLLM asks for. The library notes errors on the console and goes on computing with
 * what they left; here the first one is the end of what this device may say.
 */
import type { EngineError } from "../../contracts/engine-error.ts";

export type GraphicsWatch = {
  /** What went wrong first. */
  readonly fault: () => EngineError | undefined;
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
};

/** Watches a device from the moment it is given out. */
export function watchDevice(device: WatchedDevice): GraphicsWatch {
  const listeners: ((fault: EngineError) => void)[] = [];
  let fault: EngineError | undefined;
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
    note(isOutOfMemory(event.error) ? { type: "engine-out-of-memory" } : { type: "engine-device-error" });
  });
  void device.lost.then(() => note({ type: "engine-device-lost" }));
  // WebLLM guards nothing but the making of buffers this way, and destroys the device when one cannot be had.
  const pop = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    const error = await pop();
    if (error !== null) note({ type: "engine-out-of-memory" });
    return error;
  };
  return {
    fault: () => fault,
    onFault: (hear) => {
      listeners.push(hear);
      if (fault !== undefined) hear(fault);
    },
    stop: () => {
      isStopped = true;
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof GPUOutOfMemoryError;
}
