/** One browser with a profile of its own, into which the model is installed as a person would do it. */
import type { BrowserContext, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { createProfile } from "../../e2e/harness.ts";
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import type { Pack } from "../../src/contracts/pack.ts";
import { CouldNotRun } from "../../tools/figures.ts";
import { findBrowser } from "../../tools/find-browser.mjs";
import { ENGINE_PAGE, type ProofSite } from "./site.ts";

export type Visit = {
  readonly page: Page;
  readonly pack: Pack;
  readonly installSeconds: number;
  /** Addresses that anything in this browser asked for and that are not the app's own. */
  readonly strangers: readonly string[];
  /** Ends the process that computes on the graphics device, as a driver that crashes does. */
  readonly crashGraphics: () => Promise<void>;
};

export type VisitOptions = {
  readonly site: ProofSite;
  readonly folder: string;
  readonly isHeaded: boolean;
  /** Compute in software, on a machine without a graphics device. */
  readonly isSoftware: boolean;
};

const INSTALL_MINUTES = 20;
const GRAPHICS = ["--enable-unsafe-webgpu", "--enable-features=Vulkan"];
const SOFTWARE = ["--use-webgpu-adapter=swiftshader"];

/** Installs the folder on the Models screen, then hands over a page that can talk to the engine. */
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
    const { pack, installSeconds } = await install(page, options);
    await page.evaluate((url) => globalThis.enginePage.useWorker("web-llm", url), options.site.workerUrl);
    const crashGraphics = async (): Promise<void> => {
      const session = await context.newCDPSession(page);
      await session.send("Browser.crashGpuProcess");
    };
    return await work({ page, pack, installSeconds, strangers, crashGraphics });
  } finally {
    await context.close();
    profile.remove();
  }
}

function openBrowser(profile: string, { site, isHeaded, isSoftware }: VisitOptions): Promise<BrowserContext> {
  return findBrowser()
    .catch((error: Error) => {
      throw new CouldNotRun(error.message);
    })
    .then((executablePath) =>
      chromium.launchPersistentContext(profile, {
        executablePath,
        baseURL: site.url,
        headless: !isHeaded,
        // The page of the proof is not the app's, and must not be answered from its cache.
        serviceWorkers: "block",
        args: ["--no-sandbox", ...GRAPHICS, ...(isSoftware ? SOFTWARE : [])],
      }),
    );
}

async function install(
  page: Page,
  { folder }: VisitOptions,
): Promise<{ readonly pack: Pack; readonly installSeconds: number }> {
  const start = performance.now();
  await page.goto("/shelf");
  await page.locator("input[type=file][webkitdirectory]").setInputFiles(folder);
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
    const packs = await watcher.evaluate(() => {
      const { listPacks }: EnginePage = globalThis.enginePage;
      return listPacks();
    });
    const [pack] = packs;
    if (pack !== undefined) {
      await watcher.close();
      return pack;
    }
    // That the app cannot be kept for offline use is the proof's own doing: it keeps the service worker out.
    const alerts = page.getByRole("alert").filter({ hasNotText: /for offline use/u });
    const refusal = await alerts.allInnerTexts();
    if (refusal.length > 0) throw new CouldNotRun(`the shelf refuses this folder: ${refusal.join(" ")}`);
    if (performance.now() - start > INSTALL_MINUTES * 60_000)
      throw new CouldNotRun(`the model was not installed within ${INSTALL_MINUTES} minutes.`);
    await page.waitForTimeout(500);
  }
}
