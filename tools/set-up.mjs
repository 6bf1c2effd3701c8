/**
 * What every command needs first: a Node that is new enough, and exactly the locked dependencies.
 * Uses nothing that is installed, since it runs before anything is.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes.mjs";
import { Stop, say, saySteps } from "./say.mjs";

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage */
/** @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages */

/**
 * Whether this program's tools run on a version of Node: 20.19 or later, of which 21 and 22.0 to 22.11 are not.
 * @param {string} version
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/**
 * Whether exactly the locked packages are installed. Optional ones may be absent: they are for other machines.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function isInstalledAsLocked(locked, installed) {
  const isRight = (/** @type {[string, LockedPackage]} */ [path, wanted]) => {
    const found = installed[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  };
  return (
    Object.entries(locked)
      .filter(([path]) => path !== "")
      .every(isRight) && Object.keys(installed).every((path) => locked[path] !== undefined)
  );
}

/**
 * Says why npm failed, as far as its own words tell.
 * @param {string} output
 * @returns {Stop}
 */
export function explainInstallFailure(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/.test(output))
    return new Stop(
      "The npm registry cannot be reached, so the dependencies cannot be installed.",
      "Connect this computer to the network once (or to your own registry, see `npm config get registry`) and run the command again.",
    );
  if (output.includes("ENOSPC"))
    return new Stop(
      "The disk is full, so the dependencies cannot be installed.",
      "Free about 1 GB and run the command again.",
    );
  if (/EACCES|EPERM/.test(output))
    return new Stop(
      "This folder cannot be written to.",
      "Copy it to a place where you may write, and run the command there.",
    );
  if (/EUSAGE|can only install packages when your package.json and package-lock.json/.test(output))
    return new Stop(
      "package.json and package-lock.json do not agree.",
      "Run `npm install` once and commit the lockfile.",
    );
  return new Stop(
    "npm could not install the dependencies.",
    "What it said is above; delete the folder node_modules and try again.",
  );
}

/** Stops when this Node is too old. */
export function checkNode(version = process.version) {
  if (isNodeNewEnough(version)) return;
  throw new Stop(
    `This is Node ${version.replace(/^v/, "")}; Curbside needs 20.19 or later of 20, 22.12 or later of 22, or any later version.`,
    "Install the current version from https://nodejs.org and run the command again.",
  );
}

/**
 * Installs the locked dependencies unless they are there already.
 * @param {string} folder
 */
export async function installWhenNeeded(folder) {
  if (isInstalled(folder)) return;
  const { code, output } = await saySteps("Installing the locked dependencies (once)", () => runNpm(folder));
  if (code === 0) return;
  say(output.trim().split("\n").slice(-12).join("\n"));
  throw explainInstallFailure(output);
}

/** @param {string} folder */
function isInstalled(folder) {
  const [lock, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((name) =>
    join(folder, name),
  );
  if (lock === undefined || installed === undefined || !existsSync(installed)) return false;
  return isInstalledAsLocked(readPackages(lock), readPackages(installed));
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** @param {string} folder */
function runNpm(folder) {
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  /** @type {import("./processes.mjs").RunOptions} */
  const options = { folder, output: "keep" };
  if (npm !== undefined && npm.endsWith("js")) return run(process.execPath, [npm, ...words], options);
  if (process.platform === "win32") return run("cmd", ["/c", "npm", ...words], options);
  return run("npm", words, options);
}
