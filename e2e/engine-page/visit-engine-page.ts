/** A browser of its own on an engine page, for figures and proofs that are no tests. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import type { ModelSource } from "../../src/contracts/engine.ts";
import { createProfile, openProfile } from "../harness.ts";
import { serveEnginePage } from "./serve-engine-page.ts";

export type EnginePageVisit = {
  readonly page: Page;
  readonly url: string;
  /** Folders of models lie here, each below its own name. */
  readonly modelsFolder: string;
  /** Puts a WebLLM package, a folder below `modelsFolder`, into the browser as an installation leaves it. */
  readonly install: (name: string, contextTokens: number) => Promise<ModelSource>;
  readonly close: () => Promise<void>;
};

/** Opens the page; nothing is kept when it is closed. */
export async function visitEnginePage(root?: string): Promise<EnginePageVisit> {
  const server = await serveEnginePage(root);
  const profile = createProfile();
  const context = await openProfile(profile.folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  return {
    page,
    url: server.url,
    modelsFolder: server.modelsFolder,
    install: async (name, contextTokens) => {
      await page.evaluate((pack) => globalThis.enginePage.installPack(pack), {
        id: basename(name),
        format: "web-llm" as const,
        template: "chatml",
        contextTokens,
        bytesPerContextToken: 2048,
        needsHalfPrecision: false,
        files: readdirSync(join(server.modelsFolder, name)).map((file) => ({
          name: file,
          url: `/models/${name}/${file}`,
        })),
      });
      return { type: "pack", packId: basename(name), contextTokens };
    },
    close: async () => {
      await context.close();
      await server.close();
      profile.remove();
    },
  };
}
