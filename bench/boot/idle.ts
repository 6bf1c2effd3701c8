/** What a page costs that nobody touches. */
import type { Browser } from "@playwright/test";
import { readMetric } from "./visit.ts";

const settleMs = 4_000;
const watchMs = 5_000;

/** The share of its time that the main thread worked during five seconds at rest. */
export async function measureIdle(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(settleMs);
  const workedBefore = await readMetric(session, "ThreadTime");
  const startedAt = await readMetric(session, "Timestamp");
  await page.waitForTimeout(watchMs);
  const worked = (await readMetric(session, "ThreadTime")) - workedBefore;
  const lasted = (await readMetric(session, "Timestamp")) - startedAt;
  await context.close();
  return worked / lasted;
}
