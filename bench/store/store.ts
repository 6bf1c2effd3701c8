/**
 * `bench -- store`: what keeping a token costs in the encrypted vault, against the bare end of a private file in the same
 * run; what of that the main thread pays; and what opening a long case costs, against reading its bytes.
 */
import { visitEnginePage } from "../../e2e/engine-page/visit-engine-page.ts";
import type { FigureOptions, FigureTask, Figures } from "../../tools/figures.ts";
import { median } from "../boot/median.ts";
import type { OpenTimes } from "./page/page.ts";

const REPEATS = 7;
const CHUNK_TOKENS = 256;
const CHUNKS = 80;
const CASE_TOKENS = 20_000;
const CASE_NODES = 1000;
const MICROSECONDS = 1_000_000;

type Visit = Awaited<ReturnType<typeof visitEnginePage>>;

export const store: FigureTask = {
  id: "store",
  about:
    "saving a token / appending it to a private file, its main thread time, opening a case / reading its bytes",
  run: async (options) => {
    const visit = await visitEnginePage("bench/store/page");
    try {
      await visit.page.evaluate(() => globalThis.storePage.setUp());
      return { ...(await measureSaving(options, visit)), ...(await measureOpening(options, visit)) };
    } finally {
      await visit.close();
    }
  },
};

async function measureSaving({ progress }: FigureOptions, { page }: Visit): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const readCpu = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const tokens = CHUNKS * CHUNK_TOKENS;
  const toMicroseconds = (ms: number): number => (ms * 1000) / tokens;
  const vault: number[] = [];
  const file: number[] = [];
  const main: number[] = [];
  // The first round is for the compiler.
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    const appended = await page.evaluate((chunks) => globalThis.storePage.append(chunks), CHUNKS);
    const before = await readCpu();
    const saved = await page.evaluate((chunks) => globalThis.storePage.save(chunks), CHUNKS);
    const after = await readCpu();
    await page.evaluate((ms) => globalThis.storePage.rest(ms), saved);
    const rest = (await readCpu()) - after;
    if (repeat === 0) continue;
    file.push(toMicroseconds(appended));
    vault.push(toMicroseconds(saved));
    main.push(((after - before - rest) * MICROSECONDS) / tokens);
    progress(`saving: ${repeat} of ${REPEATS}`);
  }
  return {
    usPerToken_vs_opfs: round(median(vault.map((us, at) => us / (file[at] ?? Number.NaN)))),
    mainUsPerToken: round(median(main)),
    usPerToken: round(median(vault)),
    opfsUsPerToken: round(median(file)),
  };
}

async function measureOpening({ progress }: FigureOptions, { page }: Visit): Promise<Figures> {
  progress(`writing a case of ${CASE_TOKENS} tokens and ${CASE_NODES} nodes`);
  const caseId = await page.evaluate(([tokens, nodes]) => globalThis.storePage.fill(tokens, nodes), [
    CASE_TOKENS,
    CASE_NODES,
  ] as const);
  const times: OpenTimes[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    const time = await page.evaluate((id) => globalThis.storePage.open(id), caseId);
    if (repeat > 0) times.push(time);
  }
  const middle = (read: (time: OpenTimes) => number): number => round(median(times.map(read)));
  return {
    open_vs_bytes: middle(({ openMs, rowsMs }) => openMs / rowsMs),
    open_vs_snapshots: middle(({ openMs, snapshotsMs }) => openMs / snapshotsMs),
    openMs: middle(({ openMs }) => openMs),
    openAndFoldMs: middle(({ foldedMs }) => foldedMs),
    rowsMs: middle(({ rowsMs }) => rowsMs),
    snapshotsMs: middle(({ snapshotsMs }) => snapshotsMs),
    caseEvents: times[0]?.events ?? 0,
    repeats: REPEATS,
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
