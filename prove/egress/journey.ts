/** A person at work: visits every route that the app links to and types the canary into every field it finds. */
import type { BrowserContext, Page } from "@playwright/test";

export type Journey = {
  readonly routes: readonly string[];
  readonly fieldsTyped: number;
  /** Routes whose address or title held the canary, which a browser would keep in its history. */
  readonly canaryInAddressOrTitle: number;
  /** Lines of the console with the canary: a crash report or an open inspector would hold them. */
  readonly canaryInConsole: number;
};

const mostRoutes = 40;
const fieldSelector = [
  "textarea",
  "[contenteditable='true']",
  ...["text", "search", "email", "url", "tel"].map((type) => `input[type=${type}]`),
  "input:not([type])",
].join(",");

/** Walks from `/` over the links of each page; `site` is the origin. */
export async function walkApp(context: BrowserContext, site: string, canary: string): Promise<Journey> {
  const page = await context.newPage();
  const routes = ["/", "/models", "/no-such-route"];
  let fieldsTyped = 0;
  let canaryInAddressOrTitle = 0;
  let canaryInConsole = 0;
  page.on("console", (line) => {
    if (line.text().includes(canary)) canaryInConsole += 1;
  });
  for (const route of routes) {
    await page.goto(`${site}${route}`, { waitUntil: "networkidle" });
    for (const found of await readRoutes(page)) {
      if (!routes.includes(found) && routes.length < mostRoutes) routes.push(found);
    }
    fieldsTyped += await typeEverywhere(page, canary);
    // The command palette, which every screen of the workbench has.
    await page.keyboard.press("Control+k");
    await page
      .getByRole("dialog")
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
    fieldsTyped += await typeEverywhere(page, canary);
    await page.keyboard.press("Escape");
    await page.waitForLoadState("networkidle");
    if (`${page.url()} ${await page.title()}`.includes(canary)) canaryInAddressOrTitle += 1;
  }
  await page.close();
  return { routes, fieldsTyped, canaryInAddressOrTitle, canaryInConsole };
}

function readRoutes(page: Page): Promise<readonly string[]> {
  return page.$$eval("a[href]", (links) =>
    links.flatMap((link) => {
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return [];
      return link.download === "" && !link.pathname.includes(".") ? [link.pathname] : [];
    }),
  );
}

async function typeEverywhere(page: Page, canary: string): Promise<number> {
  const fields = page.locator(fieldSelector);
  let typed = 0;
  for (let index = 0; index < (await fields.count()); index += 1) {
    const field = fields.nth(index);
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.click();
    await field.pressSequentially(canary);
    typed += 1;
  }
  // Leaving the last field and asking for what Enter does: saving, searching and suggesting happen then.
  if (typed > 0) await page.keyboard.press("Enter");
  return typed;
}
