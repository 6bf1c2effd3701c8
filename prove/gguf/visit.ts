/** One browser with a profile of its own, into which the file is installed as a person would do it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import { createProfile } from "../../e2e/harness.ts";
import type { Pack } from "../../src/contracts/pack.ts";
import { CouldNotRun } from "../../tools/figures.ts";
import { findBrowser } from "../../tools/find-browser.mjs";
import { ENGINE_PAGE, type ProofSite } from "../web-llm/site.ts";

export type Visit = {
  readonly page: Page;
  readonly pack: Pack;
  readonly installSeconds: number;
  /** Addresses that anything in this browser asked for and that are not the app's own. */
  readonly strangers: readonly string[];
};

export type VisitOptions = {
  readonly site: ProofSite;
  readonly build: string;
  readonly file: string;
  readonly isHeaded: boolean;
};

const INSTALL_MINUTES = 20;

/** Installs the file on the Models screen, then hands over a page that can talk to the engine. */
export async function withVisit<Value>(
  options: VisitOptions,
  work: (visit: Visit) => Promise<Value>,
): Promise<Value> {
  const profile = createProfile();
  const context = await openBrowser(profile.folder, options);
  try {
    const strangers: string[] = [];
    context.on("request", (request) => {
      if (!request.url().startsWith(options.site.url) && !/^(?:data|blob):/u.test(request.url()))
        strangers.push(request.url());
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const { pack, installSeconds } = await install(page, options.file);
    await page.evaluate((url) => globalThis.enginePage.useWorker("wllama", url), workerUrl(options.build));
    return await work({ page, pack, installSeconds, strangers });
  } finally {
    await context.close();
    profile.remove();
  }
}

function workerUrl(build: string): string {
  const worker = readdirSync(join(build, "assets")).find((name) => /^wllama\.worker-.*\.js$/u.test(name));
  if (worker === undefined) throw new CouldNotRun("this build has no wllama in it.");
  return `/assets/${worker}`;
}

async function openBrowser(profile: string, { site, isHeaded }: VisitOptions): Promise<BrowserContext> {
  const executablePath = await findBrowser().catch((error: Error) => {
    throw new CouldNotRun(error.message);
  });
  return chromium.launchPersistentContext(profile, {
    executablePath,
    baseURL: site.url,
    headless: !isHeaded,
    // The page of the proof is not the app's, and must not be answered from its cache.
    serviceWorkers: "block",
    args: ["--no-sandbox"],
  });
}

async function install(
  page: Page,
  file: string,
): Promise<{ readonly pack: Pack; readonly installSeconds: number }> {
  const start = performance.now();
  await page.goto("/shelf");
  await page.locator('input[type=file][accept=".gguf"]').setInputFiles(file);
  const pack = await waitForPack(page, start);
  const installSeconds = (performance.now() - start) / 1000;
  await page.goto(ENGINE_PAGE);
  return { pack, installSeconds };
}

/** The installation shows on the screen; that it is there is seen in the private file system. */
async function waitForPack(page: Page, start: number): Promise<Pack> {
  const watcher = await page.context().newPage();
  await watcher.goto(ENGINE_PAGE);
  for (;;) {
    const [pack] = await watcher.evaluate(() => {
      const { listPacks }: EnginePage = globalThis.enginePage;
      return listPacks();
    });
    if (pack !== undefined) {
      await watcher.close();
      return pack;
    }
    // That the app cannot be kept for offline use is the proof's own doing: it keeps the service worker out.
    const alerts = page.getByRole("alert").filter({ hasNotText: /for offline use/u });
    const refusal = await alerts.allInnerTexts();
    if (refusal.length > 0) throw new CouldNotRun(`the shelf refuses this file: ${refusal.join(" ")}`);
    if (performance.now() - start > INSTALL_MINUTES * 60_000)
      throw new CouldNotRun(`the model was not installed within ${INSTALL_MINUTES} minutes.`);
    await page.waitForTimeout(500);
  }
}
