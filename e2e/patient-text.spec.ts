import { expect, test } from "./harness.ts";
import { SCREENS, Workbench } from "./page-models/workbench.ts";

/** What every field into which somebody could type a patient's words must refuse. */
const REFUSED = { spellcheck: "false", autocomplete: "off", translate: "no", writingsuggestions: "false" };

test("no field offers what is typed to spelling, filling, writing or translation services", async ({
  page,
  faults,
}) => {
  faults.expect(/404 \(Not Found\)/u);
  const workbench = new Workbench(page);
  let seen = 0;
  for (const { path } of SCREENS) {
    await workbench.open(path);
    await workbench.openPalette();
    const fields = page.locator(
      "textarea, [contenteditable=true], input:not([type=radio]):not([type=checkbox]):not([type=range]):not([type=file])",
    );
    for (const field of await fields.all()) {
      seen += 1;
      for (const [attribute, value] of Object.entries(REFUSED))
        await expect(field).toHaveAttribute(attribute, value);
    }
  }
  expect(seen).toBeGreaterThanOrEqual(SCREENS.length);
});

test("the document itself refuses translation", async ({ page }) => {
  for (const path of ["/", "/models"]) {
    await page.goto(path);
    await expect(page.locator("html[translate=no]")).toHaveCount(1);
    await expect(page.locator("meta[name=google][content=notranslate]")).toHaveCount(1);
  }
});
