/** Pictures of the case screen: a teaching case before and after its walk-through, questioned, corrected and looked back on. */
import type { Locator, Page } from "@playwright/test";
import { CaseScreen } from "./page-models/case-screen.ts";

const TEACHING_CASE = "Septic shock that did not refill";
const FINDING = "Hypotension";
const TOLD = { timeout: 60_000 };

/** Begins at the first visit, in a temporary workspace. */
export async function takeCaseShots(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await take("case-unread");
  await screen.startWalkThrough({ pace: "All at once" });
  await screen.run.getByText("Finished").waitFor(TOLD);
  await openTab(page, "Dialogue");
  await take("case-dialogue");
  await openTab(page, "Outline");
  await screen.leader.click();
  await take("case-outline");
  await openTab(page, "Graph");
  await take("case-graph");
  await argue(screen);
  await take("case-correction");
  await page.keyboard.press("Escape");
  await retract(screen);
  await take("case-out-of-date");
  await page.getByRole("button", { name: "Run only these again" }).click();
  await page.getByRole("button", { name: /^Re-run 1 after/u }).waitFor(TOLD);
  await openTab(page, "Compare");
  await take("case-compare");
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await page.keyboard.press("ArrowRight");
  await take("case-presented");
}

/** What is a tab on a phone stands beside the others on a desk. */
async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole("tab", { name, exact: true });
  if ((await tab.count()) > 0) await tab.click();
}

async function correctFinding({ page }: CaseScreen): Promise<void> {
  await openTab(page, "Outline");
  await page.getByLabel("Find in the outline").fill(FINDING);
  await page.getByLabel("Find in the outline").press("Enter");
  const outline: Locator = page.getByRole("tabpanel", { name: "Outline" });
  await outline.getByRole("button", { name: `Correct or judge: ${FINDING}` }).click();
}

async function argue(screen: CaseScreen): Promise<void> {
  await correctFinding(screen);
  await screen.page.getByRole("menuitem", { name: "Add a counter-argument" }).click();
}

async function retract(screen: CaseScreen): Promise<void> {
  await correctFinding(screen);
  await screen.page.getByRole("menuitem", { name: "Retract" }).click();
}
