/** One first visit on a slow network and a slow processor, up to the moment when the page has come to rest. */
import type { Browser, CDPSession, Page } from "@playwright/test";

export type Visit = {
  readonly firstPaintMs: number;
  /** Milliseconds beyond 50 of every long task. */
  readonly blockingMs: number;
  /** Processor time of the main thread; unlike blocking time it does not grow when the machine is busy elsewhere. */
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

declare global {
  // A page global can only be declared with var.
  var blockingMs: number;
}

/** Visits `url` with nothing cached. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slowNetwork);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("Performance.enable");
  await page.addInitScript(countBlocking);
  await page.goto(url, { waitUntil: "networkidle" });
  await awaitRest(page);
  const mainThreadMs = (await readMetric(session, "ThreadTime")) * 1000;
  const seen = await page.evaluate(readTimings);
  await context.close();
  return { ...seen, mainThreadMs };
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
function countBlocking(): void {
  globalThis.blockingMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.blockingMs += Math.max(0, duration - 50);
  });
  observer.observe({ type: "longtask", buffered: true });
}

/** Runs in the page. */
function readTimings(): Omit<Visit, "mainThreadMs"> {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const scripts = performance
    .getEntriesByType("resource")
    .filter((entry) => entry instanceof PerformanceResourceTiming && /\.m?js$/.test(entry.name));
  const bytes = scripts.reduce(
    (total, entry) => total + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
    0,
  );
  return {
    firstPaintMs: Math.round(paint?.startTime ?? Number.NaN),
    blockingMs: globalThis.blockingMs,
    scriptKb: bytes / 1000,
  };
}
