/**
 * The whole workbench, built as for release but for its entry (see `page/main.tsx`), behind the app's own headers, on a
 * real profile in a real browser.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { build, type Plugin } from "vite";
import { createProfile, openProfile } from "../../e2e/harness.ts";
import { findBrowser } from "../../tools/find-browser.mjs";
import { CouldNotRun, type FigureOptions } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";
import { readMetric } from "../boot/visit.ts";
import type { Seeded, SeedSize } from "./page/seed-case.ts";
import type { WorkbenchPage } from "./page/workbench-page.ts";

export type WorkbenchVisit = {
  readonly page: Page;
  readonly session: CDPSession;
  /** Processor time of the page's main thread so far, in milliseconds. */
  readonly readMainMs: () => Promise<number>;
  readonly seed: (size: SeedSize) => Promise<Seeded>;
  /** Opens it on its screen, with its graph in sight. */
  readonly goToCase: (path: string) => Promise<void>;
  /** A new case of that size, opened. */
  readonly openCase: (size: SeedSize) => Promise<void>;
  readonly close: () => Promise<void>;
};

const VIEWPORT = { width: 1440, height: 900 };

/** Builds, serves and opens it with an open vault; nothing is kept when it is closed. */
export async function visitWorkbench({ flags, progress }: FigureOptions): Promise<WorkbenchVisit> {
  await findBrowser().catch((error: Error) => {
    throw new CouldNotRun(error.message);
  });
  const given = flags.get("folder");
  mkdirSync(resolve(".cache"), { recursive: true });
  const folder = given === undefined ? mkdtempSync(resolve(".cache/bench-workbench-")) : resolve(given);
  if (given === undefined) await buildWorkbench(folder);
  progress("the workbench is built");
  const server = await startServer({ folder });
  const profile = createProfile();
  const context = await openProfile(profile.folder, { viewport: VIEWPORT });
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(`${server.url}/cases`);
  await page.evaluate(() => globalThis.workbenchPage.setUp());
  return {
    page,
    session,
    readMainMs: async () => (await readMetric(session, "ThreadTime")) * 1000,
    seed: (size) => seed(page, size),
    goToCase: (path) => goToCase(page, path),
    openCase: async (size) => goToCase(page, `/cases/${(await seed(page, size)).caseId}`),
    close: async () => {
      await context.close();
      await server.close();
      profile.remove();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function seed(page: Page, size: SeedSize): Promise<Seeded> {
  return page.evaluate((asked) => globalThis.workbenchPage.seed(asked), size);
}

async function goToCase(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => globalThis.workbenchPage.goTo(to), path);
  await page.getByRole("region", { name: "Run", exact: true }).getByRole("button").first().waitFor();
  await settle(page);
}

/** The release build with another entry. */
async function buildWorkbench(outDir: string): Promise<void> {
  await build({
    configFile: resolve("vite.config.ts"),
    logLevel: "error",
    plugins: [otherEntry()],
    build: { outDir, emptyOutDir: true, sourcemap: false },
  });
}

function otherEntry(): Plugin {
  return {
    name: "bench-entry",
    enforce: "pre",
    resolveId: (id) =>
      id.endsWith("/src/app/main.tsx") ? resolve("bench/workbench/page/main.tsx") : undefined,
  };
}

/** Until the page had an idle moment at every look for a while. */
export async function settle(page: Page): Promise<void> {
  // Somebody is there: an open vault locks itself otherwise.
  await page.mouse.move(700 + Math.round(Math.random() * 50), 20);
  await page.evaluate(async () => {
    for (let look = 0; look < 8; look += 1) {
      await new Promise((done) => setTimeout(done, 100));
      // Where no picture is drawn any more, as happens without a window, no moment counts as idle.
      await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    }
  });
}

/** Starts a run on what was prepared, by the button that a person presses. */
export async function startRun(page: Page): Promise<void> {
  const run = page.getByRole("region", { name: "Run", exact: true });
  await run.getByRole("button", { name: /^Start the walk-through/u }).click();
}

/** Unfolds the thinking of the newest run. */
export async function openThinking(page: Page): Promise<void> {
  await page.locator('[data-thinking][aria-expanded="false"]').last().click();
}

/** Resolves when the run that was started is in that phase. */
export function untilPhase(page: Page, phase: Parameters<WorkbenchPage["untilPhase"]>[0]): Promise<void> {
  return page.evaluate((wanted) => globalThis.workbenchPage.untilPhase(wanted), phase);
}
