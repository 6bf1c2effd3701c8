/** Time and frames as parts that are handed in, so that a test decides when either passes. */

export type RunClock = {
  /** Milliseconds since some moment; never runs backwards. */
  readonly now: () => number;
  /** Runs the work once after that long; what it returns calls it off. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/** Runs the work before the next picture is drawn, or soon where none is being drawn. */
export type NextFrame = (work: () => void) => void;
