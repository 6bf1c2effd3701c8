/** Starts what the browser tests talk to: the built app behind its real headers, and a development server for the gallery. */
import { existsSync } from "node:fs";
import { createServer } from "vite";
import { startServer } from "../tools/serve.mjs";

/** Hands the addresses to the workers by environment, and returns what stops the servers. */
export default async function startServers(): Promise<() => Promise<void>> {
  if (!existsSync("dist/index.html"))
    throw new Error("There is no build to test. Run npm run build first, or npm test.");
  const production = await startServer({ folder: "dist" });
  const development = await createServer({ server: { port: 0, open: false }, logLevel: "error" });
  await development.listen();
  process.env["CURBSIDE_URL"] = production.url;
  process.env["CURBSIDE_DEVELOPMENT_URL"] = development.resolvedUrls?.local[0]?.replace(/\/$/u, "") ?? "";
  return async () => {
    await Promise.all([production.close(), development.close()]);
  };
}
