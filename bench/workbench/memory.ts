/**
 * `bench -- memory`: what a long open case keeps in memory against the bytes of its record, and whether anything stays
 * behind when cases are opened and closed, or run and closed, again and again.
 */
import type { FigureTask } from "../../tools/figures.ts";
import { settle, startRun, untilPhase, visitWorkbench, type WorkbenchVisit } from "./visit-workbench.ts";

const SIZE = { tokens: 20_000, nodes: 1000 } as const;
const TIMES = 10;
/** What is loaded and compiled on first use is no growth. */
const WARM_UP = 2;
const RUN = { thinkingTokens: 600, statementTokens: 1000, tokensPerSecond: 5000 } as const;

export const memory: FigureTask = {
  id: "memory",
  about: "heap of an open case / bytes of its record, and growth over ten openings and ten runs",
  run: async (options) => {
    const visit = await visitWorkbench(options);
    try {
      const { caseId, bytes } = await visit.seed(SIZE);
      const path = `/cases/${caseId}`;
      const closed: number[] = [];
      const opened: number[] = [];
      for (let time = 0; time < WARM_UP + TIMES; time += 1) {
        await visit.goToCase(path);
        opened.push(await readHeap(visit));
        await leaveCase(visit);
        closed.push(await readHeap(visit));
        options.progress(`opening ${time + 1}: ${opened.at(-1)} open, ${closed.at(-1)} closed`);
      }
      const runs = await measureRuns(visit, options.progress);
      const [before = Number.NaN, after = Number.NaN] = [closed[WARM_UP - 1], closed.at(-1)];
      const [runBefore = Number.NaN, runAfter = Number.NaN] = [runs[WARM_UP - 1], runs.at(-1)];
      return {
        heap_vs_data: round(((opened.at(-1) ?? Number.NaN) - after) / bytes),
        growthOver10Openings: round(after / before - 1),
        growthOver10Runs: round(runAfter / runBefore - 1),
        dataBytes: bytes,
        openBytes: opened.at(-1) ?? Number.NaN,
        closedBytes: after,
      };
    } finally {
      await visit.close();
    }
  },
};

/** Each run in a case of its own, closed afterwards. */
async function measureRuns(
  visit: WorkbenchVisit,
  progress: (line: string) => void,
): Promise<readonly number[]> {
  const heaps: number[] = [];
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    await visit.openCase({ tokens: 0, nodes: 0 });
    await visit.page.evaluate((ask) => globalThis.workbenchPage.prepare(ask), { ...RUN, from: 0 });
    await startRun(visit.page);
    await untilPhase(visit.page, "ended");
    await leaveCase(visit);
    heaps.push(await readHeap(visit));
    progress(`run ${time + 1}: ${heaps.at(-1)}`);
  }
  return heaps;
}

async function leaveCase({ page }: WorkbenchVisit): Promise<void> {
  await page.evaluate(() => globalThis.workbenchPage.goTo("/about"));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await settle(page);
}

/** Bytes in use after everything that can go has gone. */
async function readHeap({ page, session }: WorkbenchVisit): Promise<number> {
  await settle(page);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
