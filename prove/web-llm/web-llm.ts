/**
 * `prove -- web-llm --package FOLDER`: whether a model runs on this machine as the app promises. Any WebLLM package
 * folder; it is installed on the Models screen of the built app, and everything after that happens in its own worker.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { CouldNotRun, type Figures, type FigureTask } from "../../tools/figures.ts";
import { serveProofSite } from "./site.ts";
import { CONTEXT_TOKENS, holdsEverywhere, readCounts } from "../engine/proof.ts";
import type { StepOptions } from "../engine/steps.ts";
import { STEPS } from "./steps.ts";
import { withVisit } from "./visit.ts";

export const webLlmProof: FigureTask = {
  id: "web-llm",
  about:
    "a WebLLM package (--package FOLDER) keeps every promise here (--software, --headed, --interrupts N)",
  run: async (options) => {
    const folder = readPackage(options.flags.get("package"));
    const site = await serveProofSite(resolve(options.flags.get("folder") ?? "dist"));
    try {
      const { flags } = options;
      const visit = { site, folder, isHeaded: flags.has("headed"), isSoftware: flags.has("software") };
      return await withVisit(visit, async (visited) => {
        const { pack, installSeconds, strangers } = visited;
        const contextTokens = Math.min(pack.model.contextTokens, CONTEXT_TOKENS);
        const source = { type: "pack", packId: pack.id, contextTokens } as const;
        const wanted: StepOptions = {
          source,
          ...readCounts(options, { interrupts: 200, cycles: 500, flips: 200 }),
        };
        const figures: Figures[] = [
          { package: pack.name, quantisation: pack.model.quantisation, contextTokens },
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
  holds: holdsEverywhere,
};

function readPackage(named: string | undefined): string {
  if (named === undefined || named === "true")
    throw new CouldNotRun("give it a model with --package FOLDER, the folder of a WebLLM package.");
  const folder = resolve(named);
  if (!existsSync(join(folder, "mlc-chat-config.json")))
    throw new CouldNotRun(`"${named}" is no WebLLM package: there is no mlc-chat-config.json in it.`);
  return folder;
}
