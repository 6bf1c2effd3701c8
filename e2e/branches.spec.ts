/** A correction that moves the leader, what it made stale run again on a branch, both compared, and one kept as favourite. */
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";

const TEACHING_CASE = "Delirium after missed tablets";
const FINDING = "Stopped antithyroid drug";
const BEFORE = "Thyroid storm precipitated by pneumonia";
const AFTER = "Sepsis from pneumonia with uncomplicated hyperthyroidism";

test("a finding is turned, the leader changes, the rest is run again, compared, favoured and found again, by keyboard alone", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const screen = new CaseScreen(page);
  await vault.setUp();
  await screen.openTeachingCase(TEACHING_CASE);
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("tab", { name: "Compare" }).press("Enter");
  await expect(page.getByText("Nothing to compare yet")).toBeVisible();
  await page.getByRole("tab", { name: "Outline" }).press("Enter");
  await expect(screen.leader).toContainText(BEFORE);

  const find = page.getByLabel("Find in the outline");
  await find.fill(FINDING);
  await find.press("Enter");
  const outline = page.getByRole("tabpanel", { name: "Outline" });
  await outline.getByRole("button", { name: `Correct or judge: ${FINDING}` }).press("Enter");
  await page.getByRole("menuitem", { name: "Present, absent, normal or not known" }).press("Enter");
  const form = page.getByRole("dialog", { name: `Present or absent: ${FINDING}` });
  await expect(form.getByRole("radio", { name: "Present" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await form.getByRole("radio", { name: "Turn them round" }).press("Space");
  await expect(form).toContainText(`${AFTER} would lead (now ${BEFORE}).`);
  await form.getByRole("button", { name: "Apply" }).press("Enter");
  await expect(page.getByText(`Leader is now ${AFTER} (was ${BEFORE}).`)).toBeVisible();
  await expect(screen.leader).toContainText(AFTER);

  const branches = page.getByRole("region", { name: "Branches" });
  await branches.getByRole("button", { name: "Show them" }).press("Enter");
  await expect(branches).toContainText(`Because a person edited “${FINDING}”`);
  await expectAccessible(page);
  await branches.getByRole("button", { name: "Run only these again" }).press("Enter");
  const rerun = branches.getByRole("button", { name: /^Re-run 1 after: edited/u });
  await expect(rerun).toHaveAttribute("aria-pressed", "true");
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });

  await page.getByRole("tab", { name: "Compare" }).press("Enter");
  const compare = page.getByRole("region", { name: "Compare two versions" });
  await expect(compare).toContainText("Another hypothesis leads.");
  await expect(compare.getByRole("meter", { name: BEFORE })).toBeVisible();
  await expect(compare.getByRole("region", { name: /^Changed/u })).toContainText(
    /Is it there:\s*Present, then Absent/u,
  );
  await expectAccessibleInBoth(page);
  await compare.getByRole("button", { name: "Swap the two" }).press("Enter");
  await expect(compare).toContainText(/Is it there:\s*Absent, then Present/u);

  await branches.getByRole("button", { name: "Make Re-run 1 the favourite" }).press("Enter");
  await expect(branches.getByRole("button", { name: /^Re-run 1 is the favourite/u })).toBeVisible();
  await branches.getByRole("button", { name: /^First run Leading/u }).press("Enter");
  await expect(rerun).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await vault.unlock();
  await expect(rerun).toHaveAttribute("aria-pressed", "true");
  await screen.showOutline();
  await expect(screen.leader).toContainText(AFTER);

  await test.step("a correction that was begun is there again after the vault was locked", async () => {
    const begin = async (): Promise<void> => {
      await find.fill(AFTER);
      await find.press("Enter");
      await outline.getByRole("button", { name: `Correct or judge: ${AFTER}` }).press("Enter");
      await page.getByRole("menuitem", { name: "Add a counter-argument" }).press("Enter");
    };
    const words = page.getByRole("dialog", { name: /^An argument against/u }).getByLabel("What it says");
    await begin();
    await words.fill("Cultures stayed");
    await page.getByRole("button", { name: "Lock the vault", exact: true }).click();
    await vault.unlock();
    await screen.showOutline();
    await begin();
    await expect(words).toHaveValue("Cultures stayed");
  });
});
