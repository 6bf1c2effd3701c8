/** Starts engines in workers of this document, and ends them at once when something else is wanted. */
import type { EngineEntry } from "../contracts/engine.ts";
import { createDeviceClaim, type DeviceClaim } from "../engines/device-claim.ts";
import { createEngineClient } from "../engines/engine-client.ts";
import { ENGINE_LIMITS } from "../engines/engine-limits.ts";
import { createWorkerPort, type EnginePort, type PortListener } from "../engines/engine-port.ts";
import { createSystemTimer } from "../engines/timer.ts";
import type { OpenedEngine } from "../workbench/engine-session/engine-session.ts";
import { scriptUrl } from "./script-url.ts";

export type EngineHostParts = {
  /** Whether an engine would compute on the graphics device here. */
  readonly usesGraphics: (entry: EngineEntry) => Promise<boolean>;
};

/** Gives what opens an engine. No worker is started before something is asked of it. */
export function createEngineHost({ usesGraphics }: EngineHostParts): (entry: EngineEntry) => OpenedEngine {
  return (entry) => {
    const claim = createPatientClaim(createDeviceClaim(navigator.locks), () => usesGraphics(entry));
    const ports = createEndablePorts((worker) =>
      createWorkerPort(new Worker(scriptUrl(entry.workerUrl), { type: "module", name: String(worker) })),
    );
    const engine = createEngineClient({
      createPort: ports.create,
      timer: createSystemTimer(),
      limits: ENGINE_LIMITS,
      claim,
    });
    return {
      engine,
      end: () => {
        ports.end();
        claim.end();
      },
    };
  };
}

const CLAIM_TRIES = 10;
const CLAIM_PAUSE_MS = 100;

/** A lock that this page, or a tab that just closed, gave back a moment ago takes a moment to be free. */
function createPatientClaim(
  claim: DeviceClaim,
  isNeeded: () => Promise<boolean>,
): DeviceClaim & { readonly end: () => void } {
  let isEnded = false;
  const takeInTime = async (triesLeft: number): Promise<boolean> => {
    const isOurs = await claim.take();
    // Ended while it waited: what it got then belongs to nobody.
    if (isEnded) claim.release();
    if (isEnded || isOurs || triesLeft === 0) return isOurs && !isEnded;
    await new Promise((resolve) => setTimeout(resolve, CLAIM_PAUSE_MS));
    return takeInTime(triesLeft - 1);
  };
  return {
    take: async () => !(await isNeeded()) || takeInTime(CLAIM_TRIES),
    release: claim.release,
    end: () => {
      isEnded = true;
      claim.release();
    },
  };
}

type Ports = {
  readonly create: (worker: number) => EnginePort<unknown>;
  readonly end: () => void;
};

/** Ports that can all be ended from outside: whoever waits for one hears that it failed, now and ever after. */
function createEndablePorts(start: (worker: number) => EnginePort<unknown>): Ports {
  const live = new Map<EnginePort<unknown>, PortListener | undefined>();
  let isEnded = false;
  return {
    create: (worker) => {
      if (isEnded) return DEAD_PORT;
      const port = start(worker);
      live.set(port, undefined);
      return {
        post: port.post,
        listen: (listener) => {
          live.set(port, listener);
          port.listen(listener);
        },
        close: () => {
          live.delete(port);
          port.close();
        },
      };
    },
    end: () => {
      isEnded = true;
      for (const [port, listener] of live) {
        port.close();
        listener?.onFailure();
      }
      live.clear();
    },
  };
}

const DEAD_PORT: EnginePort<unknown> = {
  post: () => undefined,
  listen: ({ onFailure }) => queueMicrotask(onFailure),
  close: () => undefined,
};
