/**
 * Builds the engine page with the workers of the app, and serves it with the app's own headers. Folders of models that
 * a test adds lie below `/models/`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { startServer } from "../../tools/serve.mjs";

export type EnginePageServer = {
  readonly url: string;
  /** Where a test puts models. */
  readonly modelsFolder: string;
  readonly close: () => Promise<void>;
};

/** Builds a page of this kind, with its workers, into a folder. */
export async function buildEnginePage(root: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: resolve(root),
    publicDir: false,
    logLevel: "error",
    build: { target: "es2024", outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
}

/** Takes a second or two: once for all tests of a file. `root` is the folder of another page of the same kind. */
export async function serveEnginePage(root = "e2e/engine-page"): Promise<EnginePageServer> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-engine-page-"));
  await buildEnginePage(root, folder);
  const server = await startServer({ folder });
  return {
    url: server.url,
    modelsFolder: join(folder, "models"),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
