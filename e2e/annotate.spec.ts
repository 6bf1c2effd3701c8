/** Marking a case: steps, links, words, the case; corrections applied, marks that lose their place, and the four cells. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";
import { expectFocusIn } from "./waiting.ts";

const FINDING = "Abrupt, severe chest pain";
const OTHER = "Migrating interscapular pain";

class Marks {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get form(): Locator {
    return this.page.getByRole("dialog", { name: /^(?:Mark|Change a mark): /u });
  }

  get list(): Locator {
    return this.page.getByRole("list", { name: "Marks in the order in which they were made" });
  }

  get tray(): Locator {
    return this.page.getByRole("region", { name: "Lost their place" });
  }

  get cells(): Locator {
    return this.page.getByRole("region", { name: "Answer and reasoning" });
  }

  get dialogue(): Locator {
    return this.page.getByRole("region", { name: "What was said" });
  }

  card(text: string): Locator {
    return this.dialogue.getByRole("article", { name: `Finding: ${text}`, exact: true });
  }

  async show(): Promise<void> {
    await this.page.getByRole("tab", { name: "Marks" }).click();
  }

  async fill(field: "Comment" | "It should say", words: string): Promise<void> {
    await this.form.getByLabel(field).fill(words);
  }

  /** Found by a part of its name; its definition stands in the list. */
  async chooseCode(typed: string, code: RegExp, definition: RegExp): Promise<void> {
    await this.form.getByRole("combobox", { name: "Error code" }).fill(typed);
    const option = this.page.getByRole("option", { name: code });
    await expect(option).toContainText(definition);
    await option.click();
  }

  async save(): Promise<void> {
    await this.form.getByRole("button", { name: "Save the mark" }).click();
    await expect(this.form).toBeHidden();
  }
}

test("a case is marked, corrected by a suggestion, judged in four cells, and found again after a reload", async ({
  page,
}) => {
  const [vault, screen, marks] = [new VaultScreens(page), new CaseScreen(page), new Marks(page)];
  await vault.setUp();
  await screen.openTeachingCase("The inferior infarct that was not");
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await marks.show();
  await marks.dialogue.evaluate((list) => list.scrollTo({ top: 0 }));

  await test.step("a few words are marked by keyboard; Escape keeps what was typed", async () => {
    await marks
      .card(FINDING)
      .getByRole("button", { name: `Mark: ${FINDING}` })
      .press("Enter");
    // It takes the focus when it opens, and must not take it from the words again.
    await expectFocusIn(marks.form);
    await marks.form.getByLabel("Words meant").focus();
    await page.keyboard.press("Control+Home");
    for (let letter = 0; letter < "Abrupt".length; letter += 1) await page.keyboard.press("Shift+ArrowRight");
    await expect(marks.form.getByText("Only: “Abrupt”")).toBeVisible();
    await marks.fill("It should say", "Gradual");
    await expect(marks.form.locator("del")).toHaveText(/Abrupt/u);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(marks.form).toBeHidden();
    await page.getByRole("button", { name: `Go on with the mark you began: ${FINDING}` }).click();
    await expect(marks.form.getByLabel("It should say")).toHaveValue("Gradual");
    await marks.chooseCode("number", /^E3 Wrong number/u, /not the one in the case/u);
    await expect(marks.form.getByLabel("Severity")).toHaveValue("2");
    await marks.form.getByLabel("Reject").check();
    await marks.save();
    await expect(marks.card(FINDING)).toContainText("Your verdict: Rejected · E3 Wrong number");
  });

  await test.step("a step, a link and the case are marked", async () => {
    await marks
      .card(OTHER)
      .getByRole("button", { name: `Mark: ${OTHER}` })
      .click();
    await marks.form.getByLabel("Unsure").check();
    await marks.fill("Comment", "Which side?");
    await marks.form.getByLabel("Comment").press("Control+Enter");
    await expect(marks.card(OTHER)).toContainText("Which side?");
    const link = marks.dialogue.getByRole("button", { name: new RegExp(`^Mark: ${FINDING} supports`, "u") });
    await link.first().click();
    await marks.chooseCode("leap", /^L1 Leap/u, /does not follow/u);
    await marks.save();
    await page.getByRole("button", { name: "Mark the case" }).click();
    await marks.fill("Comment", "Good for teaching.");
    await marks.save();
    await expect(marks.list.getByRole("listitem")).toHaveCount(4);
  });

  await test.step("a suggestion becomes a correction by one press, and its mark stays on the words", async () => {
    await marks.list.getByRole("button", { name: "Apply the suggestion" }).click();
    await expect(marks.card("Gradual, severe chest pain")).toContainText("Your verdict: Rejected");
    await expect(marks.list.getByText("Applied", { exact: true })).toBeVisible();
  });

  await test.step("right answer, wrong reasoning: which cell, computed, and why", async () => {
    await expect(marks.cells).toContainText("say whether the answer is right");
    await marks.cells.getByRole("button", { name: /^Right: /u }).click();
    await expect(marks.cells.getByRole("cell", { name: /^This case/u })).toHaveText(
      "This caseRight answer, wrong reasoningHarmless",
    );
    await expect(marks.cells).toContainText("Harmless: without the rejected step,");
    await marks.cells.getByRole("button", { name: /^Wrong: /u }).click();
    await expect(marks.cells).toContainText("The answer is wrong, and 1 step on the way to it was rejected.");
    await marks.cells.getByRole("button", { name: "Show the next that is not judged" }).click();
    await expect(marks.dialogue.locator("article[aria-current=true]")).toHaveCount(1);
  });

  await test.step("outline and graph say the verdicts, and what is selected there shows its marks", async () => {
    await screen.showOutline();
    const step = page
      .getByRole("treegrid")
      .getByRole("row", { name: new RegExp(`${OTHER}.*judged unsure`, "u") });
    await step.first().click();
    await expect(page.getByRole("tabpanel").getByText("Which side?")).toBeVisible();
    await marks.show();
  });

  await test.step("marks are filtered here and in the dialogue", async () => {
    await page.getByText("Show only some").click();
    await page.getByLabel("Verdict", { exact: true }).selectOption("Unsure (1)");
    await expect(marks.list.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Show all", exact: true }).last().click();
    await page.getByRole("button", { name: "Only what is marked" }).click();
    await expect(marks.dialogue.getByRole("article")).toHaveCount(3);
    await page.getByRole("button", { name: "Only what is marked" }).click();
  });

  await test.step("what loses its place stays in sight, is put elsewhere, and is removed with undo", async () => {
    await marks.dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
    const gone = marks.card("Gradual, severe chest pain");
    await gone.getByRole("button", { name: /^Correct/u }).click();
    await page.getByRole("menuitem", { name: "Retract" }).click();
    await expect(marks.tray.getByRole("listitem")).toHaveCount(2);
    await marks.card(OTHER).getByText(OTHER).click();
    await marks.tray
      .getByRole("button", { name: `Put on: ${OTHER}` })
      .first()
      .click();
    await expect(marks.card(OTHER)).toContainText("E3 Wrong number");
    await marks.tray.getByRole("button", { name: "Remove" }).click();
    await expect(marks.tray).toBeHidden();
    await page.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
    await expect(marks.tray.getByRole("listitem")).toHaveCount(1);
  });

  await test.step("in both themes, and after a reload", async () => {
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await vault.unlock();
    await marks.show();
    await expect(marks.list.getByRole("listitem")).toHaveCount(4);
    await expect(marks.tray.getByRole("listitem")).toHaveCount(1);
    await expect(marks.list).toContainText("Good for teaching.");
  });

  await test.step("what was being written is a mark after the vault was locked", async () => {
    await page.getByRole("button", { name: "Mark the case" }).click();
    await marks.fill("Comment", "Half a thought");
    await page.getByRole("button", { name: "Lock the vault", exact: true }).click();
    await vault.unlock();
    await marks.show();
    await expect(marks.list).toContainText("Half a thought");
  });

  await test.step("a mark on words of the thinking leads back to them", async () => {
    await marks.dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
    const thinking = marks.dialogue.locator("[data-thinking]").first();
    await thinking.click();
    await marks.dialogue.getByRole("button", { name: "Mark: Thinking" }).click();
    await expect(marks.form.getByLabel("Words meant")).toBeFocused();
    await page.keyboard.press("Control+Home");
    for (let letter = 0; letter < 12; letter += 1) await page.keyboard.press("Shift+ArrowRight");
    await marks.fill("Comment", "Where from?");
    await marks.save();
    await thinking.click();
    await expect(marks.dialogue.locator("mark")).toHaveCount(0);
    await marks.list.getByRole("button", { name: "Show in the other panels: The thinking" }).press("Enter");
    await expect(marks.dialogue.locator("mark")).toBeInViewport();
    await expect(marks.dialogue.locator("mark")).toHaveText(/^.{8,12}$/u);
  });
});
