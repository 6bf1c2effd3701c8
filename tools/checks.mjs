/**
 * The checks of `npm test`, in order: what each is called, how it is run, and how many of its parts passed. The two
 * test runners count every test; each other check counts as one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run, runTool } from "./processes.mjs";
import { formatDuration, say, sayHeading } from "./say.mjs";

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */
/** @typedef {{ readonly name: string, readonly title: string, readonly run: (folder: string, browser: string) => Promise<Counts> }} Check */
/** @typedef {{ readonly name: string, readonly counts: Counts, readonly ms: number }} Outcome */

const unitResults = ".cache/results/unit.json";
const browserResults = ".cache/results/browser.json";

/** @type {readonly Check[]} */
export const checks = [
  {
    name: "types",
    title: "Types",
    run: (folder) => once(runTool("typescript", ["-b"], { folder, bin: "tsc" })),
  },
  { name: "lint", title: "Lint", run: (folder) => once(runTool("oxlint", ["--type-aware"], { folder })) },
  {
    name: "arrows",
    title: "Arrows between folders",
    run: (folder) => once(runScript(folder, "check-arrows.mjs")),
  },
  { name: "format", title: "Format", run: (folder) => once(runTool("oxfmt", ["--check", "."], { folder })) },
  { name: "dead", title: "Dead code", run: (folder) => once(runTool("knip", [], { folder })) },
  {
    name: "notices",
    title: "Third-party notices",
    run: (folder) => once(runScript(folder, "notices.mjs", "--check")),
  },
  { name: "unit", title: "Unit tests", run: runUnitTests },
  { name: "build", title: "Build", run: (folder) => once(runScript(folder, "build.mjs")) },
  { name: "size", title: "Weight of the build", run: (folder) => once(runScript(folder, "size-report.mjs")) },
  { name: "browser", title: "Browser tests", run: runBrowserTests },
];

/**
 * Runs checks one after the other, however they end, and says how each went.
 * @param {readonly Check[]} chosen
 * @param {string} folder
 * @param {string} browser
 * @returns {Promise<readonly Outcome[]>}
 */
export async function runChecks(chosen, folder, browser) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const check of chosen) {
    sayHeading(check.title);
    const started = Date.now();
    const counts = await check.run(folder, browser);
    outcomes.push({ name: check.name, counts, ms: Date.now() - started });
    say(
      `-- ${check.title}: ${counts.failed === 0 ? "passed" : "FAILED"} in ${formatDuration(Date.now() - started)}`,
    );
  }
  return outcomes;
}

/**
 * The table at the end, and the line `N passed, N failed` that closes it.
 * @param {readonly Outcome[]} outcomes
 * @returns {{ readonly lines: readonly string[], readonly failed: number }}
 */
export function summarise(outcomes) {
  const total = (/** @type {keyof Counts} */ key) =>
    outcomes.reduce((sum, { counts }) => sum + counts[key], 0);
  const rows = outcomes.map(({ name, counts, ms }) => {
    const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
    return `${name.padEnd(12)} ${String(counts.passed).padStart(5)} passed, ${counts.failed} failed${skipped}, ${formatDuration(ms)}`;
  });
  return {
    lines: [...rows, `${total("passed")} passed, ${total("failed")} failed`],
    failed: total("failed"),
  };
}

/**
 * @param {ReturnType<typeof run>} running
 * @returns {Promise<Counts>}
 */
async function once(running) {
  const { code } = await running;
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} folder
 * @param {string} script
 * @param {readonly string[]} words
 */
function runScript(folder, script, ...words) {
  return run(process.execPath, [join("tools", script), ...words], { folder });
}

/** @param {string} folder */
async function runUnitTests(folder) {
  const words = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${unitResults}`];
  forget(folder, unitResults);
  const { code } = await runTool("vitest", words, { folder });
  return readUnitCounts(readResults(folder, unitResults), code);
}

/**
 * @param {string} folder
 * @param {string} browser
 */
async function runBrowserTests(folder, browser) {
  forget(folder, browserResults);
  const env = { CURBSIDE_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, browserResults) };
  const words = ["test", "--config=e2e/playwright.config.ts", "--reporter=list,json"];
  const { code } = await runTool("@playwright/test", words, { folder, env, bin: "playwright" });
  return readBrowserCounts(readResults(folder, browserResults), code);
}

/**
 * @param {string} folder
 * @param {string} file
 */
function forget(folder, file) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  rmSync(join(folder, file), { force: true });
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {unknown}
 */
function readResults(folder, file) {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/**
 * The counts in vitest's JSON report. A run that ended badly without a failed test still counts as one failure.
 * @param {unknown} results
 * @param {number} code
 * @returns {Counts}
 */
export function readUnitCounts(results, code) {
  const counts = {
    passed: readNumber(results, "numPassedTests"),
    failed: readNumber(results, "numFailedTests"),
    skipped: readNumber(results, "numPendingTests") + readNumber(results, "numTodoTests"),
  };
  return honest(counts, code);
}

/**
 * The counts in Playwright's JSON report; a test that only passed when tried again counts as failed.
 * @param {unknown} results
 * @param {number} code
 * @returns {Counts}
 */
export function readBrowserCounts(results, code) {
  const stats =
    typeof results === "object" && results !== null && "stats" in results ? results.stats : undefined;
  const counts = {
    passed: readNumber(stats, "expected"),
    failed: readNumber(stats, "unexpected") + readNumber(stats, "flaky"),
    skipped: readNumber(stats, "skipped"),
  };
  return honest(counts, code);
}

/**
 * @param {Counts} counts
 * @param {number} code
 */
function honest(counts, code) {
  const isSilentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} value
 * @param {string} key
 */
function readNumber(value, key) {
  const found =
    typeof value === "object" && value !== null
      ? Object.entries(value).find(([name]) => name === key)
      : undefined;
  return typeof found?.[1] === "number" ? found[1] : 0;
}
