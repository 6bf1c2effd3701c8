/** The guided tour, taken with the real controls, left and taken up again; and the hints beside words. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { expectNoSidewaysScroll } from "./waiting.ts";

class Tour {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get card(): Locator {
    return this.page.getByRole("region", { name: "Guided tour" });
  }

  async start(): Promise<void> {
    await this.page.goto("/teach");
    await this.page.getByRole("button", { name: "Start the tour" }).click();
    await this.page.getByRole("button", { name: "Nowhere: a temporary workspace" }).click();
  }

  /** Waits for a stop and sees that its card leaves the control free. */
  async reach(title: string): Promise<void> {
    await expect(this.card.getByRole("heading", { name: title })).toBeVisible();
    // What it points at may still move, and the card with it.
    await expect(async () => {
      const [mark, ring] = [
        await this.card.boundingBox(),
        await this.page.locator("[data-ring]").boundingBox(),
      ];
      if (mark === null || ring === null) throw new Error(`${title}: nothing is pointed at`);
      const isApart =
        mark.x + mark.width <= ring.x ||
        ring.x + ring.width <= mark.x ||
        mark.y + mark.height <= ring.y ||
        ring.y + ring.height <= mark.y;
      expect(isApart, `${title}: the card stands beside the control`).toBe(true);
    }).toPass({ timeout: 15_000 });
  }

  next(): Promise<void> {
    return this.card.getByRole("button", { name: "Next" }).click();
  }
}

test("the tour is taken from its first stop to its last by doing what it speaks of", async ({ page }) => {
  const [tour, screen] = [new Tour(page), new CaseScreen(page)];
  await tour.start();
  await tour.reach("The note, sentence by sentence");
  await expectAccessible(page);
  await screen.sentence(1).click();
  await tour.reach("Let the case be reasoned about");
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await tour.reach("Thinking, then statements");
  await page.keyboard.press("F6");
  await expect(tour.card).toBeFocused();
  await page.keyboard.press("F6");
  await page.keyboard.press("Enter");
  await tour.reach("Question a step");
  await page.locator('article[aria-current="true"] [data-ask]').click();
  await page.getByRole("menuitem", { name: "Why this?" }).click();
  await tour.reach("A computed answer");
  await expectAccessible(page);
  await tour.next();
  await tour.reach("The same argument, drawn");
  await screen.showOutline();
  await tour.reach("Take findings out and watch the leader");
  for (let left = 3; left > 0; left -= 1) {
    await expect(tour.card).toContainText(left === 1 ? "This one is enough" : `${left} findings carry`);
    await page.locator('article[aria-current="true"] [data-correct]').click();
    await page.getByRole("menuitem", { name: "Retract", exact: true }).click();
  }
  await tour.reach("Your verdict");
  await page.locator('article[aria-current="true"] [data-correct]').click();
  await page.getByRole("menuitem", { name: "Accept", exact: true }).click();
  await tour.reach("Nothing is final");
  await page.getByRole("button", { name: "Undo" }).click();
  await tour.reach("Where it is kept");
  await tour.card.getByRole("button", { name: "Finish the tour" }).click();
  await expect(tour.card).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem("curbside-tour"))).toBe("finished");
});

test("on a phone the tour says which tab to open; it is left by Escape and taken up where it was", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [tour, screen] = [new Tour(page), new CaseScreen(page)];
  await tour.start();
  await tour.reach("The note, sentence by sentence");
  await tour.next();
  await tour.reach("Let the case be reasoned about");
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await tour.reach("Thinking, then statements");
  await expect(tour.card).toContainText("Open the tab Dialogue to go on.");
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Dialogue", exact: true }).click();
  await tour.reach("Thinking, then statements");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expectNoSidewaysScroll(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await tour.card.getByRole("button", { name: "Back" }).focus();
  await page.keyboard.press("Escape");
  await expect(tour.card).toHaveText(/The tour waits at stop 3 of 10\./u);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Teach" }).click();
  await expect(page.getByText("You left it at stop 3 of 10.")).toBeVisible();
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(tour.card.getByRole("heading", { name: "Thinking, then statements" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("curbside-tour"))).toBe("under-way 2");
});

test("a hint says in two sentences what a word means, by keyboard too", async ({ page }) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily("Delirium after missed tablets");
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await screen.showOutline();
  const outline = page.getByRole("tabpanel", { name: "Outline" });
  const hint = outline.getByRole("button", { name: "What does “strength” mean?" });
  await hint.press("Enter");
  const said = page.getByRole("dialog", { name: "What does “strength” mean?" });
  await expect(said).toContainText("never the probability of a disease");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(hint).toBeFocused();
});
