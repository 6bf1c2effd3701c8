import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser, usualPlaces } from "./find-browser.mjs";

const folder = mkdtempSync(join(tmpdir(), "browser-"));

function place(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test("the given path comes first", async () => {
  const given = place("given", "exit 0");
  expect(await findBrowser({ CURBSIDE_BROWSER: given, PATH: folder })).toBe(given);
});

test("a given path that is no browser is a sentence, not a silent choice of another", async () => {
  const absent = join(folder, "absent");
  await expect(findBrowser({ CURBSIDE_BROWSER: absent })).rejects.toThrow(/no browser starts from there/);
  const broken = place("broken", "exit 3");
  await expect(findBrowser({ CURBSIDE_BROWSER: broken })).rejects.toThrow(/no browser starts from there/);
});

test.skipIf(process.platform !== "linux")("a stub that only says how to install is passed over", async () => {
  place("google-chrome", "echo please install; exit 1");
  const real = place("chromium", "exit 0");
  expect(await findBrowser({ PATH: folder })).toBe(real);
});

test("the usual places of each system", () => {
  expect(usualPlaces("darwin", {})[0]).toBe("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  expect(usualPlaces("win32", { ProgramFiles: "C:\\P" })[0]).toBe(
    "C:\\P\\Google\\Chrome\\Application\\chrome.exe",
  );
  expect(usualPlaces("linux", { PATH: "/a:/b" }).slice(0, 2)).toEqual([
    "/a/google-chrome-stable",
    "/b/google-chrome-stable",
  ]);
});
