/** `npm run dev`: the development server with hot reload, on exactly the locked dependencies. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./processes.mjs";
import { runMain } from "./say.mjs";
import { checkNode, installWhenNeeded } from "./set-up.mjs";

await runMain(async () => {
  const folder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  checkNode();
  await installWhenNeeded(folder);
  const { code } = await runTool("vite", process.argv.slice(2), { folder, output: "share" });
  return code;
});
