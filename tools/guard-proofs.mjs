/**
 * Proves that every guard can fail: plants each forbidden thing in a copy of this folder, runs only the guard that must
 * catch it, expects red with the right words, and takes it out again. A guard that says the same without the plant
 * proves nothing and counts as failed. The working tree is never touched.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhenNeeded } from "./build.mjs";
import { plants } from "./guard-plants.mjs";
import { run, runTool } from "./processes.mjs";
import { formatDuration, runMain, say } from "./say.mjs";

/** @typedef {import("./guard-plants.mjs").Plant} Plant */
/** @typedef {import("./guard-plants.mjs").GuardName} GuardName */
/** @typedef {{ readonly code: number, readonly output: string }} Verdict */

/** How each guard is run in a folder, on the planted files where it takes any. */
/** @type {Readonly<Record<GuardName, (folder: string, files: readonly string[]) => Promise<Verdict>>>} */
const guards = {
  types: (folder, files) => tool("typescript", ["-b", ...projectsOf(files)], folder, "tsc"),
  lint: (folder, files) => tool("oxlint", ["--type-aware", "-f", "unix", ...files], folder),
  arrows: (folder) => script(folder, "check-arrows.mjs"),
  dead: (folder) => tool("knip", [], folder),
  format: (folder, files) => tool("oxfmt", ["--check", ...files], folder),
  policy: (folder) => tool("vitest", ["run", "tools/headers.test.ts", "tools/serve.test.ts"], folder),
  hosts: (folder) => tool("vitest", ["run", "tools/static-hosts.test.ts"], folder),
  size: (folder) => script(folder, "size-report.mjs"),
  notices: (folder) => script(folder, "notices.mjs", "--check"),
};

/** Guards that look at the whole folder, and so must be silent about a plant before it is there. */
const wholeFolder = new Set(["arrows", "dead", "policy", "hosts", "size", "notices"]);

/** @param {string} packageName @param {readonly string[]} words @param {string} folder */
function tool(packageName, words, folder, bin = packageName) {
  return runTool(packageName, words, { folder, bin, output: "keep", env: { NO_COLOR: "1" } });
}

/** @param {string} folder @param {string} name @param {readonly string[]} words */
function script(folder, name, ...words) {
  return run(process.execPath, [join("tools", name), ...words], { folder, output: "keep" });
}

/** @param {readonly string[]} files */
function projectsOf(files) {
  const last = files.at(-1) ?? "";
  return [last.split("/").slice(0, 2).join("/")];
}

/** Copies what git knows or would add, links the packages, and takes the build along. */
function copyFolder(/** @type {string} */ root) {
  const copy = mkdtempSync(join(tmpdir(), "guards-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const name of listed.split("\n").filter((line) => line !== "" && existsSync(join(root, line))))
    cpSync(join(root, name), join(copy, name), { recursive: true });
  cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/**
 * Puts a plant into the copy; the returned function takes it out again.
 * @param {string} copy
 * @param {Plant} plant
 */
function putIn(copy, { files = {}, change }) {
  /** @type {(() => void)[]} */
  const undo = [];
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), text);
    undo.push(() => rmSync(join(copy, name)));
  }
  if (change !== undefined) {
    const path = findOne(copy, change.path);
    const before = readFileSync(path, "utf8");
    const text = change.to === "RANDOM" ? `\n"${randomBytes(150_000).toString("base64")}";\n` : change.to;
    const after = before.replace(change.from, () => text);
    if (after === before) throw new Error(`Nothing to change in ${change.path}; the plant is out of date.`);
    writeFileSync(path, after);
    undo.push(() => writeFileSync(path, before));
  }
  return () => undo.forEach((step) => step());
}

/**
 * The one file that a path with a `*` in its name means.
 * @param {string} copy
 * @param {string} path
 */
function findOne(copy, path) {
  const [start = "", end] = path.slice(path.lastIndexOf("/") + 1).split("*");
  const folder = join(copy, dirname(path));
  const found =
    end === undefined
      ? start
      : readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(end));
  if (found === undefined) throw new Error(`There is no ${path}; the plant is out of date.`);
  return join(folder, found);
}

/**
 * @param {string} copy
 * @param {Plant} plant
 * @param {Map<GuardName, string>} silence what each guard says with nothing planted
 * @returns {Promise<string>} why the proof failed; empty when it holds
 */
async function prove(copy, plant, silence) {
  const guard = guards[plant.guard];
  if (wholeFolder.has(plant.guard)) {
    const before = silence.get(plant.guard) ?? (await guard(copy, [])).output;
    silence.set(plant.guard, before);
    if (plant.sign.test(before)) return "the guard says so with nothing planted";
  }
  const takeOut = putIn(copy, plant);
  const { code, output } = await guard(copy, Object.keys(plant.files ?? {}));
  takeOut();
  if (code === 0) return "the guard stayed green";
  return plant.sign.test(output)
    ? ""
    : `the guard is red for another reason:\n${output.trim().split("\n").slice(0, 8).join("\n")}`;
}

/** @param {string} root */
async function proveAll(root) {
  await buildWhenNeeded(root);
  const copy = copyFolder(root);
  const silence = new Map();
  let failed = 0;
  for (const plant of plants) {
    const started = Date.now();
    const reason = await prove(copy, plant, silence);
    if (reason !== "") failed += 1;
    say(
      `${reason === "" ? "red, as it must be" : "NOT CAUGHT"}  ${plant.guard.padEnd(8)} ${plant.name} (${formatDuration(Date.now() - started)})`,
    );
    if (reason !== "") say(`  ${reason}`);
  }
  say(`${plants.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runMain(() => proveAll(resolve(dirname(fileURLToPath(import.meta.url)), "..")));
