/** The screen of one case: its note, its run and its outline, by role and name. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "../harness.ts";
import { expectFocusIn } from "../waiting.ts";

/** How fast a script is told. */
export type Pace = "To read along" | "Fast" | "All at once";

export class CaseScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get run(): Locator {
    return this.page.getByRole("region", { name: "Run", exact: true });
  }

  get startAgain(): Locator {
    return this.run.getByRole("button", { name: "Start the walk-through again" });
  }

  /** The hypothesis that the outline marks as leading. */
  get leader(): Locator {
    return this.page.getByRole("treegrid").getByRole("row", { name: /^Hypothesis: .*, leading/u });
  }

  hypothesis(name: string): Locator {
    return this.page
      .getByRole("treegrid")
      .getByRole("row", { name: new RegExp(`^Hypothesis: ${name}`, "u") });
  }

  get eventCount(): Locator {
    return this.page.getByText(/^\d+ events in the record$/u);
  }

  get litSentences(): Locator {
    return this.page.getByRole("region", { name: "Case text" }).locator("[data-lit]");
  }

  sentence(number: number): Locator {
    return this.page.getByRole("button", { name: `Sentence ${number}`, exact: true });
  }

  /** Where a vault or a temporary workspace is open. */
  async openTeachingCase(title: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Teach", exact: true })
      .click();
    await this.page.getByRole("button", { name: `Open in the workbench: ${title}` }).click();
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  /** From the first visit. */
  async openTeachingCaseTemporarily(title: string, url = ""): Promise<void> {
    await this.page.goto(`${url}/teach`);
    await this.page.getByRole("button", { name: `Open in the workbench: ${title}` }).click();
    await this.page.getByRole("button", { name: "Nowhere: a temporary workspace" }).click();
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
  }

  /** The keyboard's view of the argument, which says who leads. */
  async showOutline(): Promise<void> {
    const tab = this.page.getByRole("tab", { name: "Outline", exact: true });
    // By key: what moves between the press and the release of a pointer's button is never clicked.
    await tab.press("Enter");
    await expect(tab).toHaveAttribute("aria-selected", "true");
  }

  /**
   * At a reader's pace unless told; a test that needs only what is said in the end says "All at once". Ends when the run
   * has begun, or fails with the words that say why it has not.
   */
  async startWalkThrough({ pace }: { readonly pace?: Pace } = {}): Promise<void> {
    if (pace !== undefined) await this.choosePace(pace);
    await this.run.getByRole("button", { name: "Start the walk-through", exact: true }).press("Enter");
    const problem = this.run.getByRole("alert");
    const underWay = this.run.getByRole("button", { name: "Stop", exact: true });
    await expect(underWay.or(this.startAgain).or(problem).first()).toBeVisible({ timeout: 60_000 });
    await expect(problem).toHaveCount(0);
  }

  /** Ends when it states its argument: by then its thinking was cut short, or has come to its own end. */
  async answerNow(): Promise<void> {
    const button = this.run.getByRole("button", { name: "Answer now" });
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 1000 });
      await expect(this.run.getByText("Stating its argument")).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  }

  async choosePace(pace: Pace): Promise<void> {
    await this.run.getByRole("button", { name: "Run choices" }).press("Enter");
    const choices = this.page.getByRole("dialog", { name: "Run choices" });
    await choices.getByRole("combobox", { name: "Pace" }).selectOption(pace);
    await this.leaveRunChoices();
  }

  async chooseThinkingBudget(tokens: number): Promise<void> {
    await this.run.getByRole("button", { name: "Run choices" }).press("Enter");
    await this.page.getByLabel("Thinking budget in tokens").fill(String(tokens));
    await this.leaveRunChoices();
  }

  /** Escape is heard only where the focus is. */
  private async leaveRunChoices(): Promise<void> {
    const choices = this.page.getByRole("dialog", { name: "Run choices" });
    await expectFocusIn(choices);
    await this.page.keyboard.press("Escape");
    await expect(choices).toBeHidden();
  }
}
