/** Builds the vault page with the app's own worker, and serves it with the app's own headers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { startServer } from "../../tools/serve.mjs";

export type VaultPageServer = { readonly url: string; readonly close: () => Promise<void> };

/** Takes some seconds: once for all tests of a file. */
export async function serveVaultPage(): Promise<VaultPageServer> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-vault-page-"));
  await build({
    configFile: false,
    root: resolve("e2e/vault-page"),
    publicDir: false,
    logLevel: "error",
    build: { target: "es2024", outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const server = await startServer({ folder });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
