/**
 * `bench -- memory`: what a long open case keeps in memory against the bytes of its record, and whether anything stays
 * behind when cases are opened and closed, or run and closed, again and again.
 */
import type { FigureOptions, FigureTask } from "../../tools/figures.ts";
import { type Heap, readHeap } from "./heap.ts";
import { settle, startRun, untilPhase, visitWorkbench, type WorkbenchVisit } from "./visit-workbench.ts";

const SIZE = { tokens: 20_000, nodes: 1000 } as const;
const TIMES = 10;
/** What is loaded on first use is no growth. */
const WARM_UP = 3;
const RUN = { thinkingTokens: 600, statementTokens: 1000, tokensPerSecond: 5000 } as const;

export const memory: FigureTask = {
  id: "memory",
  about: "heap of an open case / bytes of its record, and growth over ten openings and ten runs",
  run: async (options) => {
    const visit = await visitWorkbench(options);
    try {
      const { caseId, bytes } = await visit.seed(SIZE);
      const openings = await measureGrowth(options, visit, "opening", () =>
        visit.goToCase(`/cases/${caseId}`),
      );
      await visit.goToCase(`/cases/${caseId}`);
      const opened = await readHeap(visit.session);
      await leaveCase(visit);
      const runs = await measureGrowth(options, visit, "run", () => runCase(visit));
      return {
        heap_vs_data: round((opened.usedBytes - openings.last.usedBytes) / bytes),
        growthOver10Openings: growthOf(openings, "keptBytes"),
        growthOver10Runs: growthOf(runs, "keptBytes"),
        growthWithBrowsersNotes: {
          openings: growthOf(openings, "dataBytes"),
          runs: growthOf(runs, "dataBytes"),
        },
        growthWithCode: { openings: growthOf(openings, "allBytes"), runs: growthOf(runs, "allBytes") },
        recordBytes: bytes,
        openBytes: opened.usedBytes,
        closedBytes: openings.last.usedBytes,
      };
    } finally {
      await visit.close();
    }
  },
};

type Growth = { readonly first: Heap; readonly last: Heap };

/** The heap with nothing open before and after doing something ten times and leaving it. */
async function measureGrowth(
  { progress }: FigureOptions,
  visit: WorkbenchVisit,
  name: string,
  act: () => Promise<void>,
): Promise<Growth> {
  const repeat = async (times: number): Promise<Heap> => {
    for (let time = 0; time < times; time += 1) {
      await act();
      await leaveCase(visit);
    }
    return readHeap(visit.session);
  };
  const first = await repeat(WARM_UP);
  const last = await repeat(TIMES);
  progress(`${name}: ${JSON.stringify({ first, last })}`);
  return { first, last };
}

/** In a case of its own. */
async function runCase(visit: WorkbenchVisit): Promise<void> {
  const { page } = visit;
  await visit.openCase({ tokens: 0, nodes: 0 });
  await page.evaluate((ask) => globalThis.workbenchPage.prepare(ask), { ...RUN, from: 0 });
  await startRun(page);
  await untilPhase(page, "ended");
}

async function leaveCase({ page }: WorkbenchVisit): Promise<void> {
  await page.evaluate(() => globalThis.workbenchPage.goTo("/about"));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await settle(page);
}

function growthOf({ first, last }: Growth, what: Exclude<keyof Heap, "usedBytes">): number {
  return round(last[what] / first[what] - 1);
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
