/**
 * `bench -- boot`: how fast the served build starts, against a static page with the same words and against a bare
 * React shell, both made and served in the same run; and what the page costs when nobody touches it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../tools/find-browser.mjs";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";
import { filesBeforeFirstUse } from "../../tools/size-report.mjs";
import { measureIdle } from "./idle.ts";
import { median } from "./median.ts";
import { type ReferenceSites, withReferenceSites } from "./reference-sites.ts";
import { readWords, type Visit, visit } from "./visit.ts";

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
        const visits = await visitAll(options, (url) => visit(browser, url), { ...sites, app: app.url });
        const idle: number[] = [];
        for (let repeat = 0; repeat < 3; repeat += 1) idle.push(await measureIdle(browser, app.url));
        return { ...figuresOf(visits), jsGzipKb: measureScripts(build), idleShare: round(median(idle), 5) };
      });
    } finally {
      await browser.close();
      await app.close();
    }
  },
};

type Visits = Readonly<Record<"app" | "page" | "shell", Visit[]>>;

/** Visits the three pages in turn, so that a slow moment of the machine falls on all of them. */
async function visitAll(
  { flags, progress }: FigureOptions,
  visitOnce: (url: string) => Promise<Visit>,
  urls: ReferenceSites & { readonly app: string },
): Promise<Visits> {
  const repeats = Number(flags.get("repeats") ?? 7);
  const visits: Visits = { app: [], page: [], shell: [] };
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const name of ["page", "app", "shell"] as const) visits[name].push(await visitOnce(urls[name]));
    progress(`visit ${repeat} of ${repeats}: first paint ${visits.app.at(-1)?.firstPaintMs} ms`);
  }
  return visits;
}

/** Below this the shell hardly blocks at all, and a ratio to it would be a ratio to noise. */
const smallestBlockingMs = 50;

function figuresOf(visits: Visits): Figures {
  const middle = (name: keyof Visits, field: keyof Visit) => median(visits[name].map((one) => one[field]));
  const hasBlocking = middle("shell", "blockingMs") >= smallestBlockingMs;
  // Where the shell does not block, the processor time of the main thread up to rest stands in for blocking.
  const field = hasBlocking ? "blockingMs" : "mainThreadMs";
  return {
    fcp_vs_static: round(middle("app", "firstPaintMs") / middle("page", "firstPaintMs"), 3),
    tbt_vs_shell: round(middle("app", field) / middle("shell", field), 3),
    tbtBasis: hasBlocking ? "blocking time" : "main thread time",
    fcpMs: { app: round(middle("app", "firstPaintMs")), static: round(middle("page", "firstPaintMs")) },
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
