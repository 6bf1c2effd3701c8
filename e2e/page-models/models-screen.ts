/** The Models screen as a person sees it: by role and name, never by class. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { createTestModel, makeTestModels } from "../../tools/test-models/make-test-models.ts";
import { smallShape } from "../../tools/test-models/shape.ts";
import { writeWebLlmPackage } from "../../tools/test-models/web-llm-package.ts";

export type TestModels = {
  /** A WebLLM package folder. */
  readonly folder: string;
  /** A package whose answers take seconds, so that there is time to stop one. */
  readonly slow: string;
  /** One GGUF file. */
  readonly file: string;
  readonly root: string;
  readonly remove: () => void;
};

/** Each layer costs its time for every token. */
const SLOW = { ...smallShape, layers: 24 };

/** Tiny real models on this machine's disk, as a person would bring them on a stick. */
export function writeTestModels(): TestModels {
  const root = mkdtempSync(join(tmpdir(), "curbside-models-"));
  makeTestModels(root);
  const slow = join(root, "slow");
  writeWebLlmPackage(slow, { ...createTestModel(SLOW), isQuantised: false, opensThinking: false });
  return {
    root,
    slow,
    folder: join(root, "web-llm-f32"),
    file: join(root, "q8_0.gguf"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export class ModelsScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/shelf");
    await this.page.getByRole("region", { name: "Installed models" }).waitFor();
  }

  /** The chip in the header. */
  get chip(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^Model: /u });
  }

  get installed(): Locator {
    return this.page.getByRole("region", { name: "Installed models" });
  }

  get installations(): Locator {
    return this.page.getByRole("region", { name: "Installations" });
  }

  get trial(): Locator {
    return this.page.getByRole("region", { name: "Try this model" });
  }

  get trialWords(): Locator {
    return this.page.getByTestId("trial-words");
  }

  get dropPlace(): Locator {
    return this.page.getByTestId("drop-place");
  }

  model(name: string): Locator {
    return this.installed.getByRole("article", { name, exact: true });
  }

  job(name: string): Locator {
    return this.installations.getByRole("article", { name, exact: true });
  }

  /** Through the screen's own button and the browser's own picker. */
  async pick(kind: "folder" | "file", path: string): Promise<void> {
    const opened = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: `Choose a ${kind}` }).click();
    await (await opened).setFiles(path);
  }

  async choose(name: string, action: "Rename" | "Check every byte again" | "Remove"): Promise<void> {
    await this.model(name)
      .getByRole("button", { name: `Actions: ${name}` })
      .click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }
}
