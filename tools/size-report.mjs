/**
 * The weight of the build, as a check: the JavaScript that a browser fetches before the first use of each document must
 * stay within its budget, and what is heavy must only come on demand. Reads the manifest that the build leaves.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Stop, runMain, say } from "./say.mjs";

/** @typedef {{ readonly file: string, readonly imports?: readonly string[], readonly dynamicImports?: readonly string[], readonly isEntry?: boolean }} Chunk */
/** @typedef {Readonly<Record<string, Chunk>>} Manifest */
/** @typedef {{ readonly file: string, readonly bytes: number }} Weight */

/** JavaScript before first use, gzipped, per document. React itself is 60 kB of it. */
export const firstUseBudget = 100_000;

/** A chunk with one of these names must not be fetched before it is asked for. */
const onDemand = [
  { name: /\/(?:graph|canvas|flow|xyflow)[^/]*$/i, budget: 80_000 },
  { name: /(?:engine|web-?llm|wllama)[^/]*$/i, budget: Number.POSITIVE_INFINITY },
  { name: /(?:solver|clingo|layout|\/elk|graphviz)[^/]*$/i, budget: Number.POSITIVE_INFINITY },
];

/**
 * The files that a document fetches before anything is clicked: its entry, what that imports statically, and whatever
 * its HTML names as a module.
 * @param {Manifest} manifest
 * @param {string} document
 * @param {string} html
 * @returns {readonly string[]}
 */
export function filesBeforeFirstUse(manifest, document, html) {
  const files = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.m?js)"/g)].map(([, file]) => file ?? ""));
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    const chunk = manifest[name];
    if (chunk === undefined || seen.has(name)) return;
    seen.add(name);
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit(document);
  Object.entries(manifest)
    .filter(([, chunk]) => files.has(chunk.file))
    .forEach(([name]) => visit(name));
  return [...files].toSorted();
}

/**
 * What is wrong with the weight of a build; nothing when it is well.
 * @param {string} document
 * @param {readonly Weight[]} first
 * @param {readonly Weight[]} all
 * @returns {readonly string[]}
 */
export function findBreaches(document, first, all) {
  const total = sum(first);
  const heavy =
    total > firstUseBudget
      ? [`${document}: ${toKilobytes(total)} before first use, over ${toKilobytes(firstUseBudget)}`]
      : [];
  const eager = first
    .filter(({ file }) => onDemand.some(({ name }) => name.test(file)))
    .map(({ file }) => `${document}: ${file} is fetched before it is asked for`);
  const large = all.flatMap(({ file, bytes }) =>
    onDemand
      .filter(({ name, budget }) => name.test(file) && bytes > budget)
      .map(({ budget }) => `${file}: ${toKilobytes(bytes)}, over ${toKilobytes(budget)}`),
  );
  return [...heavy, ...eager, ...large];
}

/** @param {readonly Weight[]} weights */
function sum(weights) {
  return weights.reduce((total, { bytes }) => total + bytes, 0);
}

/** @param {number} bytes */
function toKilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * Prints the report of a built folder and returns what is wrong with it.
 * @param {string} built
 */
function reportSize(built) {
  const manifestFile = join(built, ".vite/manifest.json");
  if (!existsSync(manifestFile)) throw new Stop("There is no build to weigh.", "Run `npm run build` first.");
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const weigh = (/** @type {string} */ file) => ({
    file,
    bytes: gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
  });
  const scripts = [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) =>
    /\.m?js$/.test(file),
  );
  const all = scripts.map(weigh);
  const breaches = ["index.html", "models.html"].flatMap((document) => {
    const html = readFileSync(join(built, document), "utf8");
    const first = filesBeforeFirstUse(manifest, document, html).map(weigh);
    if (first.length === 0) return [`${document}: no script found, so nothing was weighed`];
    sayWeights(
      `${document}: ${toKilobytes(sum(first))} gzip before first use (budget ${toKilobytes(firstUseBudget)})`,
      first,
    );
    return findBreaches(document, first, document === "index.html" ? all : []);
  });
  const early = new Set(
    ["index.html", "models.html"].flatMap((name) => filesBeforeFirstUse(manifest, name, "")),
  );
  sayWeights(
    "on demand",
    all.filter(({ file }) => !early.has(file)),
  );
  return breaches;
}

/**
 * @param {string} title
 * @param {readonly Weight[]} weights
 */
function sayWeights(title, weights) {
  say(title);
  for (const { file, bytes } of weights.toSorted((a, b) => b.bytes - a.bytes))
    say(`  ${toKilobytes(bytes).padStart(10)}  ${file}`);
}

async function main() {
  const breaches = reportSize(resolve(process.argv[2] ?? "dist"));
  for (const breach of breaches) say(`TOO HEAVY  ${breach}`);
  return breaches.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runMain(main);
