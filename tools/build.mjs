/**
 * Builds the app into `dist`, with the files that static hosts and a USB stick need beside it, and knows whether that
 * is needed: a hash over the content of every source is kept inside the build.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./processes.mjs";
import { Stop, runMain, say, saySteps } from "./say.mjs";
import { writeHostFiles } from "./static-hosts.mjs";

/** Everything that a build depends on. */
const sources = [
  "index.html",
  "models.html",
  "vite.config.ts",
  "package.json",
  "package-lock.json",
  "src",
  "public",
  "tools",
];

const stampFile = "dist/.vite/sources-hash";

/**
 * A hash over the names and contents of all files under `names`; tests do not count.
 * @param {string} folder
 * @param {readonly string[]} names
 */
export function hashSources(folder, names) {
  const hash = createHash("sha256");
  for (const file of names.flatMap((name) => listFiles(folder, name)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {readonly string[]}
 */
function listFiles(folder, name) {
  const stats = statSync(join(folder, name), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(name) ? [] : [name];
  return readdirSync(join(folder, name))
    .toSorted()
    .flatMap((child) => listFiles(folder, `${name}/${child}`));
}

/**
 * Builds unless the build at hand was made from these very sources.
 * @param {string} folder
 */
export async function buildWhenNeeded(folder) {
  const hash = hashSources(folder, sources);
  const stamp = join(folder, stampFile);
  if (
    existsSync(join(folder, "dist/index.html")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hash
  ) {
    say("The build is up to date.");
    return;
  }
  const { code, output } = await saySteps("Building", () =>
    runTool("vite", ["build"], { folder, output: "keep" }),
  );
  if (code !== 0) {
    say(output.trim().split("\n").slice(-20).join("\n"));
    throw new Stop(
      "The build failed.",
      "What it said is above; if the source is as you got it, delete node_modules and dist and try again.",
    );
  }
  writeHostFiles(folder);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(() => buildWhenNeeded(process.cwd()));
