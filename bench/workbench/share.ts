/**
 * `bench -- share`: how much of its time the main thread works while a run speaks at 100 tokens a second with its thinking
 * unfolded and the graph in sight, first in an empty case and then in a long one; and the longest task of all that.
 */
import { longestTaskMsIn, traceCategory } from "../boot/trace.ts";
import { median } from "../boot/median.ts";
import type { FigureOptions, FigureTask, Figures } from "../../tools/figures.ts";
import {
  openThinking,
  settle,
  startRun,
  untilPhase,
  visitWorkbench,
  type WorkbenchVisit,
} from "./visit-workbench.ts";

const ASKED = { thinkingTokens: 1400, statementTokens: 1000, tokensPerSecond: 100 } as const;
const LONG = { tokens: 20_000, nodes: 1000 } as const;

type Shares = { readonly whole: number; readonly thinking: number; readonly statements: number };

export const share: FigureTask = {
  id: "share",
  about:
    "share of its time that the main thread works at 100 tokens a second with the graph in sight, longest task",
  run: async (options) => {
    const repeats = Number(options.flags.get("repeats") ?? 3);
    const visit = await visitWorkbench(options);
    try {
      const rounds: Shares[] = [];
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        rounds.push(await measureRun(visit, { tokens: 0, nodes: 0 }));
        options.progress(`run ${repeat} of ${repeats}: ${JSON.stringify(rounds.at(-1))}`);
      }
      const long = await measureRun(visit, LONG);
      options.progress(`after ${LONG.tokens} tokens and ${LONG.nodes} nodes: ${JSON.stringify(long)}`);
      return { ...sharesOf(rounds), inLongCase: long, ...(await measureTasks(options, visit)), repeats };
    } finally {
      await visit.close();
    }
  },
};

function sharesOf(rounds: readonly Shares[]): Figures {
  const middle = (name: keyof Shares): number => round(median(rounds.map((shares) => shares[name])));
  return {
    mainShare: middle("whole"),
    whileThinking: middle("thinking"),
    whileStating: middle("statements"),
  };
}

async function measureRun(visit: WorkbenchVisit, size: { tokens: number; nodes: number }): Promise<Shares> {
  const { page } = visit;
  await begin(visit, size);
  const [first, firstMs] = [Date.now(), await visit.readMainMs()];
  await untilPhase(page, "statements");
  const [middle, middleMs] = [Date.now(), await visit.readMainMs()];
  await untilPhase(page, "ended");
  const [last, lastMs] = [Date.now(), await visit.readMainMs()];
  return {
    whole: round((lastMs - firstMs) / (last - first)),
    thinking: round((middleMs - firstMs) / (middle - first)),
    statements: round((lastMs - middleMs) / (last - middle)),
  };
}

/** A case of that size with a run in it that has just begun to think in sight of everybody. */
async function begin(visit: WorkbenchVisit, size: { tokens: number; nodes: number }): Promise<void> {
  const { page } = visit;
  await visit.openCase(size);
  await page.evaluate((ask) => globalThis.workbenchPage.prepare(ask), { ...ASKED, from: 50_000 });
  await settle(page);
  await startRun(page);
  await openThinking(page);
}

/** Traced, which costs time of its own, so it tells no share. By the clock a task also waits for a busy machine. */
async function measureTasks({ progress }: FigureOptions, visit: WorkbenchVisit): Promise<Figures> {
  const { page } = visit;
  const browser = page.context().browser();
  await begin(visit, { tokens: 0, nodes: 0 });
  await browser?.startTracing(page, { categories: [traceCategory] });
  await page.evaluate(() => globalThis.workbenchPage.watchTasks());
  await untilPhase(page, "ended");
  const byClock = await page.evaluate(() => globalThis.workbenchPage.readTasks());
  const trace = (await browser?.stopTracing())?.toString() ?? "";
  const longest = longestTaskMsIn(trace);
  progress(`longest task: ${longest} ms of processor time, ${byClock} ms by the clock`);
  return { longestTaskMs: round(longest), longestTaskByClockMs: round(byClock) };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
