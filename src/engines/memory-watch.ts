/**
 * Tells when a worker keeps more memory with every answer. Some engines leak a little each time; a worker that is
 * replaced between two answers costs a second, one that runs out of memory in the middle of one costs the answer.
 */

/** Readings compared at either end: single ones jump. */
const WINDOW = 4;
const GROWTH_BYTES = 256 * 1024 * 1024;
const GROWTH_SHARE = 0.25;

export type MemoryWatch = {
  /** Takes the memory in use after an answer; true when the worker should be replaced. */
  readonly push: (usedBytes: number) => boolean;
};

/** A watch over a worker that was just loaded. */
export function createMemoryWatch(): MemoryWatch {
  const first: number[] = [];
  let recent: readonly number[] = [];
  return {
    push: (usedBytes) => {
      if (first.length < WINDOW) {
        first.push(usedBytes);
        return false;
      }
      recent = [...recent, usedBytes].slice(-WINDOW);
      // The lowest of the latest against the highest of the first: a peak alone is no slope.
      const [before, now] = [Math.max(...first), Math.min(...recent)];
      const growth = now - before;
      return recent.length === WINDOW && growth > GROWTH_BYTES && growth > before * GROWTH_SHARE;
    },
  };
}
