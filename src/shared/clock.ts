/** Time as a part that is handed in, so that the same record can be replayed to the millisecond. */

export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** A clock that stands still until it is told to move. */
export function createFixedClock(startMs: number): Clock & { readonly advance: (byMs: number) => void } {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (byMs) => {
      nowMs += byMs;
    },
  };
}
