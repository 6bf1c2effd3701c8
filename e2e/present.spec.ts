/** Looking back along the record, presenting it to a room, and printing it. */
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { expectFocusIn, expectNoSidewaysScroll } from "./waiting.ts";

const TEACHING_CASE = "Septic shock that did not refill";

test("a case is looked back on, presented and printed", async ({ page }) => {
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TEACHING_CASE);
  await screen.showOutline();
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await expect(screen.leader).toBeVisible();
  await lookBack(screen);
  // What is presented takes the theme of the screen; what is printed must not, which only the dark one shows.
  await present(screen);
  await page.emulateMedia({ colorScheme: "dark" });
  await printOut(screen);
});

/** All panels show the past, nothing can be changed in it, and the way back is one press. */
async function lookBack({ page, run, leader, startAgain }: CaseScreen): Promise<void> {
  // Its key is heard from when it is there.
  await expect(page.getByRole("button", { name: "History" })).toBeVisible();
  await page.keyboard.press("Alt+Comma");
  const slider = page.getByRole("slider", { name: "Moment" });
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute("aria-valuetext", /^\d+ of \d+: /u);
  await slider.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /^1 of \d+: The case text was written$/u);
  await expect(page.getByText("Nothing has been said yet")).toBeVisible();
  await expect(leader).toHaveCount(0);
  await expect(startAgain).toHaveCount(0);
  await expect(run.getByRole("button", { name: "Start the walk-through" })).toBeDisabled();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: "Return to now" }).click();
  await expect(leader).toBeVisible();
  await expect(startAgain).toBeEnabled();
  await expect(page.getByRole("button", { name: "History" })).toBeFocused();
}

/** Stepped through by keys; strengths go and come; the focus and the case are as they were afterwards. */
async function present(screen: CaseScreen): Promise<void> {
  const { page, leader } = screen;
  const button = page.getByRole("button", { name: "Present", exact: true });
  await button.click();
  const dialog = page.getByRole("dialog", { name: `Presenting: ${TEACHING_CASE}` });
  await expect(dialog.getByText(/^1 of \d+$/u)).toBeVisible();
  await expectFocusIn(dialog);
  for (const key of ["PageDown", "ArrowRight", " "]) await page.keyboard.press(key);
  await expect(dialog.getByText(/^4 of \d+$/u)).toBeVisible();
  await expect(dialog.getByText("Scripted walk-through, not a model")).toBeVisible();
  await expect(dialog.getByRole("meter")).toBeVisible();
  await page.keyboard.press("s");
  await expect(dialog.getByRole("meter")).toHaveCount(0);
  await page.keyboard.press("p");
  await page.mouse.move(400, 300);
  await page.mouse.move(420, 320);
  await expect(page.locator("[data-pointer]")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(dialog);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectFocusIn(dialog);
  await page.keyboard.press("PageUp");
  await expect(dialog.getByText(/^3 of \d+$/u)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  // Where there was room for one panel only, another one was shown.
  await screen.showOutline();
  await expect(leader).toBeVisible();
}

/** Both papers have their own size, every page bears the label, and nothing of the screen is on them. */
async function printOut({ page }: CaseScreen): Promise<void> {
  const button = page.getByRole("button", { name: "Print", exact: true });
  await button.click();
  const dialog = page.getByRole("dialog", { name: `Print: ${TEACHING_CASE}` });
  await expect(dialog.getByText("Teaching content, not clinically reviewed.").first()).toBeVisible();
  await expectAccessible(page);
  const papers = { A4: [595, 842], Letter: [612, 792] } as const;
  for (const [paper, size] of Object.entries(papers)) {
    await dialog.getByRole("combobox", { name: "Paper" }).selectOption(paper);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)];
    expect(boxes.length).toBeGreaterThan(2);
    for (const [, width, height] of boxes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(size);
  }
  await page.emulateMedia({ media: "print" });
  await expect(dialog.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await dialog.getByRole("checkbox", { name: "Picture" }).uncheck();
  await expect(dialog.getByText("Left out on request: Thinking, Picture.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
}
