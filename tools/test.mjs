/**
 * `npm test`: sets everything up, the browser included, then runs every check. `npm test -- unit lint` runs some of
 * them. The last line is `N passed, N failed`.
 */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checks, runChecks, summarise } from "./checks.mjs";
import { findBrowser } from "./find-browser.mjs";
import { Stop, runMain, say, sayHeading } from "./say.mjs";
import { checkNode, installWhenNeeded } from "./set-up.mjs";

await runMain(async () => {
  const folder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  process.chdir(folder);
  checkNode();
  const chosen = chooseChecks(process.argv.slice(2));
  sayHeading("Set-up");
  await installWhenNeeded(folder);
  const browser = chosen.some(({ name }) => name === "browser") ? await findBrowser() : "";
  if (browser !== "") say(`Browser: ${browser}`);
  const outcomes = await runChecks(chosen, folder, browser);
  sayHeading("Summary");
  const { lines, failed } = summarise(outcomes);
  for (const line of lines) say(line);
  return failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} words */
function chooseChecks(words) {
  const names = checks.map(({ name }) => name);
  const unknown = words.find((word) => !names.includes(word));
  if (unknown !== undefined)
    throw new Stop(`There is no check named "${unknown}".`, `There are: ${names.join(", ")}.`);
  return words.length === 0 ? checks : checks.filter(({ name }) => words.includes(name));
}
