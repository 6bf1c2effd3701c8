/**
 * `bench -- boot`: how fast the served build starts, against a static page with the same words and against a bare
 * React shell, both made and served in the same run; and what the page costs when nobody touches it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../tools/find-browser.mjs";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";
import { filesBeforeFirstUse } from "../../tools/size-report.mjs";
import { measureIdle } from "./idle.ts";
import { median } from "./median.ts";
import { type ReferenceSites, withReferenceSites } from "./reference-sites.ts";
import { readWords, type Visit, visitForPaint, visitForWork } from "./visit.ts";

export const boot: FigureTask = {
  id: "boot",
  about: "first paint / a static page, blocking time / a bare React shell, gzipped script, idle share",
  run: async (options) => {
    const build = resolve(options.flags.get("folder") ?? "dist");
    if (!existsSync(join(build, "index.html"))) {
      throw new CouldNotRun(`there is no build in ${build}; run "npm run build" first.`);
    }
    const executablePath = await findBrowser().catch((error: Error) => {
      throw new CouldNotRun(error.message);
    });
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const app = await startServer({ folder: build });
    try {
      const words = await readWords(browser, app.url);
      return await withReferenceSites(words, async (sites) => {
        const urls = { ...sites, app: app.url };
        const paints = await paintAll(options, browser, urls);
        const visits = await visitAll(options, browser, urls);
        const idle: number[] = [];
        for (let repeat = 0; repeat < 3; repeat += 1) idle.push(await measureIdle(browser, app.url));
        return {
          ...figuresOf(paints, visits),
          jsGzipKb: measureScripts(build),
          idleShare: round(median(idle), 5),
        };
      });
    } finally {
      await browser.close();
      await app.close();
    }
  },
};

type Urls = ReferenceSites & { readonly app: string };
type Paints = Readonly<Record<"app" | "page", number[]>>;
type Visits = Readonly<Record<"app" | "shell", Visit[]>>;

/** A visit for the paint alone is short, so there are more of them: on a busy machine each of them is noisy. */
const paintVisits = 15;
const workVisits = 5;

/** Visits the pages in turn, so that a slow moment of the machine falls on both. */
async function paintAll({ progress }: FigureOptions, browser: Browser, urls: Urls): Promise<Paints> {
  const paints: Paints = { app: [], page: [] };
  for (let repeat = 1; repeat <= paintVisits; repeat += 1) {
    for (const name of ["page", "app"] as const) paints[name].push(await visitForPaint(browser, urls[name]));
  }
  progress(`first paint: ${paintVisits} visits of each page`);
  return paints;
}

async function visitAll({ progress }: FigureOptions, browser: Browser, urls: Urls): Promise<Visits> {
  const visits: Visits = { app: [], shell: [] };
  for (let repeat = 1; repeat <= workVisits; repeat += 1) {
    for (const name of ["shell", "app"] as const) visits[name].push(await visitForWork(browser, urls[name]));
    progress(`work: visit ${repeat} of ${workVisits}`);
  }
  return visits;
}

/** Below this the shell hardly blocks at all, and a ratio to it would be a ratio to noise. */
const smallestBlockingMs = 50;

function figuresOf(paints: Paints, visits: Visits): Figures {
  const middle = (name: keyof Visits, field: keyof Visit) => median(visits[name].map((one) => one[field]));
  const hasBlocking = middle("shell", "blockingMs") >= smallestBlockingMs;
  // Where the shell does not block, all the work of the main thread up to rest stands in for blocking.
  const field = hasBlocking ? "blockingMs" : "mainThreadMs";
  return {
    fcp_vs_static: round(median(paints.app) / median(paints.page), 3),
    tbt_vs_shell: round(middle("app", field) / middle("shell", field), 3),
    tbtBasis: hasBlocking ? "blocking time" : "main thread time",
    fcpMs: { app: round(median(paints.app)), static: round(median(paints.page)) },
    tbtMs: { app: round(middle("app", "blockingMs")), shell: round(middle("shell", "blockingMs")) },
    mainThreadMs: {
      app: round(middle("app", "mainThreadMs")),
      shell: round(middle("shell", "mainThreadMs")),
    },
    jsFetchedKb: { app: round(middle("app", "scriptKb"), 1), shell: round(middle("shell", "scriptKb"), 1) },
  };
}

/** The entry of the workbench and all that it imports statically, in thousands of bytes, gzipped. */
function measureScripts(build: string): number {
  const manifest = JSON.parse(readFileSync(join(build, ".vite/manifest.json"), "utf8"));
  const html = readFileSync(join(build, "index.html"), "utf8");
  const files = filesBeforeFirstUse(manifest, "index.html", html);
  const bytes = files.map((file) => gzipSync(readFileSync(join(build, file)), { level: 9 }).length);
  return round(bytes.reduce((total, size) => total + size, 0) / 1000, 1);
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
