/**
 * A case of one's own on a real, tiny model: installed, loaded, run under grammar, stopped, asked. Its weights are
 * random, so what it says means nothing: only that everything has its place is held here.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { writeGguf } from "../tools/test-models/gguf.ts";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import { smallShape } from "../tools/test-models/shape.ts";
import { copyBuild } from "./copied-build.ts";
import { expect, expectAccessible, test as base } from "./harness.ts";
import { CaseScreen } from "./page-models/case-screen.ts";
import { ModelsScreen } from "./page-models/models-screen.ts";
import { VaultScreens } from "./page-models/vault.ts";
import { keepWords } from "./waiting.ts";
import { Workbench } from "./page-models/workbench.ts";

const NOTE = "Sudden breathlessness. Pulse 118/min. No fever.";
/** More than the model has room for. */
const LONG_NOTE = ["HISTORY", "COURSE", "PLAN"]
  .map((heading) => {
    const days = Array.from(
      { length: 25 },
      (_, day) =>
        `On day ${day + 1} the patient was stable, ate well and slept; the wound was dry and clean.`,
    );
    return [heading, "", ...days, ""].join("\n");
  })
  .join("\n");

const LOADED = { timeout: 60_000 };
const SAID = { timeout: 60_000 };

/** Room for a case with all that is said about it. */
const SHAPE = { ...smallShape, contextLength: 3072 };

const test = base.extend<object, { readonly model: string }>({
  model: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "curbside-model-run-"));
      const path = join(folder, "tiny.gguf");
      writeFileSync(path, writeGguf({ ...createTestModel(SHAPE), type: "Q8_0", opensThinking: false }));
      await use(path);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

/** A temporary workspace with the model loaded and a case of one's own open. */
async function openOwnCase(page: Page, model: string, note = NOTE): Promise<CaseScreen> {
  const workbench = new Workbench(page);
  await workbench.open("/cases");
  await page.getByRole("button", { name: "Start a temporary workspace" }).click();
  await workbench.goTo("Models");
  const models = new ModelsScreen(page);
  await models.pick("file", model);
  await models.installed.getByRole("article").first().getByRole("button", { name: "Use this model" }).click();
  await expect(models.chip).toHaveText(/Ready/u, LOADED);
  await workbench.goTo("Cases");
  await new VaultScreens(page).writeCase("A case of one's own", note);
  return new CaseScreen(page);
}

test("a case of one's own is thought about, argued under grammar, stopped, kept, and asked about", async ({
  page,
  model,
}) => {
  test.slow();
  const screen = await openOwnCase(page, model);
  const dialogue = page.getByRole("region", { name: "What was said" });
  await screen.chooseThinkingBudget(100);
  const said = await keepWords(screen.run);
  await screen.run.getByRole("button", { name: "Run the case" }).click();
  await expect(dialogue.getByRole("article").nth(2)).toBeVisible(SAID);
  await screen.run.getByRole("button", { name: "Stop" }).click();
  await expect(screen.run.getByText("Stopped by you; what it said is kept")).toBeVisible();
  expect(await said()).toMatch(/Thinking[^]*Stating its argument/u);
  await expect.poll(() => dialogue.getByRole("article").count()).toBeGreaterThan(2);

  await test.step("the header of the run names everything that it used", async () => {
    await dialogue.evaluate((list) => list.scrollTo({ top: 0 }));
    await dialogue.getByText("What this run used").click();
    const fact = (name: string) =>
      dialogue.getByRole("definition").and(dialogue.locator(`dt:text-is("${name}") + dd`));
    await expect(fact("Model")).toHaveText("curbside test model");
    await expect(fact("File")).toHaveText(/^[\da-f]{12}$/u);
    await expect(fact("Prompt version")).toHaveText(/^\d+$/u);
    await expect(fact("Seed")).toHaveText("1");
    await expect(dialogue.getByRole("button", { name: /^Thinking/u })).toBeVisible();
  });

  await test.step("a question is put to the model, its answer streams, is stopped and stays", async () => {
    const line = page.getByLabel("Ask about this case");
    await line.fill("What else could it be?");
    await page.getByRole("button", { name: "Ask the model", exact: true }).click();
    const answer = page
      .getByRole("article", { name: "Question: What else could it be?" })
      .getByRole("region", { name: "The model's answer" });
    await expect(answer).toContainText("The model's words");
    await expect(answer.getByText("The model is answering")).toBeVisible();
    await expect(answer.locator("p").first()).not.toBeEmpty(SAID);
    await answer.getByRole("button", { name: "Stop" }).click();
    await expect(answer).toContainText("Stopped by you here.");
    await expect(page.getByRole("button", { name: "Ask the model again" })).toBeEnabled();
    await expectAccessible(page);
  });
});

test("a note that is too long is counted first, and the clinician chooses what the model reads", async ({
  page,
  model,
}) => {
  test.slow();
  const screen = await openOwnCase(page, model, LONG_NOTE);
  await screen.chooseThinkingBudget(100);
  await screen.run.getByRole("button", { name: "Run the case" }).click();
  await expect(screen.run.getByRole("alert")).toContainText("the model has room for", SAID);
  await screen.run.getByRole("button", { name: "Choose what to leave out" }).click();
  const choice = screen.run.getByRole("region", { name: "What the model reads" });
  await expect(choice).toContainText("tokens too long", SAID);
  await choice.getByRole("button", { name: /^Leave out what comes after sentence/u }).click();
  await expect(choice).toContainText("It fits", SAID);
  await choice.getByRole("button", { name: /^HISTORY \(/u }).click();
  await choice.getByRole("checkbox", { name: /^Read s2: /u }).uncheck();
  await expectAccessible(page);
  await choice.getByRole("button", { name: "Close" }).click();
  await expect(screen.run).toContainText(/\d\d sentences of the note left out/u);
  await screen.run.getByRole("button", { name: "Run the case" }).click();
  await expect(screen.run.getByText("Stating its argument")).toBeVisible(SAID);
  await screen.run.getByRole("button", { name: "Stop" }).click();
  const dialogue = page.getByRole("region", { name: "What was said" });
  await expect(dialogue).toContainText(/\d\d sentences of the note were left out of this run/u);
  await dialogue.getByText("What this run used").click();
  await expect(dialogue).toContainText(/s2, s\d+ to s78/u);
});

/** Lets the first worker that speaks die in the middle of its argument, once; the next one lives. */
async function letItDie(page: Page): Promise<void> {
  let workers = 0;
  const dying = `{
    const post = self.postMessage.bind(self);
    let thoughts = 0;
    let batches = 0;
    let last = "\\n";
    self.postMessage = (message) => {
      if (message.type === "generate-end") thoughts += 1;
      if (thoughts > 0 && message.type === "tokens") batches += 1;
      // Never at the end of a line, so that half a line is left.
      if (batches > 25 && !last.endsWith("\\n")) throw new Error("the worker dies here");
      last = message.texts?.at(-1) ?? last;
      post(message);
    };
  }`;
  await page.route(/\/scripted\.worker[^/]*\.js$/u, async (route) => {
    workers += 1;
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: workers === 1 ? `${dying}\n${body}` : body });
  });
}

test("an engine that dies in mid-sentence leaves what it said, and one click takes it up again", async ({
  page,
  faults,
}) => {
  faults.expect(/the worker dies here|404 \(Not Found\)|bad HTTP response code/u);
  const build = await copyBuild();
  // Without it every file comes from the server, where this one can be changed.
  rmSync(join(build.folder, "sw.js"));
  await letItDie(page);
  const screen = new CaseScreen(page);
  await screen.openTeachingCaseTemporarily("Septic shock that did not refill", build.url);
  await screen.startWalkThrough({ pace: "Fast" });
  await expect(screen.run.getByText("Broke off; what it said is kept")).toBeVisible(SAID);
  const dialogue = page.getByRole("region", { name: "What was said" });
  await expect(dialogue).toContainText("The run ended because the engine failed.");
  await screen.showOutline();
  await expect(
    page
      .getByRole("treegrid")
      .getByRole("row", { name: /^Finding: /u })
      .first(),
  ).toBeVisible();

  await test.step("half a line is written by hand as what it should have said", async () => {
    const row = dialogue.getByRole("article", { name: /^This line could not be read as a step/u }).first();
    await row.getByRole("button", { name: "Write it as a step" }).click();
    await row.getByLabel("The line as a step or a link").fill("The calf, I think");
    await expect(row.getByRole("button", { name: "Add to the argument" })).toBeDisabled();
    await row.getByLabel("The line as a step or a link").fill("finding f99 [s1]: Written by hand");
    await row.getByRole("button", { name: "Add to the argument" }).click();
    await expect(row).toContainText("Added to the argument, in your name.");
    await expect(dialogue.getByRole("article", { name: "Finding: Written by hand" })).toBeVisible();
  });

  await screen.run.getByRole("button", { name: "Take it up again" }).click();
  await expect(screen.run.getByText("Finished")).toBeVisible(SAID);
  await screen.showOutline();
  await expect(screen.leader).toContainText("Adrenal crisis");
  await build.remove();
});
