/**
 * What was seen leaving the browser during one run: every name asked for, every connection, every byte.
 * Each sighting is put down to the channel whose name or address it used; what fits none is kept as `unknown`.
 */
import type { Canary } from "./canary.ts";

export type SightingKind = "name" | "connection" | "bytes";

export type Sighting = {
  /** A channel's id, "vendor" for a name of the browser's own maker, else "unknown". */
  readonly channel: string;
  readonly kind: SightingKind;
  readonly via: "dns" | "tcp" | "udp" | "http" | "netlog";
  readonly hasCanary: boolean;
  /** A host name or an address, for a person to look at. */
  readonly to: string;
};

export type Observed = {
  readonly kind: SightingKind;
  readonly via: Sighting["via"];
  readonly to: string;
  readonly payload: Buffer | string;
};

export type Journal = {
  readonly record: (observed: Observed) => void;
  readonly sightings: readonly Sighting[];
  /** Resolves with the milliseconds until this channel first did at least this, or undefined after `limitMs`. */
  readonly firstOf: (
    channel: string,
    kinds: readonly SightingKind[],
    limitMs: number,
  ) => Promise<number | undefined>;
};

/** An empty journal; `channelOf` names the channel behind a host name or an address. */
export function createJournal(canary: Canary, channelOf: (to: string) => string): Journal {
  const sightings: Sighting[] = [];
  const waiting = new Set<() => void>();
  return {
    sightings,
    record: ({ kind, via, to, payload }) => {
      sightings.push({ channel: channelOf(to), kind, via, hasCanary: canary.isIn(payload), to });
      for (const wake of waiting) wake();
    },
    firstOf: (channel, kinds, limitMs) => {
      const start = performance.now();
      const isThere = () => sightings.some((seen) => seen.channel === channel && kinds.includes(seen.kind));
      return new Promise((done) => {
        const finish = (elapsed: number | undefined) => {
          clearTimeout(timer);
          waiting.delete(check);
          done(elapsed);
        };
        const check = () => isThere() && finish(performance.now() - start);
        const timer = setTimeout(() => finish(undefined), limitMs);
        waiting.add(check);
        check();
      });
    },
  };
}
