/** `bench -- idle`: what a long finished case costs on the screen while nobody touches it. */
import type { FigureTask } from "../../tools/figures.ts";
import { median } from "../boot/median.ts";
import { countEvents, traceCategory } from "../boot/trace.ts";
import { settle, visitWorkbench } from "./visit-workbench.ts";

const SIZE = { tokens: 20_000, nodes: 1000 } as const;
const REST_MS = 4000;
const WATCH_MS = 6000;

export const idle: FigureTask = {
  id: "idle",
  about:
    "share of its time that the main thread works on a finished case of 1,000 nodes, timers and frames a second",
  run: async ({ progress, ...options }) => {
    const repeats = Number(options.flags.get("repeats") ?? 3);
    const visit = await visitWorkbench({ progress, ...options });
    const { page } = visit;
    try {
      await visit.openCase(SIZE);
      await settle(page);
      await page.waitForTimeout(REST_MS);
      const shares: number[] = [];
      for (let repeat = 1; repeat <= repeats; repeat += 1) {
        const [startMs, start] = [await visit.readMainMs(), Date.now()];
        await page.waitForTimeout(WATCH_MS);
        shares.push(((await visit.readMainMs()) - startMs) / (Date.now() - start));
        progress(`${repeat} of ${repeats}: ${shares.at(-1)}`);
      }
      const browser = page.context().browser();
      await browser?.startTracing(page, { categories: [traceCategory, "devtools.timeline"] });
      await page.waitForTimeout(WATCH_MS);
      const trace = (await browser?.stopTracing())?.toString() ?? "";
      const perSecond = (name: string): number => round((countEvents(trace, name) * 1000) / WATCH_MS, 2);
      return {
        idleShare: round(median(shares), 5),
        timersPerSecond: perSecond("TimerFire"),
        framesPerSecond: perSecond("FireAnimationFrame"),
        ...SIZE,
        repeats,
      };
    } finally {
      await visit.close();
    }
  },
};

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
