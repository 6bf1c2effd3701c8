/** Time and frames as parts that are handed in, so that a test decides when either passes. */

export type RunClock = {
  /** Milliseconds since some moment; never runs backwards. */
  readonly now: () => number;
  /** Runs the work once after that long; what it returns calls it off. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/**
 * How often at most something is shown that changes by itself. Words that stream are read on in; figures are glanced at,
 * and so is an argument that grows. One is a multiple of the other, so that both come in the same pictures.
 */
export const CALM_MS = { words: 96, figures: 480 } as const;

/**
 * Runs the work before the next picture is drawn, or soon where none is being drawn. With a calm it may wait that long,
 * for the moment at which everything of that calm is drawn together; what a person did never waits.
 */
export type NextFrame = (work: () => void, calmMs?: number) => void;
