/** One first visit on a slow network and a slow processor, up to the moment when the page has come to rest. */
import type { Browser, CDPSession, Page } from "@playwright/test";
import { blockingMsIn, traceCategory } from "./trace.ts";

export type Visit = {
  /** Processor time beyond 50 ms of every long task, which does not grow when the machine is busy elsewhere. */
  readonly blockingMs: number;
  /** Processor time of the main thread, long tasks and short ones. */
  readonly mainThreadMs: number;
  /** Script fetched by the page, as sent, in thousands of bytes. */
  readonly scriptKb: number;
};

/** As in Lighthouse's mobile setting: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up, a processor four times slower. */
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 7.5e5 / 8,
};
const slowdown = 4;

/** Milliseconds until the first words of `url` are painted, with nothing cached. */
export async function visitForPaint(browser: Browser, url: string): Promise<number> {
  const { page, context } = await openSlowPage(browser);
  await page.goto(url, { waitUntil: "commit" });
  const paintMs = await page.evaluate(awaitPaint);
  await context.close();
  return paintMs;
}

/** Visits `url` with nothing cached until it rests. Traced, which costs time of its own, so it tells no paint. */
export async function visitForWork(browser: Browser, url: string): Promise<Visit> {
  const { page, context, session } = await openSlowPage(browser);
  await browser.startTracing(page, { categories: [traceCategory] });
  await page.goto(url, { waitUntil: "networkidle" });
  await awaitRest(page);
  const mainThreadMs = (await readMetric(session, "ThreadTime")) * 1000;
  const scriptKb = await page.evaluate(readScriptKb);
  const blockingMs = blockingMsIn((await browser.stopTracing()).toString());
  await context.close();
  return { blockingMs, mainThreadMs, scriptKb };
}

async function openSlowPage(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slowNetwork);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("Performance.enable");
  return { context, page, session };
}

/** The words that the app shows on its first screen. */
export async function readWords(browser: Browser, url: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  const text = await page.evaluate(() => document.body.innerText);
  await page.close();
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** One number of Chromium's own account of a page. */
export async function readMetric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

/** Resolves when half a second has passed in which the page had an idle moment at every look. */
async function awaitRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let look = 0; look < 5; look += 1) {
      await new Promise((done) => setTimeout(done, 100));
      await new Promise((done) => requestIdleCallback(done));
    }
  });
}

/** Runs in the page. */
function awaitPaint(): Promise<number> {
  return new Promise((done) => {
    const observer = new PerformanceObserver((list) => {
      const paint = list.getEntriesByName("first-contentful-paint")[0];
      if (paint !== undefined) done(paint.startTime);
    });
    observer.observe({ type: "paint", buffered: true });
  });
}

/** Runs in the page. */
function readScriptKb(): number {
  const sizes = performance
    .getEntriesByType("resource")
    .map((entry) =>
      entry instanceof PerformanceResourceTiming && /\.m?js$/.test(entry.name) ? entry.encodedBodySize : 0,
    );
  return sizes.reduce((total, size) => total + size, 0) / 1000;
}
