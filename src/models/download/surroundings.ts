/** What a download needs of the browser, as a part that is handed in: tests script the network and skip the waiting. */

export type Surroundings = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since some moment; never runs backwards. */
  readonly now: () => number;
  /** Resolves after that long, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly isOnline: () => boolean;
  /** Resolves when the device is online again, or at once when the signal is aborted. */
  readonly waitUntilOnline: (signal: AbortSignal) => Promise<void>;
  /** How many connections this document's policy has stopped so far; never more is kept of them. */
  readonly readPolicyStops: () => number;
  readonly ownOrigin: string;
};

/** The browser's own. The policy's stops are counted from here on. */
export function createSurroundings(): Surroundings {
  let policyStops = 0;
  globalThis.addEventListener("securitypolicyviolation", (event) => {
    if ("effectiveDirective" in event && event.effectiveDirective === "connect-src") policyStops += 1;
  });
  return {
    fetch: (address, init) => fetch(address, init),
    now: () => performance.now(),
    wait,
    isOnline: () => navigator.onLine,
    waitUntilOnline,
    readPolicyStops: () => policyStops,
    ownOrigin: location.origin,
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) {
      done();
      return;
    }
    const end = () => {
      clearTimeout(handle);
      signal.removeEventListener("abort", end);
      done();
    };
    const handle = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}

async function waitUntilOnline(signal: AbortSignal): Promise<void> {
  while (!navigator.onLine && !signal.aborted) {
    await new Promise<void>((done) => {
      const end = new AbortController();
      const stop = () => {
        end.abort();
        done();
      };
      globalThis.addEventListener("online", stop, { signal: end.signal });
      signal.addEventListener("abort", stop, { signal: end.signal });
    });
  }
}
