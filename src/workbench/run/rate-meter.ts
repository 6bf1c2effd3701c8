/** How fast tokens come, over the last two seconds: steady enough to read, quick enough to show a stall. */

const WINDOW_MS = 2000;
/** Samples closer together than this are one. */
const SAMPLE_MS = 100;

export type RateMeter = {
  /** Says how many tokens there are by now. */
  readonly add: (tokens: number, nowMs: number) => void;
  /** Tokens a second. */
  readonly read: (nowMs: number) => number;
};

type Sample = { readonly atMs: number; readonly tokens: number };

/** A meter that has seen nothing. */
export function createRateMeter(): RateMeter {
  let samples: readonly Sample[] = [];
  let latest: Sample | undefined;
  return {
    add: (tokens, nowMs) => {
      latest = { atMs: nowMs, tokens };
      const last = samples.at(-1);
      if (last !== undefined && nowMs - last.atMs < SAMPLE_MS) return;
      const old = samples.findLastIndex(({ atMs }) => atMs <= nowMs - WINDOW_MS);
      samples = [...samples.slice(Math.max(0, old)), latest];
    },
    read: (nowMs) => {
      const first = samples[0];
      const spanMs = nowMs - (first?.atMs ?? nowMs);
      if (first === undefined || latest === undefined || spanMs <= 0) return 0;
      return ((latest.tokens - first.tokens) * 1000) / spanMs;
    },
  };
}
