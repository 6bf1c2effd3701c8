/** Browser tests of engines: a page with the app's client and workers, and tiny real models to install in it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ModelSource } from "../../src/contracts/engine.ts";
import type { Faults } from "../../tools/model-library/pack-library.ts";
import { createTestModel, type TestModel } from "../../tools/test-models/make-test-models.ts";
import { writeFaultyLibrary, writeWebLlmPackage } from "../../tools/test-models/web-llm-package.ts";
import { test as base } from "../harness.ts";
import { serveEnginePage, type EnginePageServer } from "./serve-engine-page.ts";

export { expect } from "../harness.ts";

export type PackageToInstall = {
  readonly model?: TestModel;
  readonly isQuantised?: boolean;
  readonly template?: string | undefined;
  readonly faults?: Faults;
  /** Of the pack; the model's own where nothing else is said. */
  readonly contextTokens?: number;
  readonly bytesPerContextToken?: number;
  readonly needsHalfPrecision?: boolean;
};

export type EngineBench = {
  /** Puts a model into this browser as an installation leaves it. */
  readonly installWebLlm: (id: string, wanted?: PackageToInstall) => Promise<ModelSource>;
};

export const test = base.extend<{ readonly bench: EngineBench }, { readonly server: EnginePageServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here.
    async ({}, use) => {
      const server = await serveEnginePage();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  bench: async ({ page, server }, use) => {
    await page.goto(server.url);
    await use({
      installWebLlm: async (id, wanted = {}) => {
        const { model = createTestModel(), isQuantised = false, faults } = wanted;
        const folder = join(server.modelsFolder, id);
        const options = { ...model, isQuantised, opensThinking: false };
        writeWebLlmPackage(folder, options);
        if (faults !== undefined) writeFaultyLibrary(join(folder, "model.wasm"), { ...options, faults });
        const pack = {
          id,
          format: "web-llm" as const,
          template: "template" in wanted ? wanted.template : "chatml",
          contextTokens: wanted.contextTokens ?? model.shape.contextLength,
          bytesPerContextToken: wanted.bytesPerContextToken ?? 2048,
          needsHalfPrecision: wanted.needsHalfPrecision ?? false,
          files: readdirSync(folder).map((name) => ({ name, url: `/models/${id}/${name}` })),
        };
        await page.evaluate((installing) => globalThis.enginePage.installPack(installing), pack);
        return { type: "pack", packId: id, contextTokens: pack.contextTokens };
      },
    });
  },
});
