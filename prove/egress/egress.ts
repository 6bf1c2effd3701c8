/**
 * `prove -- egress`: a script in our page cannot send text anywhere. 56 ways to try it are played against the served
 * build; then the same 56 without our headers, where every one must get out, or this proof could not have failed.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { findBrowser } from "../../tools/find-browser.mjs";
import type { Channel } from "./channels/channel.ts";
import { keptFileChannels } from "./channels/kept-files.ts";
import { modelDomains, modelPageChannels } from "./channels/model-page.ts";
import { channels as allChannels } from "./channels/registry.ts";
import { figuresOf, holds } from "./figures-of-egress.ts";
import { findUnshare, insideFlag, runInside, setUpNetwork } from "./namespace.ts";
import { type PhaseOptions, runPhase } from "./phase.ts";
import { watchShut, watchUntilOut } from "./watch.ts";
import { createWorld, type Oracle } from "./world.ts";

export const egressProof: FigureTask = {
  id: "egress",
  about: "56 ways out of the page are shut, and all 56 are open without our headers (--short tries 16)",
  run: async (options) => {
    const browser = await findBrowser().catch((error: Error) => {
      throw new CouldNotRun(error.message);
    });
    if (options.flags.has(insideFlag)) {
      setUpNetwork();
      return proveEgress(options, "namespace", browser);
    }
    const unshare = options.flags.get("oracle") === "netlog" ? undefined : findUnshare();
    if (unshare !== undefined) {
      return runInside(unshare, process.argv.slice(2), { CURBSIDE_BROWSER: browser });
    }
    options.progress("No private namespace here: the browser's own network log is the witness.");
    return proveEgress(options, "netlog", browser);
  },
  holds,
};

async function proveEgress(options: FigureOptions, oracle: Oracle, browser: string): Promise<Figures> {
  const { flags, progress } = options;
  const build = resolve(flags.get("folder") ?? "dist");
  if (!existsSync(build)) throw new CouldNotRun(`there is no build in ${build}; run "npm run build" first.`);
  const channels = chooseChannels(flags);
  const took = new Map<string, number>();
  const ids = [...channels, ...keptFileChannels, ...modelPageChannels].map(({ id }) => id);
  const watch: PhaseOptions["watch"] = (journal, id) => watchShut(journal, id, took.get(id) ?? 0);
  const shared = { browser, build, channels, startRoute: "/", lastly: keptFileChannels };
  const world = createWorld(oracle, ids);

  progress(`control: ${channels.length} channels without headers`);
  const control = await runPhase({
    ...shared,
    world,
    withHeaders: false,
    withJourney: false,
    watch: (journal, id) => watchUntilOut(journal, id, oracle, took),
  });
  progress(`sealed: every route of the app, then ${channels.length} channels with headers`);
  const sealed = await runPhase({ ...shared, world, withHeaders: true, withJourney: true, watch });
  progress(`model page: ${channels.length} channels from /models`);
  const models = await runPhase({
    ...shared,
    world: createWorld(oracle, ids, modelDomains),
    withHeaders: true,
    withJourney: false,
    startRoute: "/models",
    lastly: modelPageChannels,
    watch,
  });
  return figuresOf(oracle, channels, { control, sealed, models });
}

function chooseChannels(flags: FigureOptions["flags"]): readonly Channel[] {
  const only = flags.get("only")?.split(",");
  const all: readonly Channel[] = allChannels;
  if (only !== undefined) return all.filter((channel) => only.includes(channel.id));
  return flags.has("short") ? all.filter((channel) => channel.short === true) : all;
}
