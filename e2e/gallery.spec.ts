import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { expectFocusIn, expectNoSidewaysScroll } from "./waiting.ts";

/** The gallery exists in development builds only. */
async function openGallery(page: Page): Promise<void> {
  await page.goto(`${process.env["CURBSIDE_DEVELOPMENT_URL"]}/gallery`);
  await expect(page.getByRole("heading", { level: 1, name: "Gallery of controls" })).toBeVisible();
}

test("every control is accessible in every theme", async ({ page }) => {
  await openGallery(page);
  for (const theme of ["light", "dark", "contrast"])
    await test.step(theme, async () => {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      await expectAccessible(page);
    });
});

test("an open dialog and an open menu are accessible", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Open dialog" }).click();
  await expect(page.getByRole("dialog", { name: "Annotate this step" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Case", exact: true }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
});

test("nothing scrolls sideways at 320 px, nor at 390 px with text at 200 %", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openGallery(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expectNoSidewaysScroll(page);
});

test("a dialog keeps the focus, closes on Escape and gives the focus back", async ({ page }) => {
  await openGallery(page);
  const opener = page.getByRole("button", { name: "Open dialog" });
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Annotate this step" });
  await expectFocusIn(dialog);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("Tab");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a confirmation begins on the harmless answer", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Open confirmation" }).press("Enter");
  await expect(page.getByRole("alertdialog").getByRole("button", { name: "Keep it" })).toBeFocused();
});

test("an undo outlives a dialog and does not close it", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Show one with undo" }).click();
  await page.getByRole("button", { name: "Open dialog" }).click();
  const messages = page.getByRole("region", { name: "Messages" });
  await messages.getByRole("button", { name: "Undo" }).click();
  await expect(messages.getByRole("listitem")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("menu, tree and tabs work by keyboard alone", async ({ page }) => {
  await openGallery(page);
  const menuButton = page.getByRole("button", { name: "Case", exact: true });
  await menuButton.press("ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Delete case" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menuButton).toBeFocused();
  for (const key of ["Enter", "Space"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menuButton).toBeFocused();
  }

  await page.getByRole("row", { name: /Pulmonary embolism/u }).press("ArrowLeft");
  await expect(page.getByRole("row", { name: /Wells score 7/u })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("row", { name: /Wells score 7/u })).toBeVisible();

  await page.getByRole("tab", { name: "Dialogue" }).press("ArrowRight");
  await expect(page.getByRole("tabpanel", { name: "Graph" })).toBeVisible();
});

test("table, splitter and combobox work by keyboard alone", async ({ page }) => {
  await openGallery(page);
  const table = page.getByRole("table", { name: "Numbers in the note" });
  await table.getByRole("button", { name: "Value" }).press("Enter");
  await expect(table.getByRole("columnheader", { name: "Value" })).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("rowheader")).toHaveText(["Creatinine", "Troponin T", "D-dimer", "Lactate"]);

  const divider = page.getByRole("separator", { name: "Width of the dialogue" });
  await divider.press("ArrowRight");
  await expect(divider).toHaveAttribute("aria-valuenow", "52");
  await divider.press("Home");
  await expect(divider).toHaveAttribute("aria-valuenow", "25");

  const combobox = page.getByRole("combobox", { name: "Calculator" });
  await combobox.focus();
  await combobox.press("Control+A");
  await combobox.pressSequentially("cur");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(combobox).toHaveValue("CURB-65");
});

test("a tooltip shows on keyboard focus and leaves on Escape", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Case", exact: true }).focus();
  await page.keyboard.press("Tab");
  const tooltip = page.getByText("More actions", { exact: true });
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toHaveCount(0);
  await expect(page.getByRole("button", { name: "More actions" })).toBeFocused();
});

test("a tooltip goes along when its button is scrolled, and leaves with it", async ({ page }) => {
  await openGallery(page);
  const button = page.getByRole("button", { name: "More actions" });
  await page.getByRole("button", { name: "Case", exact: true }).focus();
  await page.keyboard.press("Tab");
  const tooltip = page.getByText("More actions", { exact: true });
  await expect(tooltip).toBeVisible();
  const gap = async (): Promise<number> => {
    const [bubble, trigger] = [await tooltip.boundingBox(), await button.boundingBox()];
    return (bubble?.y ?? Number.NaN) - (trigger?.y ?? Number.NaN);
  };
  const before = await gap();
  await page.evaluate(() => scrollBy({ top: 60, behavior: "instant" }));
  await expect.poll(gap).toBe(before);
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await expect(tooltip).toHaveCount(0);
});

test("Escape reaches whoever writes, though the pointer was left on a button", async ({ page }) => {
  await openGallery(page);
  const field = page.getByRole("combobox", { name: "Calculator" });
  await field.focus();
  const heard = await page.evaluateHandle(() => {
    const keys: string[] = [];
    document.addEventListener("keydown", ({ key }) => keys.push(key));
    return keys;
  });
  await page.getByRole("button", { name: "More actions" }).hover();
  const tooltip = page.getByText("More actions", { exact: true });
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toHaveCount(0);
  expect(await heard.jsonValue()).toEqual(["Escape"]);
});

test("every patient field and the combobox refuse spelling, autofill and translation", async ({ page }) => {
  await openGallery(page);
  const guarded = page.locator("[data-patient-text]");
  await expect(guarded).toHaveCount(3);
  for (const field of await guarded.all()) {
    await expect(field).toHaveAttribute("spellcheck", "false");
    await expect(field).toHaveAttribute("autocomplete", "off");
    await expect(field).toHaveAttribute("translate", "no");
    await expect(field).toHaveAttribute("writingsuggestions", "false");
    await expect(field).not.toHaveAttribute("name");
  }
});

test("with forced colours a chosen tab and a primary button stay legible", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openGallery(page);
  const coloursOf = (name: string) =>
    page.getByRole("tab", { name }).evaluate((tab) => getComputedStyle(tab).borderBottomColor);
  expect(await coloursOf("Dialogue")).not.toBe(await coloursOf("Graph"));
  const primary = page.getByRole("button", { name: "Run the model" }).first();
  await expect(primary).toHaveCSS("forced-color-adjust", "none");
  await expectAccessible(page);
});
