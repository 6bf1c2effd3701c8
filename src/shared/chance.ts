/** Chance as a part that is handed in: seeded where a run must repeat, the platform's only in `app`. */

export type Chance = {
  /** A number in [0, 1). */
  readonly next: () => number;
};

const WORD = 4_294_967_296;

/** A small seeded generator (Marsaglia's xorshift, 32 bit, shifts 13-17-5): the same seed, the same run. */
export function createSeededChance(seed: number): Chance {
  let word = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return {
    next: () => {
      word ^= word << 13;
      word ^= word >>> 17;
      word ^= word << 5;
      return (word >>> 0) / WORD;
    },
  };
}
