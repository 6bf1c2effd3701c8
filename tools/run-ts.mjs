/**
 * Runs a TypeScript entry with Node: `node tools/run-ts.mjs ENTRY ARGUMENTS...`.
 * Bundled first (packages stay outside), so that a benchmark times the code as a build would ship it.
 */
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error("Say which file to run: node tools/run-ts.mjs ENTRY ARGUMENTS...");
  process.exit(2);
}

const folder = resolve(".cache/run");
mkdirSync(folder, { recursive: true });
const parent = basename(resolve(entry, ".."));
const outputFile = resolve(folder, `${parent}-${basename(entry, ".ts")}-${process.pid}.mjs`);
await build({
  input: resolve(entry),
  platform: "node",
  external: (id, _importer, isResolved) => !isResolved && /^[^./]/.test(id) && !id.startsWith("/"),
  output: { file: outputFile, format: "esm", sourcemap: "inline", codeSplitting: false },
  logLevel: "warn",
});
process.argv = [process.argv[0] ?? "node", resolve(entry), ...rest];
await import(pathToFileURL(outputFile).href);
