/**
 * `bench -- replay`: whether a screen keeps up with 5,000 tokens a second. Offered is how long a bare loop of the same
 * engine takes for the same; shown is until the last of it has been painted.
 */
import type { FigureTask, Figures } from "../../tools/figures.ts";
import { longestTaskMsIn, traceCategory } from "../boot/trace.ts";
import { median } from "../boot/median.ts";
import type { ReplayTimes } from "./page/replay.ts";
import { openThinking, settle, startRun, visitWorkbench, type WorkbenchVisit } from "./visit-workbench.ts";

const TOKENS_PER_SECOND = 5000;
/** Long enough that the last frame is no large part of it. */
const STREAM = { thinkingTokens: 40_000, statementTokens: 0, gateAt: 500 } as const;
/** All that one run may say. */
const RUN = { thinkingTokens: 1400, statementTokens: 3900 } as const;
type Asked = typeof STREAM | typeof RUN;
type Replayed = ReplayTimes & { readonly longestTaskMs: number; readonly longestTaskByClockMs: number };

export const replay: FigureTask = {
  id: "replay",
  about: "5,000 tokens a second: shown / offered, and the longest task, for thinking and for whole runs",
  run: async (options) => {
    const repeats = Number(options.flags.get("repeats") ?? 3);
    const visit = await visitWorkbench(options);
    try {
      const streams: Replayed[] = [];
      const runs: Replayed[] = [];
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        streams.push(await measureReplay(visit, STREAM));
        runs.push(await measureReplay(visit, RUN));
        options.progress(`${repeat} of ${repeats}: ${JSON.stringify([streams.at(-1), runs.at(-1)])}`);
      }
      return { ...figuresOf(streams), wholeRun: figuresOf(runs), repeats };
    } finally {
      await visit.close();
    }
  },
};

function figuresOf(replays: readonly Replayed[]): Figures {
  const middle = (read: (replayed: Replayed) => number): number =>
    Number(median(replays.map((replayed) => read(replayed))).toFixed(3));
  return {
    shownShare: middle(({ offeredMs, shownMs }) => offeredMs / shownMs),
    longestTaskMs: middle(({ longestTaskMs }) => longestTaskMs),
    longestTaskByClockMs: middle(({ longestTaskByClockMs }) => longestTaskByClockMs),
    behindMs: middle(({ offeredMs, shownMs }) => shownMs - offeredMs),
    tokens: middle(({ tokens }) => tokens),
  };
}

async function measureReplay(visit: WorkbenchVisit, asked: Asked): Promise<Replayed> {
  const { page } = visit;
  await visit.openCase({ tokens: 0, nodes: 0 });
  await page.evaluate((ask) => globalThis.workbenchPage.prepare(ask), {
    ...asked,
    tokensPerSecond: TOKENS_PER_SECOND,
    from: 0,
  });
  await settle(page);
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: [traceCategory] });
  await page.evaluate(() => globalThis.workbenchPage.watchTasks());
  await startRun(page);
  if ("gateAt" in asked) await openThinking(page);
  const times = await page.evaluate(() => globalThis.workbenchPage.replay());
  const longestTaskByClockMs = await page.evaluate(() => globalThis.workbenchPage.readTasks());
  const trace = (await browser?.stopTracing())?.toString() ?? "";
  return { ...times, longestTaskMs: longestTaskMsIn(trace), longestTaskByClockMs };
}
