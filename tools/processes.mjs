/**
 * Runs other programs: those of this folder's packages by name, anything else by path. A child never outlives the
 * command that started it, whether that ends by itself, by Ctrl-C or by a signal.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const isWindows = process.platform === "win32";

/**
 * @typedef {object} RunOptions
 * @property {string} [folder] where to run; the current folder unless given
 * @property {Readonly<Record<string, string>>} [env] added to the environment
 * @property {"show" | "keep" | "share"} [output] shown as it comes (and kept), only kept, or the terminal shared
 * @property {number} [limitMs] stopped after this long, which counts as a failure
 */

/**
 * Runs a program to its end. A program that cannot be started at all has code 127.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {RunOptions} [options]
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
export function run(program, words, { folder, env, output = "show", limitMs } = {}) {
  // A group of its own, so that the browsers and workers that a child starts can be ended with it.
  const ownGroup = output !== "share" && !isWindows;
  const child = spawn(program, words, {
    cwd: folder ?? process.cwd(),
    env: { ...process.env, ...env },
    stdio: output === "share" ? "inherit" : ["ignore", "pipe", "pipe"],
    detached: ownGroup,
  });
  const stop = () => endProcess(child.pid, ownGroup);
  const release = stopWithUs(stop);
  const timer = limitMs === undefined ? undefined : setTimeout(stop, limitMs);
  /** @type {string[]} */
  const kept = [];
  const keep = (/** @type {Buffer} */ part) => {
    kept.push(part.toString());
    if (output === "show") process.stdout.write(part);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return new Promise((done) => {
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      release();
      done({ code, output: kept.join("") });
    };
    child.on("error", () => finish(127));
    child.on("close", (code) => finish(code ?? 1));
  });
}

/**
 * Runs the program of an installed package with this Node.
 * @param {string} packageName
 * @param {readonly string[]} words
 * @param {RunOptions & { bin?: string }} [options]
 */
export function runTool(packageName, words, options = {}) {
  const { bin = packageName, folder = process.cwd() } = options;
  return run(process.execPath, [readBin(folder, packageName, bin), ...words], options);
}

/**
 * @param {string} folder
 * @param {string} packageName
 * @param {string} bin
 */
function readBin(folder, packageName, bin) {
  const file = join(folder, "node_modules", packageName, "package.json");
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const bins =
    typeof manifest === "object" && manifest !== null && "bin" in manifest ? manifest.bin : undefined;
  const path =
    typeof bins === "object" && bins !== null
      ? Object.entries(bins).find(([name]) => name === bin)?.[1]
      : bins;
  if (typeof path !== "string") throw new Error(`${packageName} has no program named ${bin}`);
  return join(dirname(file), path);
}

/**
 * Calls `stop` when this process ends in any way, until the returned function is called.
 * @param {() => void} stop
 */
function stopWithUs(stop) {
  process.on("exit", stop);
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return () => {
    process.off("exit", stop);
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  };
}

function interrupt() {
  process.exit(130);
}

/**
 * @param {number | undefined} pid
 * @param {boolean} withGroup
 */
function endProcess(pid, withGroup) {
  if (pid === undefined) return;
  try {
    process.kill(withGroup ? -pid : pid, "SIGTERM");
  } catch {
    // It has already ended.
  }
}
