/** The note of a case: laid out as it was pasted, its findings underlined, added, turned around and taken back. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";

const HOSTILE = [
  `<img src="/stolen.png" onerror="window.stolen = 1">`,
  "<script>window.stolen = 1; fetch('/stolen')</script>",
  "![x](/stolen.png) [y](javascript:window.stolen=1) **bold**",
];

const NOTE = [
  "HISTORY",
  "Crushing chest pain since 6 am.",
  "No fever.",
  "",
  "PMH:",
  "- Hypertension",
  "    * on amlodipine",
  "",
  "Test\tValue\tRange",
  "Troponin T\t410 ng/L\t< 14",
  "Na\t140\t135-145",
  "",
  "WORDS",
  ...HOSTILE,
].join("\n");

async function paste(page: Page, text: string): Promise<void> {
  await page.goto("/cases");
  await page.getByRole("button", { name: /temporary workspace/u }).click();
  await new VaultScreens(page).writeCase("A pasted note", text);
}

test("a pasted note keeps its headings, lists and tables, and hostile words stay words", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => void fetched.push(request.url()));
  await paste(page, NOTE);
  const note = page.getByRole("region", { name: "Case text" });
  for (const line of NOTE.split("\n").filter((words) => words !== "" && !words.includes("\t")))
    await expect(note.getByText(line.replace(/^[\s*-]+/u, ""), { exact: true })).toBeVisible();
  for (const cell of ["410 ng/L", "135-145"])
    await expect(note.getByText(cell, { exact: true })).toBeVisible();
  await expect(async () => {
    const [value, sodium] = await Promise.all(
      ["410 ng/L", "140"].map((cell) => note.getByText(cell, { exact: true }).boundingBox()),
    );
    expect(value?.x).toBe(sodium?.x);
  }, "numbers stand below each other").toPass({ timeout: 30_000 });
  expect(await note.locator("img, script, a, strong").count()).toBe(0);
  expect(fetched.filter((url) => url.includes("stolen"))).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, "stolen"))).toBeUndefined();
  await expectAccessible(page);
});

test("findings are added by pointer and by keyboard, turned around, retracted, brought back and undone", async ({
  page,
}) => {
  await paste(page, NOTE);
  const screen = new CaseScreen(page);
  const note = page.getByRole("region", { name: "Case text" });
  const findings = page.getByRole("region", { name: "Findings" });

  await test.step("words that are marked with the pointer are cited, and a denial is read as one", async () => {
    await note.getByText("No fever.").dblclick({ position: { x: 40, y: 8 } });
    await page.getByRole("button", { name: "Add a finding: “fever”" }).click();
    await expect(page.getByRole("radio", { name: "Absent" })).toBeChecked();
    await page.getByRole("button", { name: "Add the finding" }).click();
    await expect(note.getByRole("button", { name: "fever (Finding, absent: fever)" })).toBeVisible();
  });

  await test.step("by keyboard alone, also while words are still marked elsewhere", async () => {
    await note.getByText("Hypertension").dblclick();
    await screen.sentence(3).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(screen.sentence(2)).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Ask about: Sentence 2" })).toBeFocused();
    await page.getByRole("button", { name: "Add a finding" }).press("Enter");
    await expect(page.getByLabel("Finding", { exact: true })).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Crushing chest pain");
    await page.keyboard.press("Enter");
    const mark = note.getByRole("button", {
      name: "Crushing chest pain (Finding, present: Crushing chest pain)",
    });
    await expect(mark).toBeVisible();
    await expect(page.getByRole("button", { name: "Add the finding" })).toHaveCount(0);
    await screen.sentence(2).focus();
    await page.keyboard.press("ArrowRight");
    await expect(mark).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(mark).toHaveAttribute("aria-pressed", "true");
    await expect(screen.litSentences).toHaveCount(1);
  });

  await test.step("each action of the list shows in the note and can be undone", async () => {
    await findings.getByRole("button", { name: "2 findings" }).click();
    await findings.getByRole("button", { name: "Mark present: fever" }).click();
    await expect(note.getByRole("button", { name: "fever (Finding, present: fever)" })).toBeVisible();
    await findings.getByRole("button", { name: "Retract: fever" }).click();
    await expect(note.getByRole("button", { name: "fever (Finding, retracted: fever)" })).toBeVisible();
    await findings.getByRole("button", { name: "Bring back: fever" }).click();
    await expect(note.getByRole("button", { name: "fever (Finding, present: fever)" })).toBeVisible();
    for (let change = 0; change < 3; change += 1) await page.getByRole("button", { name: "Undo" }).click();
    await expect(note.getByRole("button", { name: "fever (Finding, absent: fever)" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a correction says what went out of date, with a way to it", async () => {
    await new VaultScreens(page).correctText(NOTE.replace("6 am", "7 am"));
    await expect(note).toContainText("1 step cited what you changed.");
    await note.getByRole("button", { name: "Show: Crushing chest pain" }).click();
    await expect(findings).toContainText("The sentence it cites is gone");
    await screen.sentence(2).waitFor({ state: "detached" });
    await note
      .getByRole("button", { name: /^Sentence \d+$/u })
      .nth(1)
      .click();
    await findings.getByRole("button", { name: /^Cite s\d+ instead: Crushing chest pain/u }).click();
    await expect(note).not.toContainText("cited what you changed");
    await expect(
      note.getByRole("button", { name: /^Crushing chest pain \(Finding, present/u }),
    ).toBeVisible();
    for (let change = 0; change < 2; change += 1) await page.getByRole("button", { name: "Undo" }).click();
    await expect(screen.sentence(2)).toBeVisible();
    await expect(note).not.toContainText("cited what you changed");
  });
});

test("a finding under the pointer is named, and what is chosen elsewhere comes into sight in the note", async ({
  page,
}) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily("The inferior infarct that was not");
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  const note = page.getByRole("region", { name: "Case text" });
  const mark = note.locator("[data-finding]").first();
  await mark.hover();
  await expect(page.locator("[popover]").filter({ hasText: /^Finding, / })).toBeVisible();
  await mark.click();
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  const card = page.getByRole("article", { name: "Finding: Abrupt, severe chest pain" });
  await expect(card).toHaveAttribute("aria-current", "true");
  const first = note.locator("[data-row]").first();
  await note.locator("[data-row]").last().scrollIntoViewIfNeeded();
  await expect(first).not.toBeInViewport();
  const chip = card.getByRole("button", { name: "Show sentence 1 in the note" });
  await chip.click();
  await expect(first).toBeInViewport();
  await expect(chip).toBeFocused();
});

/** As a paste does, and not key by key. */
async function pasteAll(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Case text" }).evaluate((field, words) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
}

test("a note of three hundred pages is there to its last sentence", async ({ page }) => {
  const pages = Array.from({ length: 300 }, (_, day) =>
    [
      `PROGRESS NOTE`,
      "",
      ...Array.from({ length: 34 }, (__, hour) => `Day ${day}, ${hour}: ${LINE}`),
      "",
    ].join("\n"),
  );
  await page.goto("/cases");
  await page.getByRole("button", { name: /temporary workspace/u }).click();
  await page.getByRole("button", { name: "Start a case" }).click();
  await pasteAll(page, pages.join("\n"));
  await page.getByRole("button", { name: "Create the case" }).click();
  const rows = page.locator("[data-row]");
  await expect(rows).toHaveCount(300 * 35);
  await new CaseScreen(page).sentence(1).press("End");
  await expect(rows.last()).toBeInViewport();
  await expect(rows.last()).toContainText("Day 299, 33:");
  await page.keyboard.press("Enter");
  await expect(rows.last()).toHaveAttribute("data-lit");
});

const LINE = "the pain was the same and nothing new was found at the bedside today.";
