import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CopiedBuild, assetOf, copyBuild } from "./copied-build.ts";
import { expect, test } from "./harness.ts";
import { SCREENS, Workbench } from "./page-models/workbench.ts";

let build: CopiedBuild | undefined;
test.afterEach(async () => {
  await build?.remove();
  build = undefined;
});

test.describe("without JavaScript", () => {
  // The browser's own setting; the one of the test runner stops scripts without telling the parser.
  test.use({ browserArguments: ["--blink-settings=scriptEnabled=false"] });
  test("the page says what it needs and how to allow it", async ({ page }) => {
    await page.goto("/");
    // Text locators of the test runner pass over noscript elements.
    await expect(page.locator("noscript b")).toHaveText("Curbside needs JavaScript.");
    await expect(page.locator("noscript b")).toBeVisible();
    await page.goto("/models");
    await expect(page.locator("noscript b")).toHaveText("This page needs JavaScript.");
    await expect(page.locator("noscript b")).toBeVisible();
  });
});

test("without WebGPU the Models screen says what to use instead", async ({ page }) => {
  await page.addInitScript(() => delete (Navigator.prototype as { gpu?: unknown }).gpu);
  await new Workbench(page).open("/shelf");
  await expect(page.getByText("This browser has no WebGPU.")).toBeVisible();
});

test("with WebGPU but no adapter the Models screen says what to switch on", async ({ page }) => {
  await page.addInitScript(() => {
    GPU.prototype.requestAdapter = async () => null;
  });
  await new Workbench(page).open("/shelf");
  await expect(page.getByText("no graphics adapter answered")).toBeVisible();
});

test("with the database refused, as in a private window, the app opens and says what is lost", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const workbench = new Workbench(page);
  await workbench.open("/");
  await expect(workbench.notices.filter({ hasText: "refuses to store anything" })).toBeVisible();
  await expect(workbench.heading).toHaveText("Cases");
});

test("with local storage refused the app opens and the appearance can still be chosen", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await new Workbench(page).open("/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html[data-theme=dark]")).toHaveCount(1);
});

test("with the storage nearly full the app says what may be removed", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 999_000_000, quota: 1_000_000_000 });
  });
  const workbench = new Workbench(page);
  await workbench.open("/");
  await expect(workbench.notices.filter({ hasText: "nearly used up" })).toContainText(
    "Cases are never removed",
  );
});

test("a browser without service workers says that offline use is not possible", async ({ page }) => {
  await page.addInitScript(() => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker);
  const workbench = new Workbench(page);
  await workbench.open("/");
  await expect(workbench.notices.filter({ hasText: "cannot keep the app for offline use" })).toBeVisible();
});

test("a service worker that throws leaves a usable app that says so", async ({ page }) => {
  build = await copyBuild();
  writeFileSync(join(build.folder, "sw.js"), "throw new Error('broken');");
  const workbench = new Workbench(page);
  await page.goto(`${build.url}/about`);
  await expect(workbench.heading).toHaveText("About Curbside");
  await expect(workbench.notices.filter({ hasText: "did not work this time" })).toBeVisible();
});

test("a screen whose file is gone says so in its place, and the others go on", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)|dynamically imported module/u);
  build = await copyBuild();
  rmSync(join(build.folder, "assets", assetOf(build.folder, "AboutPage")));
  const workbench = new Workbench(page);
  await page.goto(`${build.url}/`);
  await workbench.goTo("About");
  await expect(
    workbench.notices.filter({ hasText: "This part of the screen stopped working." }),
  ).toBeVisible();
  await workbench.goTo("Cases");
  await expect(workbench.heading).toHaveText("Cases");
});

test("a bug in one screen stays in it, and trying again works once its cause is gone", async ({
  page,
  faults,
}) => {
  faults.expect(/planted/u);
  const workbench = new Workbench(page);
  await workbench.open("/");
  await page.evaluate(() => {
    const real = Math.log10;
    Object.assign(globalThis, { mend: () => void (Math.log10 = real) });
    Math.log10 = () => {
      throw new Error("planted");
    };
  });
  await workbench.goTo("Settings");
  const failure = workbench.notices.filter({ hasText: "This part of the screen stopped working." });
  await expect(failure).toBeVisible();
  await expect(failure).not.toContainText("planted");
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(workbench.heading).toHaveText("Settings");
});

test("a host that sends no headers is named for what it is", async ({ page }) => {
  build = await copyBuild({ withHeaders: false });
  const workbench = new Workbench(page);
  await page.goto(`${build.url}/`);
  await expect(workbench.sealChip).toHaveText("Not sealed");
  await workbench.sealChip.click();
  await expect(page.getByRole("dialog")).toContainText("Do not enter patient text here.");
});

test.describe("over plain http on another machine's address", () => {
  test.use({ browserArguments: ["--host-resolver-rules=MAP ward.example 127.0.0.1"] });
  test("the app says that the address is not secure, and what to open instead", async ({ page, faults }) => {
    faults.expect(/Cross-Origin-Opener-Policy header has been ignored/u);
    const workbench = new Workbench(page);
    const port = new URL(process.env["CURBSIDE_URL"] ?? "").port;
    await page.goto(`http://ward.example:${port}/`);
    await expect(workbench.notices).toHaveCount(1);
    await expect(workbench.notices).toContainText("This address is not secure");
    for (const { path, title } of SCREENS.slice(0, 6)) {
      await page.goto(`http://ward.example:${port}${path}`);
      await expect(workbench.heading).toHaveText(title);
    }
  });
});
