/**
 * `bench -- text`: what a token of streaming thinking costs the main thread, in the whole workbench, against the same
 * tokens of the same engine written straight into the document; and whether the 60,000th costs what the 100th did.
 */
import type { FigureOptions, FigureTask, Figures } from "../../tools/figures.ts";
import { median } from "../boot/median.ts";
import { openThinking, settle, startRun, visitWorkbench, type WorkbenchVisit } from "./visit-workbench.ts";

const TOKENS_PER_SECOND = 200;
const TOKENS = 1000;
const LENGTHS = [100, 5000, 20_000, 60_000] as const;
/** The limit was measured by whoever set the goal when so much was there already. */
const COMPARED_AT = 5000;

type Costs = { readonly direct: number; readonly byLength: Readonly<Record<number, number>> };

export const text: FigureTask = {
  id: "text",
  about:
    "main thread time a token of thinking / writing it straight into the document, and at 60,000 / at 100",
  run: async (options) => {
    const repeats = Number(options.flags.get("repeats") ?? 3);
    const visit = await visitWorkbench(options);
    try {
      const rounds: Costs[] = [];
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        rounds.push(await measureRound(options, visit));
        options.progress(`round ${repeat} of ${repeats}: ${JSON.stringify(rounds.at(-1))}`);
      }
      return toFigures(rounds);
    } finally {
      await visit.close();
    }
  },
};

function toFigures(rounds: readonly Costs[]): Figures {
  const middle = (read: (costs: Costs) => number): number =>
    Number(median(rounds.map((costs) => read(costs))).toFixed(3));
  const at = ({ byLength }: Costs, length: number): number => byLength[length] ?? Number.NaN;
  return {
    vs_dom: middle((costs) => at(costs, COMPARED_AT) / costs.direct),
    at20000_vs_at100: middle((costs) => at(costs, 20_000) / at(costs, 100)),
    at60000_vs_at100: middle((costs) => at(costs, 60_000) / at(costs, 100)),
    vs_domAt60000: middle((costs) => at(costs, 60_000) / costs.direct),
    mainMsPerToken: Object.fromEntries(
      LENGTHS.map((length) => [length, middle((costs) => at(costs, length))]),
    ),
    directMsPerToken: middle(({ direct }) => direct),
    tokensPerSecond: TOKENS_PER_SECOND,
    repeats: rounds.length,
  };
}

async function measureRound(options: FigureOptions, visit: WorkbenchVisit): Promise<Costs> {
  const byLength: Record<number, number> = {};
  for (const length of LENGTHS) {
    byLength[length] = await measureStream(visit, length);
    options.progress(`after ${length} tokens: ${byLength[length].toFixed(3)} ms a token`);
  }
  return { direct: await measureDirect(visit), byLength };
}

/** In a case of its own, so that nothing of the last one is on the screen. */
async function measureStream(visit: WorkbenchVisit, length: number): Promise<number> {
  const { page } = visit;
  await visit.openCase({ tokens: 0, nodes: 0 });
  const asked = { thinkingTokens: TOKENS, statementTokens: 0, tokensPerSecond: TOKENS_PER_SECOND, from: 0 };
  await page.evaluate((ask) => globalThis.workbenchPage.prepare(ask), { ...asked, gateAt: length });
  await startRun(page);
  await openThinking(page);
  await page.evaluate(() => globalThis.workbenchPage.untilGate());
  return measureTokens(visit, () => page.evaluate(() => globalThis.workbenchPage.openGate()));
}

async function measureDirect(visit: WorkbenchVisit): Promise<number> {
  const asked = { thinkingTokens: TOKENS, statementTokens: 0, tokensPerSecond: TOKENS_PER_SECOND, from: 0 };
  return measureTokens(visit, () =>
    visit.page.evaluate((ask) => globalThis.workbenchPage.streamDirectly(ask), asked),
  );
}

async function measureTokens(visit: WorkbenchVisit, stream: () => Promise<number>): Promise<number> {
  await settle(visit.page);
  await visit.session.send("HeapProfiler.collectGarbage");
  const before = await visit.readMainMs();
  const tokens = await stream();
  return ((await visit.readMainMs()) - before) / tokens;
}
