import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./harness.ts";
import {
  CANARY,
  CASE_TEXT,
  CASE_TITLE,
  PASSPHRASE,
  VaultScreens,
  refuseDatabase,
} from "./page-models/vault.ts";
import { Workbench } from "./page-models/workbench.ts";
import { untilLockIsFree } from "./waiting.ts";

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "curbside-backups-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a page may leave behind in words, outside the encrypted rows. */
async function readTraces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat());
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const entries = performance.getEntries().map(({ name }) => name);
    return [location.href, document.title, ...kept, ...(await caches.keys()), ...databases, ...entries].join(
      "\n",
    );
  });
}

/** What stands in the document, fields included. */
async function readDocument(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = Array.from(document.querySelectorAll("input, textarea"), (field) =>
      "value" in field ? String(field.value) : "",
    );
    return [new XMLSerializer().serializeToString(document), ...fields].join("\n");
  });
}

/** How many rows the vault's database holds, whatever is in them. */
async function countRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- what the page runs cannot reach out of its function
    const toPromise = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("refused")));
      });
    const database = await toPromise(indexedDB.open("curbside-vault"));
    const counts = Array.from(database.objectStoreNames, (name) =>
      toPromise(database.transaction(name).objectStore(name).count()),
    );
    const rows = await Promise.all(counts);
    database.close();
    return rows.reduce((sum, count) => sum + count, 0);
  });
}

/** Presses Tab until the element of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
      return [focused?.getAttribute("aria-label"), label, focused?.textContent].includes(wanted);
    }, name);
    if (isThere) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

test("set up, write, lock, reload, unlock, back up, remove, restore: everything is there, and no trace of it anywhere else", async ({
  page,
  context,
}) => {
  const said: string[] = [];
  context.on("console", (message) => said.push(message.text()));
  const vault = new VaultScreens(page);
  const file = join(folder, "journey");
  await vault.setUp();
  await vault.writeCase();
  await vault.correctText(CASE_TEXT.replace("112", "118"));
  await expect(page.getByText("3 events in the record")).toBeVisible();
  const traces = [await readTraces(page)];

  await page.keyboard.press("Control+;");
  await expect(vault.locked).toBeVisible();
  expect(await readDocument(page)).not.toContain(CANARY);
  await page.reload();
  await vault.unlock();
  await expect(page.getByRole("heading", { level: 1, name: CASE_TITLE })).toBeVisible();
  await expect(vault.sentences).toHaveCount(3);
  await expect(vault.sentences.nth(1)).toContainText("Heart rate 118/min.");

  await new Workbench(page).goTo("Settings");
  await vault.backUp(file);
  expect(readFileSync(file).includes(CANARY)).toBe(false);
  expect(await countRows(page)).toBeGreaterThan(0);
  await vault.wipe();
  expect(await countRows(page)).toBe(0);
  await vault.lookInto(file);
  await expect(page.getByRole("row", { name: new RegExp(CASE_TITLE, "u") })).toContainText("Added");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("3 events in 1 case were added.")).toBeVisible();

  await new Workbench(page).goTo("Cases");
  await page.getByRole("link", { name: CASE_TITLE }).click();
  await expect(vault.sentences.nth(1)).toContainText("Heart rate 118/min.");
  traces.push(await readTraces(page));
  for (const trace of [...traces, ...said]) expect(trace).not.toContain(CANARY);
});

test("by keyboard alone: set up, write, lock and unlock", async ({ page }) => {
  const vault = new VaultScreens(page);
  await page.goto("/cases");
  await page.getByRole("button", { name: "Set up the vault" }).waitFor();
  await tabTo(page, "Set up the vault");
  await page.keyboard.press("Enter");
  await expect(vault.passphrase).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, "The same passphrase again");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your recovery code" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  const code = await vault.readCode();
  for (const [index, group] of code.split("-").entries()) {
    if ((await page.getByLabel(`Group ${index + 1}`, { exact: true }).count()) === 0) continue;
    await tabTo(page, `Group ${index + 1}`);
    await page.keyboard.type(group.toLowerCase());
  }
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Start a case" }).waitFor();
  await tabTo(page, "Start a case");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Case text" }).focus();
  await page.keyboard.type(CASE_TEXT);
  await tabTo(page, "Create the case");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await tabTo(page, "Lock the vault");
  await page.keyboard.press("Enter");
  await expect(vault.passphrase).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(vault.sentences).toHaveCount(3);
  await expect(page.getByRole("main")).toBeFocused();
});

test("a wrong passphrase gets no hint, the recovery code opens, and a new passphrase replaces the old", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const code = await vault.setUp();
  await page.keyboard.press("Control+;");
  await vault.passphrase.fill("wrong horse battery staple");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not open it.")).toBeVisible();
  await page.getByRole("button", { name: "Use the recovery code" }).click();
  await page.getByLabel("Recovery code", { exact: true }).fill(code.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(vault.locked).toHaveCount(0);

  await new Workbench(page).goTo("Settings");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current passphrase, or the recovery code", { exact: true }).fill(code);
  await dialog.getByLabel("New passphrase", { exact: true }).fill("seven other words of mine");
  await dialog.getByLabel("The same passphrase again", { exact: true }).fill("seven other words of mine");
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("The passphrase is changed.")).toBeVisible();
  await page.keyboard.press("Control+;");
  await new Workbench(page).goTo("Cases");
  await vault.passphrase.fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not open it.")).toBeVisible();
  await vault.unlock("seven other words of mine");
});

test("two tabs: one writes, the other follows live and takes over; locking one locks both", async ({
  page,
  context,
}) => {
  const first = new VaultScreens(page);
  await first.setUp();
  await first.writeCase();
  const other = await context.newPage();
  const second = new VaultScreens(other);
  await other.goto(page.url());
  await second.unlock();
  await expect(other.getByText("Following another tab")).toBeVisible();
  await expect(other.getByRole("button", { name: "Correct the text" })).toHaveCount(0);

  await page.bringToFront();
  await first.correctText("Changed in the first tab.");
  await other.bringToFront();
  await expect(second.sentences).toHaveText([/Changed in the first tab\./u]);
  await other.getByRole("button", { name: "Write here instead" }).click();
  await expect(other.getByText("This tab writes")).toBeVisible();
  await expect(page.getByText("Following another tab")).toBeVisible();
  await second.correctText("Changed in the second tab.");
  await expect(first.sentences).toHaveText([/Changed in the second tab\./u]);

  await other.keyboard.press("Control+;");
  await expect(page.getByText("It was locked in another tab.")).toBeVisible();
  expect(await readDocument(page)).not.toContain("Changed in the second tab");
});

test("what is typed and not saved survives locking", async ({ page }) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  await vault.writeCase();
  await page.getByRole("button", { name: "Correct the text" }).click();
  await vault.caseText.fill("Typed and not saved.");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.keyboard.press("Control+;");
  await vault.unlock();
  await expect(vault.sentences).toHaveText([/Typed and not saved\./u]);
});

test("a temporary workspace says so on every screen, writes nothing, and asks before it ends", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  await page.goto("/cases");
  await page.getByRole("button", { name: "Start a temporary workspace" }).click();
  await vault.writeCase();
  await expect(page.getByText("In memory only")).toBeVisible();
  const banner = page.getByText("nothing is written, and everything is gone when this tab closes");
  for (const place of ["Teach", "Settings", "About", "Cases"]) {
    await new Workbench(page).goTo(place);
    await expect(banner).toBeVisible();
  }
  await expect(page.getByRole("link", { name: CASE_TITLE })).toBeVisible();
  await page.keyboard.press("Control+;");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("button", { name: "Set up the vault" })).toBeVisible();
  expect(await readDocument(page)).not.toContain(CANARY);
});

test("the list is searched, archived, and undone from the bin", async ({ page }) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  for (const title of ["Ankle", "Breath"]) {
    await vault.writeCase(title, "One sentence.");
    await page.getByRole("link", { name: "All cases" }).click();
  }
  await page.getByRole("textbox", { name: "Search titles" }).fill("ank");
  await expect(page.getByRole("link", { name: "Breath" })).toHaveCount(0);
  await page.getByRole("button", { name: "Actions: Ankle" }).click();
  await page.getByRole("menuitem", { name: "Move to the bin" }).click();
  await expect(page.getByRole("tab", { name: /^Bin/u })).toContainText("1");
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Ankle" })).toBeVisible();

  await page.getByRole("button", { name: "Actions: Ankle" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("Ankle, left");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Ankle, left" })).toBeVisible();
  await page.getByRole("button", { name: "Actions: Ankle, left" }).click();
  await page.getByRole("menuitem", { name: "Move to the bin" }).click();
  await page.getByRole("tab", { name: /^Bin/u }).click();
  await page.getByRole("button", { name: "Actions: Ankle, left" }).click();
  await page.getByRole("menuitem", { name: "Delete for good" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The bin is empty.")).toBeVisible();
});

test("nobody there: the last half minute is announced, a key keeps it open, then it locks and says why", async ({
  page,
}) => {
  await page.clock.install();
  const vault = new VaultScreens(page);
  await vault.setUp();
  await page.clock.runFor("04:40");
  await expect(page.getByRole("button", { name: "Stay unlocked" })).toBeVisible();
  await page.keyboard.press("Shift");
  await page.clock.runFor("00:02");
  await expect(page.getByRole("button", { name: "Stay unlocked" })).toHaveCount(0);
  await page.clock.runFor("05:05");
  await expect(page.getByText("because nobody was here for a while")).toBeVisible();
  await vault.unlock();
  await expect(vault.lockButton).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.getByText("because the device slept")).toBeVisible();
});

test("every state of the vault is accessible in light and dark", async ({ page }) => {
  const vault = new VaultScreens(page);
  await page.goto("/cases");
  await page.getByRole("button", { name: "Set up the vault" }).click();
  await page.getByRole("button", { name: "Make the vault" }).click();
  await expectAccessibleInBoth(page);
  await vault.passphrase.fill(PASSPHRASE);
  await page.getByLabel("The same passphrase again", { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your recovery code" }).waitFor();
  await expectAccessibleInBoth(page);
  await vault.keepCode();
  await page.getByRole("button", { name: "Start a case" }).waitFor();
  await expectAccessibleInBoth(page);
  await vault.writeCase();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: "Correct the text" }).click();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("link", { name: "All cases" }).click();
  await page.getByRole("link", { name: CASE_TITLE }).waitFor();
  await expectAccessibleInBoth(page);
  await new Workbench(page).goTo("Settings");
  await page.getByRole("heading", { name: "Ways in" }).waitFor();
  await expectAccessibleInBoth(page);
  await page.keyboard.press("Control+;");
  await new Workbench(page).goTo("Cases");
  await vault.passphrase.fill("wrong wrong wrong");
  await page.keyboard.press("Enter");
  await page.getByText("That does not open it.").waitFor();
  await page.getByText("Forgot the passphrase?").click();
  await expectAccessibleInBoth(page);
});

test("the model page and an open vault keep each other out, and the app goes on when it is closed", async ({
  page,
  context,
}) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  await page.keyboard.press("Control+;");
  await expect(vault.locked).toBeVisible();
  const models = await context.newPage();
  await models.goto("/models");
  await models.getByRole("heading", { level: 1 }).waitFor();
  await vault.passphrase.fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The model page is open, and no case may be open beside it.")).toBeVisible();
  await models.close();
  await untilLockIsFree(page, "vault");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(vault.lockButton).toBeVisible();
});

test("with the database refused the screen says so, and a temporary workspace works all the same", async ({
  page,
}) => {
  await refuseDatabase(page);
  await page.goto("/cases");
  await expect(page.getByRole("heading", { level: 1, name: "Cases" })).toBeVisible();
  await expect(page.getByText("This browser keeps nothing for this page.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reload this page" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start a temporary workspace" }).click();
  await new VaultScreens(page).writeCase();
});

test("a vault whose program does not arrive says so, and works again once it does", async ({
  page,
  faults,
}) => {
  faults.expect(/ERR_FAILED/u);
  await page.route(/\/vault\.worker[^/]*\.js$/u, (route) => route.abort());
  await page.goto("/cases");
  await expect(page.getByText("The vault stopped working and locked itself.")).toBeVisible();
  await page.unroute(/\/vault\.worker[^/]*\.js$/u);
  await page.getByRole("button", { name: "Reload this page" }).click();
  await expect(page.getByRole("button", { name: "Set up the vault" })).toBeVisible();
});

test("a file that is no backup, one cut short and one changed are refused in words, and the vault stays as it is", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  await vault.writeCase();
  await new Workbench(page).goTo("Settings");
  const whole = join(folder, "whole");
  await vault.backUp(whole);
  const bytes = readFileSync(whole);
  const changed = Uint8Array.from(bytes);
  changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
  const refused = [
    { name: "none", bytes: Buffer.from("a letter"), says: "This file is no Curbside backup." },
    {
      name: "cut",
      bytes: bytes.subarray(0, bytes.length - 60),
      says: /end of this backup is missing|changed or damaged/u,
    },
    { name: "changed", bytes: changed, says: "This backup was changed or damaged" },
  ];
  for (const { name, bytes: content, says } of refused) {
    writeFileSync(join(folder, name), content);
    await vault.lookInto(join(folder, name));
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
  }
  await vault.lookInto(whole, "not the passphrase of it");
  await expect(page.getByText("That does not open it.")).toBeVisible();
  await vault.lookInto(whole);
  await expect(page.getByText("Everything in this backup is here already.")).toBeVisible();
  await new Workbench(page).goTo("Cases");
  await expect(page.getByRole("link", { name: CASE_TITLE })).toBeVisible();
});

test("a newer release's database is read, backed up, and never written", async ({ page }) => {
  const vault = new VaultScreens(page);
  await vault.setUp();
  await vault.writeCase();
  await page.keyboard.press("Control+;");
  await expect(vault.locked).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("curbside-vault", 9_000_000);
        request.addEventListener("success", () => {
          request.result.close();
          resolve(undefined);
        });
        request.addEventListener("error", () => reject(request.error ?? new Error("refused")));
      }),
  );
  await page.goto("/cases");
  await vault.unlock();
  await expect(page.getByText("This version only reads it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "New case" })).toHaveCount(0);
  await page.getByRole("link", { name: CASE_TITLE }).click();
  await expect(vault.sentences).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Correct the text" })).toHaveCount(0);
  await new Workbench(page).goTo("Settings");
  await vault.backUp(join(folder, "read-only"));
  await expect(page.getByText("1 case, 2 events")).toBeVisible();
});
