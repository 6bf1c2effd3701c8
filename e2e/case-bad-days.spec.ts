/** A case on a bad day: another tab, a lock, a full disk or a cut cable in the middle of a run, and a very long record. */
import type { Page } from "@playwright/test";
import type { RecordedStatement } from "../src/domain/record/events.ts";
import { copyBuild } from "./copied-build.ts";
import { createProfile, expect, openProfile, test } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";
import { Workbench } from "./page-models/workbench.ts";
import { restoreCases, seedRun } from "./seed-cases.ts";

const TITLE = "Delirium after missed tablets";
const LEADER = "Thyroid storm precipitated by pneumonia";

/** In an open vault, a walk-through that states its argument and has more to say for many seconds. */
async function begin(page: Page): Promise<CaseScreen> {
  const screen = new CaseScreen(page);
  await new VaultScreens(page).setUp();
  await screen.openTeachingCase(TITLE);
  await screen.showOutline();
  await screen.startWalkThrough();
  await screen.answerNow();
  return screen;
}

test("a vault that is locked while a run speaks keeps what was said, and unlocking finds it", async ({
  page,
}) => {
  const vault = new VaultScreens(page);
  const screen = await begin(page);
  await expect(page.getByRole("treegrid").getByText("Acute confusion").first()).toBeVisible();
  await page.keyboard.press("Control+;");
  await expect(vault.locked).toBeVisible();
  await expect(page.getByText("Acute confusion")).toHaveCount(0);
  await vault.unlock();
  await screen.showOutline();
  await expect(page.getByRole("treegrid").getByText("Acute confusion").first()).toBeVisible();
  await expect(screen.run).toContainText(/Last run: (?:Stopped|Interrupted|Given up)/u);
  await expect(screen.startAgain).toBeEnabled();
});

test("a second tab follows a run live, and what it is told stands in both", async ({ page, context }) => {
  const screen = new CaseScreen(page);
  await new VaultScreens(page).setUp();
  await screen.openTeachingCase(TITLE);
  const other = await context.newPage();
  await other.goto(page.url());
  await new VaultScreens(other).unlock();
  const follower = new CaseScreen(other);
  await follower.showOutline();
  await expect(other.getByText("Following another tab")).toBeVisible();
  // A person looks at the tab that they act in; one behind another may be drawn no more.
  await page.bringToFront();
  await screen.showOutline();
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await expect(follower.leader).toContainText(LEADER);
  await expect(follower.run.getByRole("button", { name: /walk-through/u })).toBeDisabled();
  // Neither tab owes the other a picture at the same moment.
  await expect(async () => {
    expect(await follower.eventCount.textContent()).toBe(await screen.eventCount.textContent());
  }).toPass();
});

test("with the disk full the run goes on and says that it is not saved; with room again it is saved", async ({
  page,
}) => {
  const fill = await letDiskBeFull(page);
  const screen = await begin(page);
  await fill(true);
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  const rows = page.getByRole("treegrid").getByRole("row");
  const stated = await rows.count();
  await expect.poll(() => rows.count()).toBeGreaterThan(stated);
  await screen.run.getByRole("button", { name: "Stop" }).click();
  await expect(screen.run.getByText("Stopped by you; what it said is kept")).toBeVisible();
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  await fill(false);
  await page.getByRole("button", { name: "Save again" }).first().click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const events = (await screen.eventCount.textContent()) ?? "";
  await page.reload();
  await new VaultScreens(page).unlock();
  await expect(screen.eventCount).toHaveText(events);
});

test("with the cable out an open case is walked through, asked and drawn", async () => {
  const build = await copyBuild();
  const profile = createProfile();
  const browser = await openProfile(profile.folder, { baseURL: build.url });
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto("/teach");
  await new Workbench(page).waitUntilKept();
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily(TITLE);
  await build.stop();
  await browser.setOffline(true);
  await screen.startWalkThrough({ pace: "All at once" });
  await expect(screen.run.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  const line = page.getByLabel("Ask about this case");
  await line.fill("Why thyroid storm?");
  await line.press("Enter");
  await expect(page.getByText("Computed from the graph").first()).toBeVisible();
  for (const view of ["Outline", "Marks", "Graph"]) {
    await page.getByRole("tab", { name: view, exact: true }).click();
    await expect(page.getByText("This part of the screen stopped working.")).toHaveCount(0);
  }
  await browser.close();
  profile.remove();
  await build.remove();
});

test("a record of five thousand steps opens, is asked, searched and corrected", async ({ page }) => {
  const statements = longArgument(5000);
  const text = "She coughs. She has a fever.";
  const screen = new CaseScreen(page);
  await restoreCases(page, [
    { id: "long", title: "A long case", text, events: seedRun("Long.", statements) },
  ]);
  await page.getByRole("link", { name: "A long case" }).click();
  await expect(
    page.getByRole("region", { name: "What was said" }).getByRole("article").first(),
  ).toBeVisible();
  const line = page.getByLabel("Ask about this case");
  await line.fill("Why the first?");
  await line.press("Enter");
  await expect(page.getByText("Computed from the graph").first()).toBeVisible();
  await screen.showOutline();
  await expect(screen.leader).toContainText("Hypothesis 1");
  await screen.leader.click();
  await page.locator("[data-selected] [data-correct]").click();
  await page.getByRole("menuitem", { name: "Retract", exact: true }).click();
  await expect(screen.leader).not.toContainText("Hypothesis 1 of");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(screen.leader).toContainText("Hypothesis 1 of");
  await page.getByRole("tab", { name: "Graph", exact: true }).click();
  await expect(page.getByRole("application")).toBeVisible();
});

const STATED = { attribution: "model", origin: "scripted", citations: [{ sentence: "s1" }] } as const;

/** Ten hypotheses, the first with the most reasons; half of the steps are findings, the rest links. */
function longArgument(count: number): readonly RecordedStatement[] {
  const hypotheses = Array.from({ length: 10 }, (_, index): RecordedStatement => ({
    type: "node",
    node: {
      ...STATED,
      kind: "hypothesis",
      id: `h${index + 1}`,
      text: `Hypothesis ${index + 1} of ten`,
      mustNotMiss: false,
      baseScore: 0.5,
    },
  }));
  const findings = Array.from({ length: count - 10 }, (_, index): readonly RecordedStatement[] => {
    const id = `f${index + 1}`;
    const to = `h${index % 3 === 0 ? 1 : (index % 9) + 2}`;
    return [
      {
        type: "node",
        node: {
          ...STATED,
          kind: "finding",
          id,
          text: `Finding ${index + 1}`,
          polarity: "present",
          critical: false,
        },
      },
      { type: "edge", edge: { kind: "supports", id: `${id}>${to}`, from: id, to, weight: 0.01 } },
    ];
  });
  return [...hypotheses, ...findings.flat()];
}

/** From the next page on the vault's worker writes only while there is room; the page says whether there is. */
async function letDiskBeFull(page: Page): Promise<(isFull: boolean) => Promise<unknown>> {
  const refusal = `
    let isFull = false;
    const disk = new BroadcastChannel("disk");
    disk.onmessage = ({ data }) => { isFull = data; disk.postMessage("heard"); };
    for (const method of ["put", "add"]) {
      const real = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (...values) {
        if (isFull) throw new DOMException("full", "QuotaExceededError");
        return real.apply(this, values);
      };
    }`;
  await page.route(/\/vault\.worker[^/]*\.js$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${refusal}\n${await response.text()}` });
  });
  return (isFull) =>
    page.evaluate(
      (value) =>
        new Promise((heard) => {
          const disk = new BroadcastChannel("disk");
          disk.addEventListener("message", heard, { once: true });
          disk.postMessage(value);
        }),
      isFull,
    );
}
