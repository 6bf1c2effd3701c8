/** The list of cases: a case is duplicated as one of its own, and the list works by keyboard and on a phone. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { CASE_TITLE, VaultScreens } from "./page-models/vault.ts";
import { expectNoSidewaysScroll } from "./waiting.ts";

test("a case is duplicated with its whole record or only its note, and the copy goes its own way", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const screen = new CaseScreen(page);
  await page.goto("/cases");
  await page.getByRole("button", { name: /temporary workspace/u }).click();
  await vault.writeCase();
  await screen.sentence(1).press("Enter");
  await page.getByRole("button", { name: "Add a finding" }).click();
  await page.getByLabel("Finding", { exact: true }).fill("Chest pain");
  await page.getByRole("button", { name: "Add the finding" }).click();
  const findings = page.getByRole("region", { name: "Findings" });
  await expect(findings).toContainText("1 finding");

  await test.step("everything", async () => {
    await page.getByRole("link", { name: "All cases" }).click();
    await page.getByRole("button", { name: `Actions: ${CASE_TITLE}` }).press("Enter");
    await page.getByRole("menuitem", { name: "Duplicate…" }).press("Enter");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Duplicate", exact: true }).click();
    await page.getByRole("button", { name: "Open the copy" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Copy of ${CASE_TITLE}` })).toBeVisible();
    await expect(findings).toContainText("1 finding");
    await vault.correctText("Other words.");
    await expect(page.getByText("1 step cited what you changed.")).toBeVisible();
  });

  await test.step("only the note, and the case that was copied is as it was", async () => {
    await page.getByRole("link", { name: "All cases" }).click();
    await page.getByRole("button", { name: `Actions: ${CASE_TITLE}`, exact: true }).click();
    await page.getByRole("menuitem", { name: "Duplicate…" }).click();
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("Note alone");
    await page.getByRole("radio", { name: "Only the note" }).check();
    await page.getByRole("textbox", { name: "Title", exact: true }).press("Enter");
    await page.getByRole("button", { name: "Open the copy" }).last().click();
    await expect(page.getByRole("heading", { level: 1, name: "Note alone" })).toBeVisible();
    await expect(vault.sentences).toHaveCount(3);
    await expect(findings).toContainText("0 findings");
    await page.getByRole("link", { name: "All cases" }).click();
    await page.getByRole("link", { name: CASE_TITLE, exact: true }).click();
    await expect(findings).toContainText("1 finding");
    await expect(vault.sentences).toHaveCount(3);
  });
});

test.describe("on a phone in the dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("a new case is pasted or begun from the teaching library, without scrolling sideways", async ({
    page,
  }) => {
    const vault = new VaultScreens(page);
    await page.goto("/cases");
    await page.getByRole("button", { name: /temporary workspace/u }).click();
    await vault.writeCase("On a phone", "LABS\nTest\tValue\tRange\nNa\t140 mmol/L\t135-145\n\n- No fever.");
    await new CaseScreen(page).sentence(4).press("Enter");
    await page.getByRole("button", { name: "Add a finding" }).click();
    await expect(page.getByRole("radio", { name: "Absent" })).toBeChecked();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "All cases" }).click();
    await page.getByRole("button", { name: "New case" }).click();
    await expectAccessible(page);
    await page.getByRole("link", { name: "teaching cases" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Teach" })).toBeVisible();
  });
});

/** The disk changed a byte of the newest row of the record; nothing else remembers what it held. */
async function damageLastRow(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- nothing outside comes along into the page
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, fail) => {
        request.addEventListener("success", () => done(request.result));
        request.addEventListener("error", () => fail(new Error("the database refused")));
      });
    const database = await settle(indexedDB.open("curbside-vault"));
    const stores = database.transaction(["events", "snapshots"], "readwrite");
    await settle(stores.objectStore("snapshots").clear());
    const rows: unknown[] = await settle(stores.objectStore("events").getAll());
    const last = rows.at(-1) as Record<string, unknown>;
    for (const part of Object.values(last)) {
      const bytes = part instanceof ArrayBuffer ? new Uint8Array(part) : part;
      if (bytes instanceof Uint8Array) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    }
    await settle(stores.objectStore("events").put(last));
    database.close();
  });
}

test("that the end of a record was cut is said until it is read, and never forgotten", async ({ page }) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  await vault.writeCase();
  await vault.correctText("Other words.");
  await vault.lockButton.click();
  await vault.locked.waitFor();
  await damageLastRow(page);
  await page.reload();
  await vault.unlock();
  const full = page.getByText(/set aside; 2 events before it are whole/u);
  await expect(full).toBeVisible();
  await expect(vault.sentences).toHaveCount(3);
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(full).toBeHidden();
  await page.getByRole("link", { name: "All cases" }).click();
  await page.getByRole("link", { name: CASE_TITLE }).click();
  await expect(page.getByText(/^The end of this record could not be read/u)).toBeVisible();
  await expect(full).toBeHidden();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(full).toBeVisible();
  await expectAccessible(page);
});
