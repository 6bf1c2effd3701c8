/** What a physician can do to the argument: argue, link, weigh, put right; each at once, each taken back whole. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { expectFocusIn, expectNoSidewaysScroll } from "./waiting.ts";

const LEADER = "Acute type A aortic dissection involving the right coronary ostium";
const PLAN = "CT angiography of the whole aorta, now";
const FINDING = "Migrating interscapular pain";

/** Each window is called by what is done in it. */
const CORRECTION =
  /^(?:A reason for|An argument against|A finding or another step|A link from|Present or absent|Starting strength)/u;

class Corrections {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get form(): Locator {
    return this.page.getByRole("dialog", { name: CORRECTION });
  }

  get tree(): Locator {
    return this.page.getByRole("treegrid", { name: "Outline of the argument" });
  }

  get apply(): Locator {
    return this.form.getByRole("button", { name: /^(?:Apply|Add)$/u });
  }

  row(name: RegExp): Locator {
    return this.tree.getByRole("row", { name });
  }

  async begin(): Promise<void> {
    const screen = new CaseScreen(this.page);
    await screen.openTeachingCaseTemporarily("The inferior infarct that was not");
    await screen.startWalkThrough({ pace: "All at once" });
    await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
    await screen.showOutline();
  }

  /** From the outline, by keyboard: finds a step, and opens one of its corrections. */
  async choose(name: string, correction: string): Promise<void> {
    const find = this.page.getByLabel("Find in the outline");
    await find.fill(name);
    await find.press("Enter");
    const outline = this.page.getByRole("tabpanel", { name: "Outline" });
    await outline.getByRole("button", { name: `Correct or judge: ${name}` }).press("Enter");
    await this.page.getByRole("menuitem", { name: correction }).press("Enter");
  }
}

test("arguing against the leader is seen before and after, and taken back whole by one key", async ({
  page,
}) => {
  const corrections = new Corrections(page);
  const { form, apply } = corrections;
  await corrections.begin();
  await corrections.choose(LEADER, "Add a counter-argument");
  await expect(form.getByLabel("What it says")).toBeFocused();
  await page.keyboard.type("The aorta is of normal width on ultrasound");
  await expect(form.getByText("If you apply this")).toBeVisible();
  await expectAccessible(page);

  await test.step("Escape closes, gives the focus back and loses nothing", async () => {
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    await expect(page.getByRole("button", { name: `Correct or judge: ${LEADER}` }).last()).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Add a counter-argument" }).press("Enter");
    await expect(form.getByLabel("What it says")).toHaveValue("The aorta is of normal width on ultrasound");
    await expect(form).toContainText("What you began earlier is still here.");
  });

  await form.getByRole("slider", { name: "How much it counts" }).press("End");
  await expect(form).toContainText("decisive (1.00)");
  await apply.press("Enter");
  await expect(form).toBeHidden();
  const added = corrections.row(/^speaks against: Finding: The aorta is of normal width/u);
  await expect(added).toHaveCount(1);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(corrections.row(/The aorta is of normal width/u)).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(added).toHaveCount(1);

  await test.step("what follows from it is out of date until a person says that it still holds", async () => {
    const branches = page.getByRole("region", { name: "Branches" });
    await expect(branches).toContainText("8 steps and links are out of date");
    await corrections.choose(PLAN, "Still holds");
    await expect(branches).toContainText("6 steps and links are out of date");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+z");
    await expect(branches).toContainText("8 steps and links are out of date");
    await branches.getByRole("button", { name: "Show them" }).press("Enter");
    await branches.getByRole("button", { name: `Still holds: ${PLAN}` }).press("Enter");
    await expect(branches.locator(":focus")).toHaveAccessibleName(/^Still holds: /u);
    await branches.getByRole("button", { name: "Hide them" }).press("Enter");
  });

  await test.step("what a person argued stands after a re-run as well, though the leader was stated anew", async () => {
    await corrections.choose(FINDING, "Retract");
    await expect(corrections.row(/Migrating interscapular pain/u)).toHaveCount(0);
    await expect(page.locator(":focus")).toHaveCount(1);
    const branches = page.getByRole("region", { name: "Branches" });
    await branches.getByRole("button", { name: "Run only these again" }).press("Enter");
    const rerun = branches.getByRole("button", { name: /^Re-run 1 after: added .* and 1 more change/u });
    await expect(rerun).toHaveAttribute("aria-pressed", "true");
    await expect(new CaseScreen(page).run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
    await expect(branches.getByText(/out of date/u)).toHaveCount(1);
    await expect(added).toHaveCount(1);
  });
});

test("a finding is marked absent with its links, weighed, and linked by name; what is not allowed says why", async ({
  page,
}) => {
  const corrections = new Corrections(page);
  const { form, apply } = corrections;
  await corrections.begin();

  await test.step("a finding is not argued for, and the window says so and offers the other way", async () => {
    await corrections.choose(FINDING, "Add a supporting reason");
    await expect(form).toContainText("it can be doubted, but nothing argues it into being");
    await form.getByRole("button", { name: "Argue against it instead" }).press("Enter");
    await expect(form.getByLabel("What it says")).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("its strength is a slider with word and number", async () => {
    await corrections.choose(FINDING, "Change its starting strength");
    await form.getByRole("slider", { name: "Starting strength" }).press("Home");
    await expect(form).toContainText("strongly opposed (0.00)");
    await apply.press("Enter");
    await expect(corrections.row(/Migrating interscapular pain, strongly opposed/u).first()).toBeVisible();
  });

  await test.step("absent takes its links out, and what rested on them is out of date", async () => {
    await corrections.choose(FINDING, "Present, absent, normal or not known");
    await expect(form.getByRole("radio", { name: "Present" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(form.getByRole("radio", { name: "Take them out" })).toBeChecked();
    await apply.press("Enter");
    await expect(corrections.row(/^supports: Finding: Migrating interscapular pain/u)).toHaveCount(0);
    await expect(corrections.row(/^Finding: Migrating interscapular pain.*absent/u)).toHaveCount(1);
    const branches = page.getByRole("region", { name: "Branches" });
    await expect(branches).toContainText(/\d+ steps and links are out of date/u);
  });

  await test.step("a link is drawn to a step that is picked by name", async () => {
    await corrections.choose(FINDING, "Link it to another step");
    await expectFocusIn(form);
    await page.keyboard.type("Acute pericarditis");
    await expect(page.getByRole("option", { name: /Acute pericarditis/u }).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await form.getByText("Why not everything is offered").click();
    await expect(form).toContainText("“casts doubt on”: doubt is cast on findings and calculations only.");
    await form.getByRole("combobox", { name: "What it does" }).selectOption("speaks against");
    await expectAccessible(page);
    await apply.press("Enter");
    await expect(corrections.row(/^speaks against: Finding: Migrating interscapular pain/u)).toHaveCount(1);
  });
});

test.describe("on a phone in the dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("a step is added from a sheet that leaves the case in sight", async ({ page }) => {
    const corrections = new Corrections(page);
    const { form, apply } = corrections;
    await corrections.begin();
    await page.getByRole("button", { name: "Add a step" }).click();
    await form.getByLabel("What it says").fill("Known bicuspid aortic valve");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await apply.click();
    await expect(corrections.row(/^Finding: Known bicuspid aortic valve, taken as given/u)).toHaveCount(1);
  });
});
