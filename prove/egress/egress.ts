/**
 * `prove -- egress`: a script in our page cannot send text anywhere. 56 ways to try it are played against the served
 * build; then the same 56 without our headers, where every one must get out, or this proof could not have failed.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import type { Channel } from "./channels/channel.ts";
import { channels as allChannels } from "./channels/registry.ts";
import type { Journal } from "./journal.ts";
import { findUnshare, insideFlag, runInside, setUpNetwork } from "./namespace.ts";
import { type PhaseOptions, type PhaseResult, runPhase } from "./phase.ts";
import { tallySightings } from "./tally.ts";
import { createWorld } from "./world.ts";

export const egressProof: FigureTask = {
  id: "egress",
  about: "56 ways out of the page are shut, and all 56 are open without our headers (--short tries 16)",
  run: async (options) => {
    if (options.flags.has(insideFlag)) {
      setUpNetwork();
      return proveEgress(options, "namespace");
    }
    const unshare = options.flags.get("oracle") === "netlog" ? undefined : findUnshare();
    if (unshare !== undefined) return runInside(unshare, process.argv.slice(2));
    options.progress("No private namespace here: the browser's own network log is the witness.");
    return proveEgress(options, "netlog");
  },
  holds: (figures) =>
    figures["leaks"] === 0 &&
    figures["dnsOnly"] === 0 &&
    figures["controlLeaks"] === figures["channels"] &&
    figures["canaryInOwnRequests"] === 0 &&
    figures["canaryInVendorRequests"] === 0 &&
    figures["canaryInAddressOrTitle"] === 0 &&
    figures["modelPageLeaks"] === 0,
};

/** Without headers a channel is given this long to get out; a slow machine must not make a leak look like none. */
const patienceMs = { namespace: 20_000, netlog: 6_000 } as const;

/** A shut channel is watched for three times as long as it took to get out of the open one, and at least this long. */
const shortestWatchMs = 1_500;
const longestWatchMs = 8_000;

async function proveEgress(options: FigureOptions, oracle: "namespace" | "netlog"): Promise<Figures> {
  const { flags, progress } = options;
  const build = resolve(flags.get("folder") ?? "dist");
  if (!existsSync(build)) throw new CouldNotRun(`there is no build in ${build}; run "npm run build" first.`);
  const tried: readonly Channel[] = allChannels.filter((channel) => !flags.has("short") || isShort(channel));
  const world = createWorld(
    oracle,
    tried.map((channel) => channel.id),
  );
  const shared = { world, browser: findBrowser(), build, startRoute: "/", channels: tried };
  const took = new Map<string, number>();
  progress(`control: ${tried.length} channels without headers`);
  const control = await runPhase({
    ...shared,
    withHeaders: false,
    withJourney: false,
    watch: (journal, id) => watchUntilOut(journal, id, patienceMs[oracle], took),
  });
  const watch: PhaseOptions["watch"] = (journal, id) => watchShut(journal, id, took.get(id) ?? 0);
  progress(`sealed: the app's own routes, then ${tried.length} channels with headers`);
  const sealed = await runPhase({ ...shared, withHeaders: true, withJourney: true, watch });
  progress(`model page: ${tried.length} channels from /models`);
  const models = await runPhase({
    ...shared,
    startRoute: "/models",
    withHeaders: true,
    withJourney: false,
    watch,
  });
  return figuresOf(oracle, tried, { control, sealed, models });
}

function isShort(channel: Channel): boolean {
  return channel.short === true;
}

async function watchUntilOut(
  journal: Journal,
  id: string,
  limitMs: number,
  took: Map<string, number>,
): Promise<void> {
  const elapsed = await journal.firstOf(id, ["name", "connection", "bytes"], limitMs);
  if (elapsed === undefined) return;
  took.set(id, elapsed);
  // Some send no more than a name; the others follow it with bytes at once.
  await journal.firstOf(id, ["bytes"], shortestWatchMs);
}

async function watchShut(journal: Journal, id: string, tookMs: number): Promise<void> {
  const watchMs = Math.min(longestWatchMs, Math.max(shortestWatchMs, 3 * tookMs));
  await journal.firstOf(id, ["bytes"], watchMs);
}

function figuresOf(
  oracle: "namespace" | "netlog",
  tried: readonly Channel[],
  phases: { readonly control: PhaseResult; readonly sealed: PhaseResult; readonly models: PhaseResult },
): Figures {
  const control = tallySightings(phases.control.sightings);
  const sealed = tallySightings(phases.sealed.sightings);
  const models = tallySightings(phases.models.sightings);
  const gotOut = new Set([...control.leaks, ...control.dnsOnly]);
  const stayed = tried.map((channel) => channel.id).filter((id) => !gotOut.has(id));
  return {
    oracle,
    channels: tried.length,
    leaks: sealed.leaks.length,
    dnsOnly: sealed.dnsOnly.length,
    controlLeaks: tried.length - stayed.length,
    canaryInOwnRequests: phases.sealed.canaryInOwnRequests + phases.models.canaryInOwnRequests,
    canaryInVendorRequests: sealed.canaryInVendorRequests + models.canaryInVendorRequests,
    canaryInAddressOrTitle: phases.sealed.journey?.canaryInAddressOrTitle ?? 0,
    modelPageLeaks: models.leaks.length + models.dnsOnly.length,
    routesVisited: phases.sealed.journey?.routes.length ?? 0,
    fieldsTyped: phases.sealed.journey?.fieldsTyped ?? 0,
    serviceWorkerControls: phases.sealed.serviceWorkerControls,
    leaked: [...sealed.leaks, ...sealed.dnsOnly],
    leakedFromModelPage: [...models.leaks, ...models.dnsOnly],
    controlDnsOnly: control.dnsOnly,
    controlStayedIn: stayed,
    vendorNames: [...new Set([...control.vendorNames, ...sealed.vendorNames, ...models.vendorNames])],
  };
}

function findBrowser(): string {
  return "/usr/bin/chromium";
}
