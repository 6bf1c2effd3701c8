/**
 * How the commands speak: plain lines, a heading and a time for each part, and for every failure that a person can do
 * something about one sentence and a next step.
 */

/** A failure with its next step; anything else that is thrown is a bug and keeps its stack. */
export class Stop extends Error {
  /**
   * @param {string} sentence
   * @param {string} nextStep
   */
  constructor(sentence, nextStep) {
    super(sentence);
    this.nextStep = nextStep;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} title */
export function sayHeading(title) {
  say(`\n== ${title}`);
}

/**
 * Runs a command's main function; a `Stop` becomes its two lines and exit code 1.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`\n${error.message}\n${error.nextStep}\n`);
    process.exitCode = 1;
  }
}

/**
 * A duration as a person says it.
 * @param {number} ms
 */
export function formatDuration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs `work`, saying what it is and, while it lasts, that it still goes on.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function saySteps(title, work) {
  const started = Date.now();
  say(`${title} ...`);
  const ticks = setInterval(() => say(`  still at it, ${formatDuration(Date.now() - started)}`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(ticks);
    say(`  ${formatDuration(Date.now() - started)}`);
  }
}
