import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "./serve.mjs";
import { openingWords, readPort, serveOnFreePort } from "./start.mjs";

const url = "http://localhost:4173";
const folder = mkdtempSync(join(tmpdir(), "start-"));
writeFileSync(join(folder, "xdg-open"), "");

test.each([
  ["a Mac", { platform: "darwin", env: {}, words: [] }, ["open", url]],
  ["Windows", { platform: "win32", env: {}, words: [] }, ["cmd", "/c", "start", "", url]],
  [
    "Linux with a screen",
    { platform: "linux", env: { DISPLAY: ":0", PATH: folder }, words: [] },
    [`${folder}/xdg-open`, url],
  ],
  ["Linux without a screen", { platform: "linux", env: { PATH: folder }, words: [] }, undefined],
  [
    "Linux without an opener",
    { platform: "linux", env: { DISPLAY: ":0", PATH: "/nowhere" }, words: [] },
    undefined,
  ],
  ["CI", { platform: "darwin", env: { CI: "true" }, words: [] }, undefined],
  ["asked not to", { platform: "darwin", env: {}, words: ["--no-open"] }, undefined],
] as const)("opens the browser on %s", (_name, place, expected) => {
  expect(openingWords(url, place)).toEqual(expected);
});

test("the port is the usual one, the given one, or a sentence", () => {
  expect([readPort([]), readPort(["--port", "8080"]), readPort(["--port", "0"])]).toEqual([4173, 8080, 0]);
  for (const words of [["--port"], ["--port", "70000"], ["--port", "many"]])
    expect(() => readPort(words)).toThrow(/is not a port/);
});

test("a taken port gives way to a free one, and the words say what that means for the cases", async () => {
  const first = await startServer({ folder });
  const said: string[] = [];
  const second = await serveOnFreePort(folder, first.port, (line) => said.push(line));
  expect(second.port).not.toBe(first.port);
  expect(said.join(" ")).toMatch(/is taken.*Cases belong to the address/);
  await Promise.all([first.close(), second.close()]);
});
