/**
 * Who may import whom where the compiler does not look: between the folders of the domain, between panels, and which
 * folder may hold which package. The arrows between the top folders are the compiler's (project references). A folder
 * that is not in these tables is a breach too, so that nobody forgets to decide.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runMain, say } from "./say.mjs";

/** @typedef {Readonly<Record<string, readonly string[]>>} Arrows */
/** @typedef {{ readonly specifier: string, readonly isTypeOnly: boolean }} Import */

const core = ["argument", "reasoning", "record", "case-text"];

/** @type {Arrows} */
const domainArrows = {
  "case-text": [],
  calculators: ["case-text"],
  record: ["case-text"],
  reasoning: ["record", "case-text"],
  argument: ["reasoning", "record", "case-text"],
  checkers: [...core, "calculators"],
  questions: [...core, "calculators"],
  annotations: core,
  exports: [...core, "calculators"],
  imports: core,
};

/** The vocabulary of the graph: types and constants only, so everyone in the domain may speak it. */
const domainVocabulary = "src/domain/argument/graph.ts";

/** What is for all panels; every other folder of `ui` is a panel and may import these, not another panel. */
/** @type {Arrows} */
const sharedByPanels = {
  kit: [],
  text: [],
  theme: [],
  desk: [],
  answers: ["kit", "text", "desk"],
  common: ["kit", "text", "theme"],
  actions: ["kit", "text", "common", "desk", "answers"],
  drawing: ["kit", "text", "theme", "desk", "answers"],
};

const screen = ["src/ui", "src/app"];

/** Packages that belong to some folders only; one that is not named here may be used where its types fit. */
const packageHomes = [
  { packages: /^@mlc-ai\/web-llm(?:\/|$)/, homes: ["src/engines/web-llm"] },
  { packages: /^@wllama\/wllama(?:\/|$)/, homes: ["src/engines/wllama"] },
  {
    packages: /^(?:react|react-dom|react-aria-components|react-aria|react-stately|@xyflow\/react)(?:\/|$)/,
    homes: screen,
  },
  {
    packages: /^(?:zustand|@tanstack\/react-query)$|^zustand\/(?:react|shallow|traditional)(?:\/|$)/,
    homes: screen,
  },
];

/** Documents and workers of their own: they share no module with the workbench that could see a case. */
const apart = {
  "src/models-page": ["src/models-page", "src/models", "src/contracts", "src/shared", "src/ui/theme.css"],
  "src/service-worker": ["src/service-worker", "src/shared"],
};

/**
 * Every import in a source, static or not, types included. A look-alike in a comment or text counts: better one too
 * many than one too few.
 * @param {string} source
 * @returns {readonly Import[]}
 */
export function readImports(source) {
  const pattern =
    /\b(import|export)(\s+type\b)?(?:[\s\w{},*$]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*(?:\/\*.*?\*\/\s*)?["'`]([^"'`]+)["'`]|new URL\(\s*["'](\.[^"']+)["']/g;
  return [...source.matchAll(pattern)].map(([, , type, fixed, lazy, url]) => ({
    specifier: fixed ?? lazy ?? url ?? "",
    isTypeOnly: type !== undefined,
  }));
}

/**
 * What one file imports against the arrows, a sentence each.
 * @param {string} path
 * @param {string} source
 * @returns {readonly string[]}
 */
export function findArrowBreaches(path, source) {
  return readImports(source).flatMap(({ specifier, isTypeOnly }) => {
    if (!specifier.startsWith(".")) return explainPackage(path, specifier);
    const target = posix.join(posix.dirname(path), specifier);
    return [
      ...explainDomain(path, target),
      ...explainPanel(path, target),
      ...explainApart(path, target),
      ...explainContract(path, target, isTypeOnly),
    ];
  });
}

/** @param {string} path @param {string} specifier */
function explainPackage(path, specifier) {
  const rule = packageHomes.find(({ packages }) => packages.test(specifier));
  if (rule === undefined || rule.homes.some((home) => isIn(path, home))) return [];
  return [`${path}: ${specifier} belongs to ${rule.homes.join(" and ")}`];
}

/** @param {string} path @param {string} target */
function explainDomain(path, target) {
  const [from, to] = [folderIn(path, "src/domain"), folderIn(target, "src/domain")];
  if (from === undefined || to === undefined || from === to || target === domainVocabulary) return [];
  const allowed = domainArrows[from];
  if (allowed === undefined)
    return [`${path}: src/domain/${from} has no arrows yet; decide them in tools/check-arrows.mjs`];
  return allowed.includes(to) ? [] : [`${path}: domain/${from} may not import domain/${to} (${target})`];
}

/** @param {string} path @param {string} target */
function explainPanel(path, target) {
  const [from, to] = [folderIn(path, "src/ui"), folderIn(target, "src/ui")];
  if (from === undefined || to === undefined || from === to) return [];
  const allowed = sharedByPanels[from] ?? Object.keys(sharedByPanels);
  return allowed.includes(to) ? [] : [`${path}: ui/${from} may not import ui/${to} (${target})`];
}

/** @param {string} path @param {string} target */
function explainApart(path, target) {
  return Object.entries(apart).flatMap(([home, allowed]) => {
    if (isIn(path, home)) {
      const isAllowed = !target.startsWith("src/") || allowed.some((folder) => isIn(target, folder));
      return isAllowed ? [] : [`${path}: ${home} stands apart and may not import ${target}`];
    }
    return isIn(target, home) && path.startsWith("src/")
      ? [`${path}: nobody may import ${home} (${target})`]
      : [];
  });
}

/** @param {string} path @param {string} target @param {boolean} isTypeOnly */
function explainContract(path, target, isTypeOnly) {
  if (!isIn(path, "src/ui") || !isIn(target, "src/contracts") || isTypeOnly) return [];
  return [`${path}: ui knows contracts as types only; write "import type" (${target})`];
}

/** The folder right under `parent` that a path lies in; a file right under it lies in none. */
function folderIn(/** @type {string} */ path, /** @type {string} */ parent) {
  if (!path.startsWith(`${parent}/`)) return undefined;
  const [folder, ...rest] = path.slice(parent.length + 1).split("/");
  return rest.length === 0 ? undefined : folder;
}

/** @param {string} path @param {string} folder */
function isIn(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}

/** @param {string} root */
function listSources(root) {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .toSorted();
}

async function main() {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  const files = listSources(root);
  const breaches = files.flatMap((path) => findArrowBreaches(path, readFileSync(join(root, path), "utf8")));
  for (const breach of breaches) say(breach);
  say(`${files.length} files, ${breaches.length} breaches`);
  return breaches.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runMain(main);
