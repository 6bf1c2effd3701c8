/**
 * `THIRD-PARTY-NOTICES.md`: the licence of every package that is shipped, made from the lockfile. Shipped is what
 * `dependencies` reach, and what the build puts in from the others. With `--check` it only says whether it is current.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Stop, runMain, say } from "./say.mjs";

/** @typedef {{ readonly version?: string, readonly dev?: boolean, readonly devOptional?: boolean, readonly optional?: boolean, readonly license?: string }} Locked */

const file = "THIRD-PARTY-NOTICES.md";

/** Development packages whose own text ends up in the build: the base styles of the style sheet. */
const builtIn = new Set(["node_modules/tailwindcss"]);

/**
 * The paths of the shipped packages in a lockfile, sorted by name.
 * @param {Readonly<Record<string, Locked>>} packages
 * @returns {readonly string[]}
 */
export function shippedPackages(packages) {
  return Object.entries(packages)
    .filter(
      ([path, entry]) =>
        path !== "" && ((entry.dev !== true && entry.devOptional !== true) || builtIn.has(path)),
    )
    .map(([path]) => path)
    .toSorted();
}

/**
 * The whole file, from what is installed in `folder`.
 * @param {string} folder
 */
function toNotices(folder) {
  /** @type {Readonly<Record<string, Locked>>} */
  const packages = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  const parts = shippedPackages(packages).map((path) => toNotice(folder, path, packages[path] ?? {}));
  return `# Third-party notices

Curbside is licensed under Apache-2.0 (see LICENSE). Its build contains the packages below, each under its own licence.
Made from package-lock.json by \`npm run notices\`; not edited by hand.

${parts.join("\n")}`;
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {Locked} locked
 */
function toNotice(folder, path, locked) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const text = readLicenceText(join(folder, path));
  const heading = `## ${name} ${locked.version ?? ""}\n\nLicence: ${locked.license ?? "see below"}\n`;
  return text === undefined ? heading : `${heading}\n\`\`\`text\n${text}\n\`\`\`\n`;
}

/** @param {string} folder */
function readLicenceText(folder) {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder)
    .toSorted()
    .find((candidate) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(candidate));
  if (name === undefined) return undefined;
  const lines = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim().split("\n");
  return lines.map((line) => line.trimEnd()).join("\n");
}

async function main() {
  const folder = process.cwd();
  const wanted = toNotices(folder);
  const count = wanted.split("\n## ").length - 1;
  if (!process.argv.includes("--check")) {
    writeFileSync(join(folder, file), wanted);
    say(`${file}: ${count} packages`);
    return;
  }
  const found = existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
  if (found !== wanted) throw new Stop(`${file} is not current.`, "Run `npm run notices` and commit it.");
  say(`${file} is current: ${count} packages`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runMain(main);
