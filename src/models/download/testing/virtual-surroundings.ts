/**
 * Surroundings without a browser: time passes at once whenever nothing else happens, so that thirty seconds of silence
 * cost no second, and the network is whatever the test says.
 */
import type { Surroundings } from "../surroundings.ts";

export type VirtualSurroundings = Surroundings & {
  readonly setOnline: (isOnline: boolean) => void;
  /** As if the policy had stopped a connection. */
  readonly stopByPolicy: () => void;
};

type Wait = { readonly at: number; readonly done: () => void };

export const OWN_ORIGIN = "https://ward.example";

/** Waits are over in their order, each as soon as no other work is left. */
export function createVirtualSurroundings(fetch: Surroundings["fetch"]): VirtualSurroundings {
  const time = createVirtualTime();
  const listeners = new Set<() => void>();
  const network = { isOnline: true };
  let policyStops = 0;
  return {
    fetch,
    now: time.now,
    wait: time.wait,
    isOnline: () => network.isOnline,
    waitUntilOnline: async (signal) => {
      while (!network.isOnline && !signal.aborted) {
        await new Promise<void>((done) => {
          listeners.add(done);
          signal.addEventListener("abort", () => done());
        });
      }
    },
    readPolicyStops: () => policyStops,
    ownOrigin: OWN_ORIGIN,
    setOnline: (isOnline) => {
      network.isOnline = isOnline;
      for (const listener of listeners) listener();
    },
    stopByPolicy: () => void (policyStops += 1),
  };
}

function createVirtualTime(): Pick<Surroundings, "now" | "wait"> {
  const waits = new Set<Wait>();
  let now = 0;
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    while (waits.size > 0) {
      await letOthersWork();
      const [next] = [...waits].toSorted((a, b) => a.at - b.at);
      if (next === undefined) continue;
      waits.delete(next);
      now = Math.max(now, next.at);
      next.done();
    }
    isLooking = false;
  };
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((done) => {
        const wait = { at: now + milliseconds, done: () => end() };
        const end = () => {
          signal.removeEventListener("abort", end);
          waits.delete(wait);
          done();
        };
        if (signal.aborted) {
          done();
          return;
        }
        waits.add(wait);
        signal.addEventListener("abort", end);
        void look();
      }),
  };
}

/** Everything in these tests is done within a turn or two of the event loop. */
async function letOthersWork(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((done) => setTimeout(done, 0));
}
