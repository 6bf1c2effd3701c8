import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyBuild } from "./copied-build.ts";
import { expect, expectAccessible, test } from "./harness.ts";
import { Workbench } from "./page-models/workbench.ts";

test("a story is told part by part, by keyboard, under a warning that it is not reviewed", async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open("/teach");
  await expect(page.getByText("Synthetic cases, not clinically reviewed.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(12);
  await page.getByRole("button", { name: "Read the story: Breathless at thirty weeks" }).press("Enter");
  const story = page.getByRole("region", { name: "Story: Breathless at thirty weeks" });
  await expect(story).toContainText("30 weeks pregnant");
  await expect(story).not.toContainText("nine-hour flight");
  await story.getByRole("button", { name: "Show the next part: history" }).press("Enter");
  await expect(story).toContainText("nine-hour flight");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close the story: Breathless at thirty weeks" }).press("Enter");
  await expect(story).toHaveCount(0);
});

test("a damaged library says so, and trying again works once it is mended", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)|bad HTTP response code/u);
  const build = await copyBuild();
  const index = join(build.folder, "cases/index.json");
  const whole = readFileSync(index);
  // Without a worker the damaged file is not kept for later.
  rmSync(join(build.folder, "sw.js"));
  writeFileSync(index, '{"cases": 3}');
  await page.goto(`${build.url}/teach`);
  await expect(page.getByText("The teaching cases cannot be read")).toBeVisible();
  writeFileSync(index, whole);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article")).toHaveCount(12);
  await build.remove();
});
