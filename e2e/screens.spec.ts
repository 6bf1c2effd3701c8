import { expect, expectAccessibleInBoth, test } from "./harness.ts";
import { SCREENS, Workbench } from "./page-models/workbench.ts";
import { expectFocusIn, expectNoSidewaysScroll } from "./waiting.ts";

test("every screen has its title and is accessible in light and dark", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)/u);
  const workbench = new Workbench(page);
  for (const { path, title } of SCREENS) {
    await workbench.open(path);
    await expect(workbench.heading).toHaveText(title);
    await expect(workbench.sealChip).toBeVisible();
    await expectAccessibleInBoth(page);
  }
  await page.goto("/models");
  await expect(workbench.heading).toHaveText("Get models");
  await expectAccessibleInBoth(page);
});

test("the overlays are accessible in light and dark", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open("/");
  await workbench.openPalette();
  await expectAccessibleInBoth(page);
  await page.keyboard.press("Escape");
  await expect(workbench.palette).toHaveCount(0);
  await page.keyboard.press("Control+/");
  const help = page.getByRole("dialog", { name: "Keyboard help" });
  await expectFocusIn(help);
  await expectAccessibleInBoth(page);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await workbench.sealChip.click();
  await expect(page.getByRole("dialog", { name: /^Sealed/u })).toBeVisible();
  await expectAccessibleInBoth(page);
});

test("an unknown address says so with a true status, and leads back", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)/u);
  const response = await page.goto("/nowhere");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Go to Cases" }).click();
  await expect(page).toHaveURL(/\/cases$/u);
});

test("a missing file is a real 404 and never the app", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)/u);
  await page.goto("/");
  for (const path of ["/assets/gone-12345678.js", "/models/none/config.json", "/cases/none.json"]) {
    const answer = await page.evaluate(async (url) => {
      const response = await fetch(url);
      return { status: response.status, text: await response.text() };
    }, path);
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).not.toContain("<html");
  }
});

test("moving between screens keeps the document, names it and moves the focus", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open("/cases");
  await page.evaluate(() => {
    document.body.dataset["sameDocument"] = "yes";
  });
  await workbench.goTo("Settings");
  await expect(workbench.heading).toHaveText("Settings");
  await expect(page).toHaveTitle("Settings · Curbside");
  await expect(page.getByRole("main")).toBeFocused();
  await page.goBack();
  await expect(workbench.heading).toHaveText("Cases");
  await expect(page.locator("body[data-same-document=yes]")).toHaveCount(1);
});

test("the palette finds a screen by a part of its name and goes there by keyboard alone", async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open("/");
  await workbench.openPalette();
  await page.keyboard.type("sett");
  await page.keyboard.press("Enter");
  await expect(workbench.heading).toHaveText("Settings");
  await expect(workbench.palette).toHaveCount(0);
});

test("the first tab stop skips to the content", async ({ page }) => {
  await new Workbench(page).open("/about");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the appearance that was chosen is there again after a reload", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open("/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html[data-theme=dark]")).toHaveCount(1);
});

test("nothing needs sideways scrolling at 390 px, at 400 % zoom or with text twice as large", async ({
  page,
}) => {
  const workbench = new Workbench(page);
  for (const { width, textSize } of [
    { width: 390, textSize: "100%" },
    { width: 320, textSize: "100%" },
    { width: 1440, textSize: "200%" },
    { width: 390, textSize: "200%" },
  ]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ["/cases", "/shelf", "/settings", "/about", "/models"]) {
      await workbench.open(path);
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), textSize);
      await expectNoSidewaysScroll(page, `${path} at ${width} px and ${textSize}`);
    }
  }
});
