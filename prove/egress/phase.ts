/** One run of the browser over a list of channels, from one page of the site, with the headers or without. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { writeAttackSite } from "./attack-files.ts";
import { type Canary, createCanary } from "./canary.ts";
import type { Channel, Target } from "./channels/channel.ts";
import { startSinkhole } from "./dns.ts";
import { createJournal, type Journal, type Sighting } from "./journal.ts";
import { type Journey, walkApp } from "./journey.ts";
import { readNetlog } from "./netlog.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { prepareAttack } from "./page-script.ts";
import { type Sinks, startSinks } from "./sinks.ts";
import { targetOf, type World } from "./world.ts";

export type PhaseOptions = {
  readonly world: World;
  readonly browser: string;
  readonly build: string;
  readonly withHeaders: boolean;
  /** The route from which every channel is tried. */
  readonly startRoute: string;
  readonly channels: readonly Channel[];
  /** Tried after the others and one at a time, because each may spoil the site for what comes next. */
  readonly lastly: readonly Channel[];
  /** How long a channel is watched: until it leaks in the control, and a fixed time where it must not. */
  readonly watch: (journal: Journal, channelId: string) => Promise<void>;
  readonly withJourney: boolean;
};

export type PhaseResult = {
  readonly sightings: readonly Sighting[];
  readonly canaryInOwnRequests: number;
  readonly journey: Journey | undefined;
  /** Whether the app's service worker answered for the attacked page; the proof is worth more when it did. */
  readonly serviceWorkerControls: boolean;
};

type Stage = {
  readonly canary: Canary;
  readonly journal: Journal;
  readonly sinks: Sinks;
  readonly own: OwnServer;
};

const pagesAtOnce = 6;
const ownNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Sets the stage, plays every channel on it, and takes it down again whatever happens. */
export async function runPhase(options: PhaseOptions): Promise<PhaseResult> {
  const { world, build, withHeaders } = options;
  const folder = mkdtempSync(join(tmpdir(), "curbside-egress-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // An interrupt ends the browser and then this process, without coming back to the block below.
  process.on("exit", removeFolder);
  const undo: (() => unknown)[] = [() => process.off("exit", removeFolder), removeFolder];
  try {
    const site = join(folder, "site");
    writeAttackSite(build, site, withHeaders);
    const canary = createCanary();
    const journal = createJournal(canary, world.channelOf);
    const sinks = await startSinks({ ...world.sinks, record: journal.record });
    undo.push(sinks.close);
    if (world.oracle === "namespace") undo.push(await startNames(world, journal));
    const own = await startOwnServer(site, withHeaders, canary);
    undo.push(own.close);
    const log = join(folder, "netlog.json");
    const context = await launch(options, join(folder, "profile"), log);
    undo.push(() => context.close());
    const played = await play(context, options, { canary, journal, sinks, own });
    // The log is whole only when the browser has gone.
    await context.close();
    await readNetlog(log, (observed) => {
      const isOwn = ownNames.has(observed.to);
      // Bytes without a host name are the rest of a message whose head was seen, unless they hold the canary.
      const isRest = observed.to === "" && !canary.isIn(observed.payload);
      if (!isOwn && !isRest) journal.record(observed);
    });
    return { ...played, sightings: journal.sightings, canaryInOwnRequests: own.canaryCount() };
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

function startNames(world: World, journal: Journal): Promise<() => Promise<void>> {
  return startSinkhole(world.addressOf, (name, query) =>
    journal.record({ kind: "name", via: "dns", to: name, payload: query.toString("latin1") + name }),
  );
}

function launch({ browser, world }: PhaseOptions, profile: string, log: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless: true,
    ignoreHTTPSErrors: true,
    // This default would hide name lookups that a page asks for, which are channels here.
    ignoreDefaultArgs: ["--disable-background-networking"],
    args: [
      "--no-sandbox",
      `--log-net-log=${log}`,
      "--net-log-capture-mode=Everything",
      "--ignore-certificate-errors",
      "--disable-popup-blocking",
      "--disable-component-update",
      "--disable-sync",
      "--allow-loopback-in-peer-connection",
      "--autoplay-policy=no-user-gesture-required",
      // The last list wins, so this one also undoes the harness's own, which switches two channels off. Upgrades to
      // https would only move the plain channels to the other port.
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter",
      ...world.browserArguments,
    ],
  });
}

async function play(
  context: BrowserContext,
  options: PhaseOptions,
  stage: Stage,
): Promise<Pick<PhaseResult, "journey" | "serviceWorkerControls">> {
  const { channels, lastly, startRoute, watch, withJourney } = options;
  const journey = withJourney ? await walkApp(context, stage.own.url, stage.canary.text) : undefined;
  const serviceWorkerControls = await awaitServiceWorker(context, stage.own.url);
  const playAll = async (waiting: Channel[]): Promise<void> => {
    for (let channel = waiting.shift(); channel !== undefined; channel = waiting.shift()) {
      const target = targetOf(channel.id, stage.canary.text, stage.sinks.ports);
      await attempt(context, `${stage.own.url}${startRoute}`, channel, target, (id) =>
        watch(stage.journal, id),
      );
    }
  };
  const together = channels.filter((channel) => channel.alone !== true);
  await Promise.all(Array.from({ length: pagesAtOnce }, () => playAll(together)));
  await playAll([...channels.filter((channel) => channel.alone === true), ...lastly]);
  return { journey, serviceWorkerControls };
}

const workerLimitMs = 30_000;

/** Visits the app until its service worker is in charge, where the build has one. */
async function awaitServiceWorker(context: BrowserContext, site: string): Promise<boolean> {
  const page = await context.newPage();
  await page.goto(site, { waitUntil: "networkidle" });
  const hasWorker = await page.evaluate(async () => (await fetch("/sw.js")).ok);
  if (hasWorker) {
    // The app registers its worker only some seconds after the first screen.
    await page.evaluate(async (limitMs) => {
      const limit = new Promise((done) => setTimeout(done, limitMs));
      await Promise.race([navigator.serviceWorker.ready, limit]);
    }, workerLimitMs);
    await page.reload();
  }
  const controls = await page.evaluate(() => navigator.serviceWorker.controller !== null);
  await page.close();
  return controls;
}

async function attempt(
  context: BrowserContext,
  url: string,
  channel: Channel,
  target: Target,
  watch: (channelId: string) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  const popups: Page[] = [];
  page.on("popup", (popup) => popups.push(popup));
  await page.addInitScript(prepareAttack);
  await page.goto(url);
  if (channel.alone === true) await page.bringToFront();
  // A blocked channel throws, hangs or takes the page away; only what arrives elsewhere counts.
  void page.evaluate(channel.run, target).catch(() => undefined);
  await watch(channel.id);
  for (const opened of [...popups, page]) await opened.close();
}
