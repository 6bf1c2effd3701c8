/**
 * Notices when a model says the same thing over and over. A stretch repeats with period p when every token equals the
 * one p before it; one number for each period is enough to know how long that has been so.
 */

/** The longest loop looked for, in tokens: a paragraph. */
const LONGEST_PERIOD = 256;
/** Said once and repeated this many times more. Rulers, tables and lists of edges stay below. */
const REPEATS = 4;
/** A short loop must go on for this long: "no, no, no" and a row of dashes are no loop. */
const SHORTEST_STRETCH = 96;

export type RepetitionDetector = {
  /** Takes the next token; true once the text runs in a circle. */
  readonly push: (token: string) => boolean;
};

/** A detector at the start of a generation. */
export function createRepetitionDetector(): RepetitionDetector {
  const recent: string[] = Array.from({ length: LONGEST_PERIOD }, () => "");
  const stretches = new Uint32Array(LONGEST_PERIOD + 1);
  let seen = 0;
  return {
    push: (token) => {
      let loops = false;
      const longest = Math.min(seen, LONGEST_PERIOD);
      for (let period = 1; period <= longest; period += 1) {
        const isSame = recent[(seen - period) % LONGEST_PERIOD] === token;
        const stretch = isSame ? (stretches[period] ?? 0) + 1 : 0;
        stretches[period] = stretch;
        loops ||= stretch >= Math.max(SHORTEST_STRETCH, period * REPEATS);
      }
      recent[seen % LONGEST_PERIOD] = token;
      seen += 1;
      return loops;
    },
  };
}
