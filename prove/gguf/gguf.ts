/**
 * `prove -- gguf --file F`: whether a model runs on this machine as the app promises. Any GGUF file; it is installed on
 * the Models screen of the built app, and everything after that happens in its own worker.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { serveProofSite } from "../web-llm/site.ts";
import { STEPS, type StepOptions } from "./steps.ts";
import { withVisit } from "./visit.ts";

/** Long enough for every step, short enough for most devices. */
const CONTEXT_TOKENS = 4096;
/** More than this is a leak and no noise. */
const MOST_GROWTH = 1.1;

export const ggufProof: FigureTask = {
  id: "gguf",
  about: "a GGUF file (--file F) keeps every promise here, on the processor (--headed, --cycles N)",
  run: async (options) => {
    const file = readFileName(options.flags.get("file"));
    const counts = readCounts(options);
    const build = resolve(options.flags.get("folder") ?? "dist");
    const site = await serveProofSite(build);
    try {
      const visit = { site, build, file, isHeaded: options.flags.has("headed") };
      return await withVisit(visit, async (visited) => {
        const { pack, installSeconds, strangers } = visited;
        const contextTokens = Math.min(pack.model.contextTokens, CONTEXT_TOKENS);
        const source = { type: "pack", packId: pack.id, contextTokens } as const;
        const wanted: StepOptions = { source, ...counts };
        const { architecture, quantisation } = pack.model;
        const figures: Figures[] = [
          { file: pack.name, architecture, quantisation, contextTokens },
          { installSeconds: Number(installSeconds.toFixed(1)) },
        ];
        for (const { id, run } of STEPS) {
          options.progress(id);
          figures.push(await run(visited, wanted));
        }
        return Object.assign({}, ...figures, { requestsElsewhere: strangers.length });
      });
    } finally {
      await site.close();
    }
  },
  holds: (figures) =>
    isEmpty(figures["loadErrors"]) &&
    isEmpty(figures["broken"]) &&
    figures["statements"] !== 0 &&
    figures["statements"] === figures["statementLines"] &&
    figures["freshAfterPatient"] === true &&
    figures["recovered"] === true &&
    figures["sameForAllThreads"] === true &&
    figures["cycleFailures"] === 0 &&
    Number(figures["memoryGrowth"]) <= MOST_GROWTH &&
    figures["flips"] === figures["refusals"] &&
    figures["requestsElsewhere"] === 0,
};

function isEmpty(list: Figures[string] | undefined): boolean {
  return Array.isArray(list) && list.length === 0;
}

function readFileName(named: string | undefined): string {
  if (named === undefined || named === "true")
    throw new CouldNotRun("give it a model with --file FILE.gguf.");
  if (!existsSync(named)) throw new CouldNotRun(`there is no file "${named}".`);
  return resolve(named);
}

function readCounts({ flags }: FigureOptions): Omit<StepOptions, "source"> {
  const read = (name: string, usual: number): number => {
    const value = Number(flags.get(name) ?? usual);
    if (!Number.isSafeInteger(value) || value < 1) throw new CouldNotRun(`--${name} needs a whole number.`);
    return value;
  };
  return { interrupts: read("interrupts", 200), cycles: read("cycles", 500), flips: read("flips", 50) };
}
