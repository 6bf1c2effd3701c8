/**
 * The Models screen with real inference: a tiny model from this machine's disk through the screen's own pickers, chosen,
 * loaded, asked, stopped, renamed, removed; and every refusal with its sentence.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessibleInBoth, test as base } from "./harness.ts";
import { ModelsScreen, writeTestModels, type TestModels } from "./page-models/models-screen.ts";
import { keepWords } from "./waiting.ts";

const test = base.extend<{ readonly shown: ModelsScreen }, { readonly models: TestModels }>({
  models: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here.
    async ({}, use) => {
      const models = writeTestModels();
      await use(models);
      models.remove();
    },
    { scope: "worker" },
  ],
  shown: async ({ page }, use) => {
    const screen = new ModelsScreen(page);
    await screen.open();
    await use(screen);
  },
});

const NAME = "web-llm-f32";
/** Compiling kernels on a software adapter takes its time. */
const LOADED = { timeout: 60_000 };

test("a folder is installed, chosen, loaded, asked, stopped, and is still there after a reload", async ({
  shown: screen,
  models,
}) => {
  await expect(screen.installed.getByRole("heading", { name: "No model is installed" })).toBeVisible();
  await expect(screen.chip).toHaveText(/No model/u);
  await screen.pick("folder", models.folder);
  await expect(screen.installations).toContainText(`${NAME}: Installed`);
  const model = screen.model(NAME);
  await expect(model).toContainText("4.3 MB");
  const said = await keepWords(screen.page.getByRole("banner"));
  await model.getByRole("button", { name: "Use this model" }).click();
  await expect(screen.chip).toHaveText(/Ready/u, LOADED);
  expect(await said()).toMatch(/Loading|Starting/u);
  await screen.trial.getByRole("button", { name: "Ask it" }).click();
  await expect(screen.trialWords).not.toBeEmpty();
  await expect(screen.trial).toContainText(/It came to its own end|Cut at the length of this test/u, LOADED);
  await expect(screen.trial).toContainText(/\d+ tokens?, [\d.]+ a second; first word after [\d.]+ s/u);
  await expect(screen.trial).toContainText("The model's words");

  await screen.page.reload();
  await expect(screen.model(NAME)).toContainText("Chosen");
  await expect(screen.chip).toHaveText(/Not loaded/u);
  await expect(screen.model(NAME)).not.toContainText("Not yet");
  await screen.model(NAME).getByRole("button", { name: "Load", exact: true }).click();
  await expect(screen.chip).toHaveText(/Ready/u, LOADED);
});

test("what a model says can be stopped, from the screen and from the chip, and it is ready again", async ({
  page,
  shown: screen,
  models,
}) => {
  test.slow();
  await load(screen, models.slow);
  await screen.trial.getByRole("button", { name: "Ask it" }).click();
  await screen.trial.getByRole("button", { name: "Stop" }).click();
  await expect(screen.trial).toContainText("You stopped it.");
  await screen.trial.getByRole("button", { name: "Ask again" }).click();
  await screen.chip.click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
  await page.keyboard.press("Escape");
  await expect(screen.trial).toContainText("You stopped it.");
  await expect(screen.chip).toHaveText(/Ready/u);
  await screen.chip.click();
  await page.getByRole("dialog").getByRole("button", { name: "Unload" }).click();
  await page.keyboard.press("Escape");
  await expect(screen.chip).toHaveText(/Not loaded/u);
  await expect(screen.trial).toHaveCount(0);
});

test("a GGUF file runs on the processor", async ({ shown: screen, models }) => {
  await screen.pick("file", models.file);
  const model = screen.installed.getByRole("article").first();
  await expect(model).toContainText("wllama");
  await model.getByRole("button", { name: "Use this model" }).click();
  await expect(screen.chip).toHaveText(/Ready/u, LOADED);
  await screen.trial.getByRole("button", { name: "Ask it" }).click();
  await expect(screen.trial).toContainText(/It came to its own end|Cut at the length of this test/u, LOADED);
});

test("a model is renamed, checked byte by byte, and removed after asking", async ({
  page,
  shown: screen,
  models,
}) => {
  await screen.pick("folder", models.folder);
  await screen.model(NAME).waitFor();
  await screen.choose(NAME, "Rename");
  await page.getByRole("textbox", { name: "Name" }).fill("Ward model");
  await page.keyboard.press("Enter");
  await expect(screen.model("Ward model")).toBeVisible();
  await page.reload();
  await screen.choose("Ward model", "Check every byte again");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Ward model is whole");
  await screen.choose("Ward model", "Remove");
  await page.getByRole("alertdialog").getByRole("button", { name: "Keep it" }).click();
  await expect(screen.model("Ward model")).toBeVisible();
  await screen.choose("Ward model", "Remove");
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(screen.installed.getByRole("heading", { name: "No model is installed" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Ward model is removed");
});

test("a damaged model is named as such and cannot be used; installing it again mends it", async ({
  page,
  shown: screen,
  models,
}) => {
  await screen.pick("folder", models.folder);
  await screen.model(NAME).waitFor();
  await damage(page);
  await screen.choose(NAME, "Check every byte again");
  const model = screen.model(NAME);
  await expect(model).toContainText("A file of this model is not what was installed.");
  await expect(model.getByRole("button", { name: "Use this model" })).toBeDisabled();
  await screen.pick("folder", models.folder);
  await expect(model.getByRole("button", { name: "Use this model" })).toBeEnabled();
  await expect(screen.installed.getByRole("article")).toHaveCount(1);
});

const REFUSALS: readonly {
  readonly what: string;
  readonly kind: "folder" | "file";
  readonly make: (models: TestModels, path: string) => void;
  readonly says: RegExp;
}[] = [
  {
    what: "half a folder",
    kind: "folder",
    make: (models, path) => {
      cpSync(models.folder, path, { recursive: true });
      rmSync(join(path, "params_shard_0.bin"));
    },
    says: /This model is not whole: params_shard_0\.bin is missing\./u,
  },
  {
    what: "a folder of something else",
    kind: "folder",
    make: (_models, path) => {
      mkdirSync(path);
      writeFileSync(join(path, "letter.txt"), "Dear colleague");
    },
    says: /Nothing in there is part of a model\./u,
  },
  {
    what: "a renamed zip",
    kind: "file",
    make: (_models, path) => writeFileSync(path, "PK\u0003\u0004 and so on, long enough to be looked at"),
    says: /This is a zip archive, not a model\./u,
  },
  {
    what: "a saved web page",
    kind: "file",
    make: (_models, path) => writeFileSync(path, "<!doctype html><html><body>Sign in</body></html>"),
    says: /This is a web page that was saved in place of a model\./u,
  },
  {
    what: "an empty file",
    kind: "file",
    make: (_models, path) => writeFileSync(path, ""),
    says: /There is nothing in it\./u,
  },
  {
    what: "an unknown architecture",
    kind: "file",
    make: (models, path) => {
      // "llama" stands in the header's keys as well; another word of the same length keeps the file well formed.
      const text = readFileSync(models.file).toString("latin1").replaceAll("llama", "zebra");
      writeFileSync(path, Buffer.from(text, "latin1"));
    },
    says: /No engine here knows this kind of model \(zebra\)\./u,
  },
  {
    what: "a file that was cut short",
    kind: "file",
    make: (models, path) => {
      copyFileSync(models.file, path);
      truncateSync(path, 200_000);
    },
    says: /contradicts the other files, or cannot be read\.|should have/u,
  },
];

test("what is no model is refused before a byte is kept, each with its sentence and a way on", async ({
  shown: screen,
  models,
}) => {
  for (const { what, kind, make, says } of REFUSALS) {
    const path = join(models.root, `refused-${what.replaceAll(" ", "-")}${kind === "file" ? ".gguf" : ""}`);
    make(models, path);
    await screen.pick(kind, path);
    await expect(screen.installations, what).toContainText(says);
    await screen.installations.getByRole("button", { name: "Take off the list" }).click();
    await expect(screen.installations).toHaveCount(0);
  }
  await expect(screen.installed.getByRole("heading", { name: "No model is installed" })).toBeVisible();
});

test("a dropped file is installed, and the place says that it may be let go", async ({
  page,
  shown: screen,
  models,
}) => {
  const bytes = readFileSync(models.file).toString("base64");
  const transfer = await page.evaluateHandle((encoded) => {
    const content = Uint8Array.from(atob(encoded), (letter) => letter.codePointAt(0) ?? 0);
    const data = new DataTransfer();
    data.items.add(new File([content], "dropped.gguf"));
    return data;
  }, bytes);
  await screen.dropPlace.dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(screen.dropPlace).toContainText("Let go to install");
  await screen.dropPlace.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(screen.dropPlace).toContainText("Drop a model here");
  await expect(screen.installed.getByRole("article")).toHaveCount(1);
});

test("everything is done by keyboard alone", async ({ page, shown: screen, models }) => {
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).focus();
  await page.keyboard.press("Enter");
  await (await opened).setFiles(models.folder);
  await screen.model(NAME).waitFor();
  await screen.model(NAME).getByRole("button", { name: "Use this model" }).focus();
  await page.keyboard.press("Enter");
  await expect(screen.chip).toHaveText(/Ready/u, LOADED);
  await page.keyboard.press("Tab");
  await expect(screen.model(NAME).getByRole("button", { name: `Actions: ${NAME}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await screen.chip.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: NAME })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.chip).toBeFocused();
});

test("a second tab sees the model, and is told why it cannot load it too", async ({
  context,
  shown: screen,
  models,
}) => {
  test.slow();
  const other = new ModelsScreen(await context.newPage());
  await other.open();
  await screen.page.bringToFront();
  await load(screen, models.folder);
  await other.page.bringToFront();
  const model = other.model(NAME);
  await model.getByRole("button", { name: "Use this model" }).click();
  await expect(model).toContainText("Another tab holds a model on the graphics processor.");
  await expect(other.chip).toHaveText(/Failed/u);
  await other.choose(NAME, "Remove");
  await other.page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(other.page.getByRole("alertdialog")).toContainText("A tab runs this model now.");
  await other.page.getByRole("alertdialog").getByRole("button", { name: "Keep it" }).click();
  await screen.page.bringToFront();
  await screen.model(NAME).getByRole("button", { name: "Unload" }).click();
  await other.page.bringToFront();
  await model.getByRole("button", { name: "Load", exact: true }).click();
  await expect(other.chip).toHaveText(/Ready/u, LOADED);
});

test("the screen with a model, a refusal and the panel is accessible in light and dark", async ({
  page,
  shown: screen,
  models,
}) => {
  test.slow();
  const empty = join(models.root, "empty.gguf");
  writeFileSync(empty, "");
  await screen.pick("file", empty);
  await expect(screen.installations).toContainText("There is nothing in it.");
  await load(screen, models.folder);
  await expectAccessibleInBoth(page);
  await screen.chip.click();
  await page.getByRole("dialog", { name: NAME }).waitFor();
  await expectAccessibleInBoth(page);
});

async function load(screen: ModelsScreen, folder: string): Promise<void> {
  await screen.pick("folder", folder);
  await screen.installed.getByRole("article").getByRole("button", { name: "Use this model" }).click();
  await expect(screen.chip).toHaveText(/Ready/u, LOADED);
}

/** Flips one bit of the installed weights, as a failing disk would. */
async function damage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const packs = await root.getDirectoryHandle("packs");
    for await (const pack of packs.values()) {
      if (!(pack instanceof FileSystemDirectoryHandle)) continue;
      const handle = await pack.getFileHandle("params_shard_0.bin");
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      const writable = await handle.createWritable();
      await writable.write(bytes);
      await writable.close();
    }
  });
}
