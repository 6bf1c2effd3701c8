/** The argument of a teaching case as outline and as graph, while its walk-through runs and after. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { Workbench } from "./page-models/workbench.ts";

const LEADER = "Acute type A aortic dissection involving the right coronary ostium";

/** Runs the walk-through of a teaching case to its end in a workspace that keeps nothing. */
async function runTeachingCase(page: Page): Promise<void> {
  const workbench = new Workbench(page);
  await workbench.open("/cases");
  await page.getByRole("button", { name: "Start a temporary workspace" }).click();
  await workbench.goTo("Teach");
  await page.getByRole("button", { name: /^Open in the workbench: The inferior infarct/u }).click();
  await new CaseScreen(page).startWalkThrough({ pace: "All at once" });
}

async function waitForEnd(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Start the walk-through again" })).toBeVisible({
    timeout: 90_000,
  });
}

test("outline and graph grow with the run, hold the same, and select for each other by keyboard", async ({
  page,
}) => {
  await runTeachingCase(page);
  await page.getByRole("tab", { name: "Outline" }).click();
  const tree = page.getByRole("treegrid", { name: "Outline of the argument" });
  await expect(tree.getByRole("row", { name: /^Finding: /u }).first()).toBeVisible({ timeout: 60_000 });
  await waitForEnd(page);
  const leader = tree.getByRole("row", { name: new RegExp(`^Hypothesis: ${LEADER}.*leading`, "u") });
  await expect(leader).toHaveAttribute("aria-level", "2");
  await expect(
    tree.getByRole("row", { name: /^supports: Finding: .*taken as given/u }).first(),
  ).toBeVisible();
  await leader.click();
  await expect(leader).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  const outline = page.getByRole("region", { name: "Outline of the argument" }).first();
  await outline.getByRole("button", { name: "Table", exact: true }).click();
  await expect(outline.getByRole("button", { name: LEADER, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Graph" }).click();
  const graph = page.getByRole("region", { name: "Graph of the argument" });
  const selected = graph.getByText("strongly supported, leading, must not be missed");
  await expect(selected).toBeVisible();
  await graph.getByRole("application").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(selected).toHaveCount(0);
  await expectAccessible(page);

  for (let press = 0; press < 10; press += 1) await graph.getByRole("button", { name: "Zoom in" }).click();
  await graph.getByRole("textbox", { name: "Find in the graph" }).fill("dissection OSTIUM");
  await page.keyboard.press("Enter");
  await expect(graph.getByText(/^1 of \d+$/u)).toBeVisible();
  const cards = graph.locator(".react-flow__node");
  await expect(cards.filter({ hasText: LEADER })).toBeVisible();
  // What is chosen in another panel comes into sight here.
  const last = page.getByRole("article", { name: /^(?:Test|Treatment): /u }).last();
  const name = (await last.getAttribute("aria-label")) ?? "";
  const said = page.getByRole("article", { name, exact: true });
  const words = name.replace(/^\w+: /u, "");
  await expect(cards.filter({ hasText: words })).not.toBeInViewport();
  await said.click({ position: { x: 6, y: 6 } });
  await expect(cards.filter({ hasText: words })).toBeInViewport({ ratio: 0.99 });
  await graph.getByRole("button", { name: "Show all" }).click();
  await expect(cards).toHaveCount(0);

  // Every key has its button, and what is hidden is counted.
  const drawing = graph.getByRole("application");
  const shown = graph.getByRole("button", { name: /^\d+ of \d+ shown/u });
  await drawing.focus();
  await page.keyboard.press("f");
  await expect(shown).toBeVisible();
  await expect(cards.filter({ hasText: LEADER })).toBeVisible();
  await shown.click();
  await expect(shown).toHaveCount(0);
  await drawing.focus();
  await page.keyboard.press("c");
  await expect(shown).toBeVisible();
  await page.keyboard.press("c");
  await expect(shown).toHaveCount(0);
  await graph.getByRole("button", { name: "Tidy up", exact: true }).click();
  await graph.getByRole("button", { name: "Undo tidy up" }).click();
  await expect(graph.getByRole("button", { name: "Undo tidy up" })).toHaveCount(0);

  await page.keyboard.press("Escape");
  await drawing.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("l");
  await expect(graph.getByText("Choose the card or line that it points at.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "A link from" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  expect(await savePicture(page, "The whole graph, SVG")).toMatch(
    /<svg[^]*>Finding<[^]*not the probability/u,
  );
  expect(await savePicture(page, "What is seen, PNG")).toContain("PNG");
});

/** What is in the file, as text; its name says nothing of the case. */
async function savePicture(page: Page, choice: string): Promise<string> {
  await page.getByRole("button", { name: "Save picture" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: choice }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^curbside-graph-[\d-]+\.(?:svg|png)$/u);
  return readFileSync(await download.path(), "utf8");
}
