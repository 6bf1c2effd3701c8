/** Time as a part that is handed in, so that thirty seconds of silence pass at once in a test. */

export type Timer = {
  /** Milliseconds since some moment; never runs backwards. */
  readonly now: () => number;
  /** Runs the work once after that long; what it returns calls it off. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/** The platform's own timer. */
export function createSystemTimer(): Timer {
  return {
    now: () => performance.now(),
    after: (ms, work) => {
      const handle = setTimeout(work, ms);
      return () => clearTimeout(handle);
    },
  };
}
