/**
 * `bench -- open`: from asking for a long case until its first screen is painted, note and dialogue, against reading the
 * bytes of its record from the disk.
 */
import type { FigureTask } from "../../tools/figures.ts";
import { median } from "../boot/median.ts";
import type { OpenTimes } from "./page/measure-opening.ts";
import { settle, visitWorkbench } from "./visit-workbench.ts";

const SIZE = { tokens: 20_000, nodes: 1000 } as const;

export const open: FigureTask = {
  id: "open",
  about: "until the first screen of a case of 20,000 tokens and 1,000 nodes is painted / reading its bytes",
  run: async (options) => {
    const repeats = Number(options.flags.get("repeats") ?? 7);
    const visit = await visitWorkbench(options);
    const { page } = visit;
    try {
      const { caseId } = await visit.seed(SIZE);
      const rounds: (OpenTimes & { readonly mainMs: number })[] = [];
      // The first one fetches the code of the screen.
      for (let repeat = 0; repeat <= repeats; repeat += 1) {
        await page.evaluate(() => globalThis.workbenchPage.goTo("/about"));
        await settle(page);
        const before = await visit.readMainMs();
        const times = await page.evaluate((id) => globalThis.workbenchPage.measureOpening(id), caseId);
        const mainMs = (await visit.readMainMs()) - before;
        if (repeat > 0) rounds.push({ ...times, mainMs });
        options.progress(`${repeat} of ${repeats}: ${JSON.stringify({ ...times, mainMs })}`);
      }
      const middle = (read: (times: (typeof rounds)[number]) => number): number =>
        Number(median(rounds.map((times) => read(times))).toFixed(2));
      return {
        open_vs_bytes: middle(({ shownMs, rowsMs }) => shownMs / rowsMs),
        shownMs: middle(({ shownMs }) => shownMs),
        rowsMs: middle(({ rowsMs }) => rowsMs),
        mainMs: middle(({ mainMs }) => mainMs),
        ...SIZE,
        repeats,
      };
    } finally {
      await visit.close();
    }
  },
};
