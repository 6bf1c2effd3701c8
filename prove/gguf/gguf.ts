/**
 * `prove -- gguf --file F`: whether a model runs on this machine as the app promises. Any GGUF file; it is installed on
 * the Models screen of the built app, and everything after that happens in its own worker.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CouldNotRun, type Figures, type FigureTask } from "../../tools/figures.ts";
import { serveProofSite } from "../web-llm/site.ts";
import { CONTEXT_TOKENS, holdsEverywhere, readCounts } from "../engine/proof.ts";
import type { StepOptions } from "../engine/steps.ts";
import { STEPS } from "./steps.ts";
import { withVisit } from "./visit.ts";

export const ggufProof: FigureTask = {
  id: "gguf",
  about: "a GGUF file (--file F) keeps every promise here, on the processor (--headed, --cycles N)",
  run: async (options) => {
    const file = readFileName(options.flags.get("file"));
    const counts = readCounts(options, { interrupts: 200, cycles: 500, flips: 50 });
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
  holds: (figures) => holdsEverywhere(figures) && figures["sameForAllThreads"] === true,
};

function readFileName(named: string | undefined): string {
  if (named === undefined || named === "true")
    throw new CouldNotRun("give it a model with --file FILE.gguf.");
  if (!existsSync(named)) throw new CouldNotRun(`there is no file "${named}".`);
  return resolve(named);
}
