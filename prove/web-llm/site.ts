/** The built app as it is served, and beside it a page that talks to its engines without a screen. */
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEnginePage } from "../../e2e/engine-page/serve-engine-page.ts";
import { CouldNotRun } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";

export type ProofSite = {
  readonly url: string;
  /** Address of the app's own worker for an engine. */
  readonly workerUrl: string;
  readonly close: () => Promise<void>;
};

export const ENGINE_PAGE = "/engines.html";

/** Serves a copy of the build with the page in it, under the app's own headers. */
export async function serveProofSite(build: string): Promise<ProofSite> {
  if (!existsSync(join(build, "index.html")))
    throw new CouldNotRun(`there is no build in ${build}; run "npm run build" first.`);
  const worker = readdirSync(join(build, "assets")).find((name) => /^web-llm\.worker-.*\.js$/u.test(name));
  if (worker === undefined) throw new CouldNotRun("this build has no WebLLM in it.");
  const folder = mkdtempSync(join(tmpdir(), "curbside-proof-"));
  const site = join(folder, "site");
  const page = join(folder, "page");
  cpSync(build, site, { recursive: true });
  await buildEnginePage("e2e/engine-page", page);
  cpSync(join(page, "assets"), join(site, "assets"), { recursive: true });
  renameSync(join(page, "index.html"), join(site, ENGINE_PAGE));
  const server = await startServer({ folder: site });
  return {
    url: server.url,
    workerUrl: `/assets/${worker}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
