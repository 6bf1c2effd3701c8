/** How fast a download is and how long it still takes, over the last seconds, so that the words do not flicker. */

export type TransferRate = {
  readonly note: (bytes: number, now: number) => void;
  /** Bytes a second; undefined until enough was seen to tell. */
  readonly read: (now: number) => number | undefined;
  /** Begins anew: what was fast before a pause says nothing of what comes after it. */
  readonly reset: () => void;
};

const WINDOW_MS = 8000;
const LEAST_MS = 1500;
/** Samples nearer to each other than this are one. */
const GRAIN_MS = 100;

/** The mean over a sliding window. */
export function createTransferRate(): TransferRate {
  let samples: { at: number; bytes: number }[] = [];
  let begun: number | undefined;
  return {
    note: (bytes, now) => {
      begun ??= now;
      const last = samples.at(-1);
      if (last !== undefined && now - last.at < GRAIN_MS) last.bytes += bytes;
      else samples.push({ at: now, bytes });
      samples = samples.filter(({ at }) => now - at <= WINDOW_MS);
    },
    read: (now) => {
      if (begun === undefined || now - begun < LEAST_MS) return undefined;
      const recent = samples.filter(({ at }) => now - at <= WINDOW_MS);
      const bytes = recent.reduce((sum, sample) => sum + sample.bytes, 0);
      return (bytes * 1000) / Math.min(WINDOW_MS, now - begun);
    },
    reset: () => {
      samples = [];
      begun = undefined;
    },
  };
}

/** Undefined while nothing moves. */
export function secondsLeft(bytesLeft: number, bytesPerSecond: number | undefined): number | undefined {
  if (bytesPerSecond === undefined || bytesPerSecond <= 0) return undefined;
  return Math.ceil(bytesLeft / bytesPerSecond);
}
