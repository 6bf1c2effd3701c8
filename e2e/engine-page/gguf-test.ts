/** The engine page with tiny real models as GGUF files, installed as an installation leaves them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelSource } from "../../src/contracts/engine.ts";
import { writeGguf } from "../../tools/test-models/gguf.ts";
import { createTestModel, type TestModel } from "../../tools/test-models/make-test-models.ts";
import type { GgufType } from "../../tools/test-models/quantise.ts";
import { test as base } from "./engine-test.ts";

export type GgufToInstall = {
  readonly model?: TestModel;
  readonly type?: GgufType;
  readonly opensThinking?: boolean;
  /** Of the pack; without one the engine must recognise the file's own. */
  readonly template?: string;
  readonly contextTokens?: number;
  /** Changes the bytes before they are installed. */
  readonly change?: (bytes: Buffer) => Uint8Array;
};

export type GgufBench = {
  /** Puts a model into this browser; what comes back loads it. */
  readonly installGguf: (id: string, wanted?: GgufToInstall) => Promise<ModelSource>;
};

export const test = base.extend<{ readonly ggufBench: GgufBench }>({
  // The bench before it opens the page.
  ggufBench: async ({ page, server, bench: _opened }, use) => {
    await use({
      installGguf: async (id, wanted = {}) => {
        const { model = createTestModel(), type = "F32", opensThinking = false } = wanted;
        const bytes = writeGguf({ ...model, type, opensThinking });
        const folder = join(server.modelsFolder, id);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "model.gguf"), wanted.change?.(bytes) ?? bytes);
        const contextTokens = wanted.contextTokens ?? model.shape.contextLength;
        const pack = {
          id,
          format: "gguf" as const,
          template: wanted.template,
          contextTokens,
          bytesPerContextToken: 1024,
          needsHalfPrecision: false,
          files: [{ name: "model.gguf", url: `/models/${id}/model.gguf` }],
        };
        await page.evaluate((installing) => globalThis.enginePage.installPack(installing), pack);
        return { type: "pack", packId: id, contextTokens };
      },
    });
  },
});
