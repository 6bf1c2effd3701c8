/**
 * `bench -- decode`: the rate of an engine through worker, client, statement reader, case session and the encrypted vault
 * on a real profile, against a bare loop of the same engine in the same run; with the main thread idle and 60 % busy.
 */
import { visitEnginePage } from "../../e2e/engine-page/visit-engine-page.ts";
import type { FigureOptions, FigureTask, Figures } from "../../tools/figures.ts";
import { median } from "../boot/median.ts";
import type { Round, RoundResult } from "./page/page.ts";

const REPEATS = 3;
const BUSY = 0.6;

/** Tokens of a round: some seconds at each pace. */
const TOKENS = { 150: 1000, 1000: 4000, 5000: 7000 } as const;
type Pace = keyof typeof TOKENS;

type Measure = (round: Round) => Promise<RoundResult>;
type Pair = { readonly idle: RoundResult; readonly busy: RoundResult };

export const decode: FigureTask = {
  id: "decode",
  about:
    "decode rate through worker, reader, store and vault / a bare engine loop, main thread idle and busy",
  run: async (options) => {
    const visit = await visitEnginePage("bench/decode/page");
    try {
      await visit.page.evaluate(() => globalThis.decodePage.setUp());
      const measure: Measure = (round) =>
        visit.page.evaluate((asked) => globalThis.decodePage.measure(asked), round);
      const steady = await measureAll(options, measure, "steady", 150);
      const scripted = await measureAll(options, measure, "scripted", 150);
      const fast = await measureAll(options, measure, "steady", 1000);
      const fastest = await measureAll(options, measure, "steady", 5000);
      return {
        idle: ratioOf(scripted, "idle"),
        busy60: ratioOf(scripted, "busy"),
        at150: detailsOf(scripted),
        // Harder: a decode that never catches up. On few cores it also pays for the spinning page itself, as its bare
        // loop does, so it is compared with one that runs beside the same page.
        steadyAt150: detailsOf(steady),
        steadyAt1000: detailsOf(fast),
        steadyAt5000: detailsOf(fastest),
        saving: "encrypted vault on a persistent profile",
        repeats: REPEATS,
      };
    } finally {
      await visit.close();
    }
  },
};

/** Each round measures the app and the bare loop one after the other; idle and busy rounds alternate. */
async function measureAll(
  { progress }: FigureOptions,
  measure: Measure,
  engine: Round["engine"],
  pace: Pace,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let repeat = 1; repeat <= REPEATS; repeat += 1) {
    const round = { engine, tokensPerSecond: pace, tokens: TOKENS[pace] };
    pairs.push({
      idle: await measure({ ...round, busy: 0 }),
      busy: await measure({ ...round, busy: BUSY }),
    });
    progress(`${engine} at ${pace} tokens a second: ${repeat} of ${REPEATS}`);
  }
  return pairs;
}

function middle(
  pairs: readonly Pair[],
  name: keyof Pair,
  read: (result: RoundResult) => number,
  digits = 3,
): number {
  return Number(median(pairs.map((pair) => read(pair[name]))).toFixed(digits));
}

function ratioOf(pairs: readonly Pair[], name: keyof Pair): number {
  return middle(pairs, name, ({ bareMs, appMs }) => bareMs / appMs);
}

function detailsOf(pairs: readonly Pair[]): Figures {
  const half = (name: keyof Pair): Figures => ({
    rate: ratioOf(pairs, name),
    rate_vs_bareAsBusy: middle(pairs, name, ({ bareBusyMs, appMs }) => bareBusyMs / appMs),
    tokensPerSecond: middle(pairs, name, ({ tokens, appMs }) => (tokens * 1000) / appMs, 0),
    bareTokensPerSecond: middle(pairs, name, ({ tokens, bareMs }) => (tokens * 1000) / bareMs, 0),
    shownAfterMs: middle(pairs, name, ({ shownMs }) => shownMs, 0),
    savedAfterMs: middle(pairs, name, ({ savedMs }) => savedMs, 0),
    events: middle(pairs, name, ({ events }) => events, 0),
    longestTaskMs: middle(pairs, name, ({ longestTaskMs }) => longestTaskMs, 0),
  });
  return { idle: half("idle"), busy60: half("busy") };
}
