/**
 * The whole journey of a newcomer, once by keyboard alone and once as a screen reader goes: open a teaching case, watch
 * it, ask why and why not, take findings out until the leader changes, edit a step and run what went stale again, judge,
 * reload and find it all.
 */
import type { Page } from "@playwright/test";
import { type Hands, hearAnnouncements, keyboardHands, readerHands } from "./hands.ts";
import { expect, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { PASSPHRASE, VaultScreens } from "./page-models/vault.ts";

const TITLE = "Delirium after missed tablets";
const LEADER = "Thyroid storm precipitated by pneumonia";
const CARRIERS = ["Stopped antithyroid drug", "Diarrhoea and vomiting", "Goitre with bruit"] as const;
const EDITED = "Fast pulse";

for (const [who, handsOf] of [
  ["by keyboard alone", keyboardHands],
  ["as a screen reader goes", readerHands],
] as const) {
  test(`the whole journey ${who}`, async ({ page }) => {
    await new VaultScreens(page).setUp();
    await travel(page, handsOf(page));
  });
}

async function travel(page: Page, hands: Hands): Promise<void> {
  const screen = new CaseScreen(page);
  await hands.press("link", "Teach");
  await hands.press("button", `Open in the workbench: ${TITLE}`);
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  const heard = await hearAnnouncements(page);

  await test.step("watch it", async () => {
    await hands.press("button", "Run choices");
    await hands.choose("Pace", "All at once");
    await hands.escape();
    await hands.press("button", "Start the walk-through");
    await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("ask why and why not", async () => {
    await hands.type("textbox", "Ask about this case", "Why thyroid storm?");
    await expect.poll(async () => (await heard()).join("\n")).toContain(`${LEADER} came out`);
    await hands.type("textbox", "Ask about this case", "Why not sepsis?");
    await expect(page.getByRole("article", { name: "Question: Why not sepsis?" })).toContainText("Sepsis");
  });

  await test.step("take findings out until another hypothesis leads", async () => {
    await hands.press("tab", "Outline");
    await expect(screen.leader).toContainText(LEADER);
    for (const finding of CARRIERS) await choose(hands, finding, "Retract");
    await expect(screen.leader).not.toContainText(LEADER);
    await expect.poll(async () => (await heard()).join("\n")).toMatch(/Leading: (?!Thyroid)/u);
  });

  await test.step("edit a step, judge it, and run only what went stale again", async () => {
    await choose(hands, "Fast irregular pulse", "Edit the text");
    await hands.type("textbox", "Text of this step", EDITED);
    await hands.press("button", "Save");
    await choose(hands, EDITED, "Accept");
    await hands.press("button", "Run only these again");
    await expect(page.getByRole("button", { name: /^Re-run 1/u })).toBeVisible();
    await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("reload and find it all", async () => {
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const events = Number.parseInt((await screen.eventCount.textContent()) ?? "", 10);
    await page.reload();
    await hands.type("textbox", "Passphrase", PASSPHRASE);
    await screen.eventCount.waitFor();
    // The end of the run may have come after they were counted.
    await expect
      .poll(async () => Number.parseInt((await screen.eventCount.textContent()) ?? "", 10))
      .toBeGreaterThanOrEqual(events);
    const lane = page.getByRole("button", { name: /^Re-run 1/u });
    await expect(lane).toBeVisible();
    await expect(lane).not.toContainText(LEADER);
  });
}

/** Selects a step in the outline and takes something from its menu. */
async function choose(hands: Hands, step: string, action: string): Promise<void> {
  await hands.press("row", new RegExp(`Finding: ${step}`, "u"));
  await hands.press("button", `Correct or judge: ${step}`);
  await hands.press("menuitem", action);
}
