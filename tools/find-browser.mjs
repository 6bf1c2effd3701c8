/**
 * Finds the browser that tests, benchmarks and proofs run in: a given path, an installed Chrome or Chromium,
 * Playwright's own, else Debian's `chromium` where this process may install it.
 */
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./processes.mjs";
import { Stop, runMain, say, saySteps } from "./say.mjs";

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/**
 * Where an installed Chrome or Chromium may be, best first.
 * @param {NodeJS.Platform} platform
 * @param {Environment} env
 * @returns {readonly string[]}
 */
export function usualPlaces(platform, env) {
  if (platform === "darwin")
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (platform === "win32")
    return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => [
      `${env[name] ?? "C:"}\\Google\\Chrome\\Application\\chrome.exe`,
      `${env[name] ?? "C:"}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]);
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge"].flatMap(
    (name) => folders.map((folder) => join(folder, name)),
  );
}

/**
 * The path of a browser that starts. Installs Debian's when there is none and this is root; else stops with what to do.
 * @param {Environment} [env]
 * @returns {Promise<string>}
 */
export async function findBrowser(env = process.env) {
  const given = env["CURBSIDE_BROWSER"];
  if (given !== undefined && given !== "") return checkGiven(given);
  const found =
    (await firstThatStarts(usualPlaces(process.platform, env))) ??
    (await firstThatStarts(await ownOfPlaywright()));
  if (found !== undefined) return found;
  if (await installFromDebian()) {
    const installed = await firstThatStarts(usualPlaces(process.platform, env));
    if (installed !== undefined) return installed;
  }
  throw new Stop(
    "There is no Chrome or Chromium here to run the browser tests in.",
    "Install Google Chrome or Chromium, or run `npx playwright install chromium`, or set CURBSIDE_BROWSER to the path of one.",
  );
}

/** @param {string} path */
async function checkGiven(path) {
  if ((await firstThatStarts([path])) !== undefined) return path;
  throw new Stop(
    `CURBSIDE_BROWSER is "${path}", and no browser starts from there.`,
    "Set it to the path of Chrome or Chromium itself, or unset it to let one be found.",
  );
}

/**
 * Tries each place that exists, because some are only a stub that says how to install the real one.
 * @param {readonly string[]} places
 * @returns {Promise<string | undefined>}
 */
async function firstThatStarts(places) {
  for (const place of places) {
    if (!existsSync(place)) continue;
    // On Windows `--version` opens a window instead of answering.
    if (process.platform === "win32") return place;
    const { code } = await run(place, ["--version"], { output: "keep", limitMs: 30_000 });
    if (code === 0) return place;
  }
  return undefined;
}

/** @returns {Promise<readonly string[]>} */
async function ownOfPlaywright() {
  try {
    const { chromium } = await import("@playwright/test");
    return [chromium.executablePath()];
  } catch {
    // Playwright is not installed, or has no browser for this platform; either way there is none of its own.
    return [];
  }
}

async function installFromDebian() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return false;
  say("No browser found, so Debian's chromium is installed (once).");
  return saySteps("apt-get install chromium", async () => {
    await run("apt-get", ["update", "-qq"], { output: "keep" });
    const words = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    const { code, output } = await run("apt-get", words, {
      output: "keep",
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (code !== 0) say(output.trim().split("\n").slice(-3).join("\n"));
    return code === 0;
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runMain(async () => say(await findBrowser()));
