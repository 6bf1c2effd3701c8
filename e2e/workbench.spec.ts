/** The workbench as a physician meets it: a teaching case is opened, walked through, read, stopped, and found again. */
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";
import { expectNoSidewaysScroll, keepHeights, keepWords } from "./waiting.ts";

const TEACHING_CASE = "Septic shock that did not refill";
const LEADER = "Adrenal crisis from primary adrenal insufficiency";

test("a teaching case is walked through, its leader shown, and all of it is there after a reload", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const screen = new CaseScreen(page);
  await vault.setUp();
  await screen.openTeachingCase(TEACHING_CASE);
  await screen.showOutline();
  await expect(screen.run).toContainText("Scripted walk-through, not a model");
  await screen.choosePace("Fast");
  const said = await keepWords(screen.run);
  const heights = await keepHeights(page.getByRole("tablist"));
  await screen.run.getByRole("button", { name: "Start the walk-through" }).click();
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  expect(await heights(), "nothing moves while a run begins, is saved and ends").toHaveLength(1);
  for (const phase of ["Thinking", "Stating its argument"])
    expect(await said()).toMatch(new RegExp(`^Stop.*${phase}.*Scripted walk-through, not a model`, "mu"));
  await expect(screen.leader).toContainText(LEADER);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const events = await screen.eventCount.textContent();
  await page.reload();
  await vault.unlock();
  await screen.showOutline();
  await expect(screen.eventCount).toHaveText(events ?? "");
  await expect(screen.leader).toContainText(LEADER);
  await expect(screen.run).toContainText("Last run: Finished");
  // It is still known as the teaching case that it is.
  await expect(screen.startAgain).toBeEnabled();
});

test("a run that is stopped keeps what it said, and can be taken up again", async ({ page }) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await screen.showOutline();
  await screen.startWalkThrough();
  // It would think for seconds, and argues for many more: there is time to stop it.
  await screen.answerNow();
  await expect(screen.leader).toBeVisible();
  await screen.run.getByRole("button", { name: "Stop" }).click();
  await expect(screen.run.getByText("Stopped by you; what it said is kept")).toBeVisible();
  await expect(screen.leader).toBeVisible();
  const rows = page.getByRole("treegrid").getByRole("row");
  const kept = await rows.count();
  await screen.run.getByRole("button", { name: "Take it up again" }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(kept);
  await expect(screen.run.getByRole("button", { name: "Stop" })).toBeVisible();
});

test("a sentence that is chosen lights up, and so do the sentences of a hypothesis chosen elsewhere", async ({
  page,
}) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await screen.showOutline();
  await page.getByRole("button", { name: "Skip to graph and outline" }).first().press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tab", { name: "Outline", exact: true })).toBeFocused();
  await screen.sentence(3).press("Enter");
  await expect(screen.litSentences).toHaveCount(1);
  await screen.sentence(3).press("Enter");
  await expect(screen.litSentences).toHaveCount(0);
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await screen.hypothesis("Septic shock").click();
  await expect(screen.litSentences).not.toHaveCount(0);
});

test("a case of one's own without a model says what to do, and a corrected teaching case has no walk-through", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await vault.correctText("A man with chest pain.");
  await expect(screen.run).toContainText("The walk-through belongs to the text as it was written");
  await page.getByRole("link", { name: "All cases" }).click();
  await vault.writeCase();
  await expect(screen.run).toContainText("No model is loaded");
  await expect(screen.run.getByRole("link", { name: "Open Models" })).toHaveAttribute("href", "/shelf");
});

test("the case screen is accessible before, during and after a run, on a desk and on a phone", async ({
  page,
}) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await expectAccessibleInBoth(page);
  await screen.startWalkThrough();
  await screen.answerNow();
  await expectAccessible(page);
  await screen.run.getByRole("button", { name: "Stop" }).click();
  await expect(screen.run.getByText("Stopped by you; what it said is kept")).toBeVisible();
  await expectAccessibleInBoth(page);
  await screen.showOutline();
  await expectAccessibleInBoth(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["Note", "Dialogue", "Outline", "Graph"]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await expectAccessibleInBoth(page);
    await expectNoSidewaysScroll(page, `sideways scrolling of ${tab}`);
  }
});
