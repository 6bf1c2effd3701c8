import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { copyBuild } from "./copied-build.ts";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { expectNoSidewaysScroll } from "./waiting.ts";

/** A teaching case in a workspace of this page alone, walked through to its end. */
async function walkThrough(page: Page, url = ""): Promise<Locator> {
  await page.goto(`${url}/teach`);
  await page
    .getByRole("button", { name: "Open in the workbench: The inferior infarct that was not" })
    .click();
  await page.getByRole("button", { name: "Nowhere: a temporary workspace" }).click();
  const screen = new CaseScreen(page);
  await expect(screen.run.getByRole("button", { name: "Start the walk-through" })).toBeVisible();
  // Who looks on from the beginning is led along to the end.
  const tab = page.getByRole("tab", { name: "Dialogue" });
  if (await tab.isVisible()) await tab.press("Enter");
  await screen.startWalkThrough({ pace: "All at once" });
  const dialogue = page.getByRole("region", { name: "What was said" });
  await expect(dialogue.getByText(/^The run (?:finished|ended)/u)).toBeVisible({ timeout: 90_000 });
  return dialogue;
}

const question = (dialogue: Locator, text: string): Locator =>
  dialogue.getByRole("article", { name: `Question: ${text}` });

async function askLine(page: Page, text: string): Promise<Locator> {
  const line = page.getByLabel("Ask about this case");
  await line.fill(text);
  await line.press("Enter");
  return line;
}

test("a walk-through is read as dialogue, asked, corrected, and everything is taken back", async ({
  page,
}) => {
  const dialogue = await walkThrough(page);
  await expectAccessible(page);

  await test.step("free text is answered from the graph, and the next question remembers it", async () => {
    const line = await askLine(page, "Why not pericarditis?");
    const first = question(dialogue, "Why not pericarditis?");
    await expect(first).toContainText("Computed from the graph");
    await expect(first).toContainText("Acute pericarditis");
    await expect(first).toContainText("not the probability of a disease");
    await askLine(page, "and embolism?");
    await expect(question(dialogue, "and embolism?")).toContainText("Pulmonary embolism");
    await line.press("ArrowUp");
    await line.press("ArrowUp");
    await expect(line).toHaveValue("Why not pericarditis?");
    await line.press("Escape");
    await expect(line).toHaveValue("");
  });

  await test.step("what is imagined shows strengths before and after", async () => {
    await askLine(page, "And without the troponin?");
    const turn = question(dialogue, "And without the troponin?");
    await expect(turn).toContainText("About: Raised troponin");
    await expect(turn.getByRole("meter", { name: "Pulmonary embolism" })).toBeVisible();
    await turn.getByRole("button", { name: "What would change your mind?" }).click();
    await expect(question(dialogue, "What would change your mind?")).toContainText("Computed from the graph");
  });

  await test.step("what is not understood is offered, not guessed", async () => {
    await askLine(page, "the weather is fine");
    await expect(page.getByText("Which of these did you mean?")).toBeVisible();
    await page.getByLabel("Ask about this case").press("Escape");
    await expect(page.getByText("Which of these did you mean?")).toBeHidden();
  });

  await test.step("a step is edited, judged and retracted, and taken back by key", async () => {
    await dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
    const card = dialogue.getByRole("article", { name: "Finding: Abrupt, severe chest pain" });
    await card.getByRole("button", { name: /^Correct or judge/u }).click();
    await page.getByRole("menuitem", { name: "Unsure" }).click();
    await expect(card).toContainText("Your verdict: Unsure");
    await card.getByRole("button", { name: /^Correct or judge/u }).click();
    await page.getByRole("menuitem", { name: "Edit the text" }).click();
    await page.getByLabel("Text of this step").fill("Abrupt pain, as corrected");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const edited = dialogue.getByRole("article", { name: "Finding: Abrupt pain, as corrected" });
    await expect(edited).toContainText("Edited");
    await edited.getByRole("button", { name: /^Correct or judge/u }).click();
    await page.getByRole("menuitem", { name: "Retract" }).click();
    await expect(dialogue.getByText("Retracted").first()).toBeVisible();
    await dialogue.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
    await expect(card).not.toContainText("Your verdict");
    await page.keyboard.press("Control+Shift+z");
    await expect(card).toContainText("Your verdict: Unsure");
  });

  await test.step("arrows move between the cards and select them, Tab leads through one and out, Enter opens what can be asked", async () => {
    await dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
    await dialogue.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const card = dialogue.locator("article[aria-current=true]");
    await expect(card).toHaveCount(1);
    for (let stop = await card.getByRole("button").count(); stop > 0; stop -= 1) {
      await page.keyboard.press("Tab");
      await expect(card.locator(":focus")).toHaveCount(1);
    }
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Ask about this case")).toBeFocused();
    await card.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Where in the note is that?" }).press("Enter");
    await expect(question(dialogue, "Where in the note is that?")).toContainText("Computed from the graph");
  });
  await expectAccessible(page);
});

test.describe("on a phone in the dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("a walk-through is read and asked without scrolling sideways", async ({ page }) => {
    const dialogue = await walkThrough(page);
    await page.getByRole("button", { name: "Ask about the case" }).click();
    await page.getByRole("menuitem", { name: "How sure are you?" }).click();
    await expect(question(dialogue, "How sure are you?")).toContainText("Computed from the graph");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

/** What a hostile note, model or file may say. */
const HOSTILE = [
  `<img src="/stolen.png" onerror="window.stolen = 1">`,
  "<script>window.stolen = 1; fetch('/stolen')</script>",
  "![x](/stolen.png) [y](javascript:window.stolen=1) **bold**",
  `<iframe srcdoc="<script>parent.stolen=1</script>"></iframe>`,
];

test("hostile words are shown as words: nothing runs, nothing is fetched", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)|bad HTTP response code/u);
  const build = await copyBuild();
  rmSync(join(build.folder, "sw.js"));
  const script = join(build.folder, "cases/dissection-mimicking-mi.steps.txt");
  const [, steps = ""] = readFileSync(script, "utf8").split("</think>");
  const [first = ""] = HOSTILE;
  const stated = steps.replace("Abrupt, severe chest pain", first.replaceAll('"', "'"));
  writeFileSync(script, `<think>\n${HOSTILE.join("\n")}\n</think>\n${HOSTILE.join("\n")}${stated}`);
  const fetched: string[] = [];
  page.on("request", (request) => void fetched.push(request.url()));
  const dialogue = await walkThrough(page, build.url);
  await askLine(page, `why not pericarditis ${first}`);
  await expect(dialogue.getByText(first).last()).toBeVisible();
  await page.getByRole("button", { name: "Show the next" }).click();
  await expect(dialogue.getByText("could not be read as a step").first()).toBeVisible();
  await dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
  await dialogue.getByRole("button", { name: /^Thinking as the script tells it/u }).click();
  await expect(dialogue.getByText("fetch('/stolen')").first()).toBeVisible();
  expect(await dialogue.locator("img, script, iframe, strong, a").count()).toBe(0);
  expect(fetched.filter((url) => url.includes("stolen"))).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, "stolen"))).toBeUndefined();
  await build.remove();
});
