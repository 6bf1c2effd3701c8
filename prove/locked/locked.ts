/**
 * `prove -- locked`: a case is written on the app's own screens and the vault is locked; then the words of the case are
 * nowhere: not in the document, not in any heap, not in what the page keeps, not in any file of the browser's profile,
 * and still not after the browser was closed. Two controls: before locking they are found on the screen and in memory,
 * and words kept plainly are found in every store and on the disk.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { createProfile, openProfile } from "../../e2e/harness.ts";
import { VaultScreens } from "../../e2e/page-models/vault.ts";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { startServer } from "../../tools/serve.mjs";
import { type Canary, createCanary } from "../egress/canary.ts";
import { readHeaps } from "./heaps.ts";
import { plantPlainText, readDatabases, readDocument, readFiles } from "./page-places.ts";
import { searchFiles } from "./profile-files.ts";

export const lockedProof: FigureTask = {
  id: "locked",
  about: "after locking, no word of a case is in the document, memory, storage or the browser's files",
  run: async (options) => {
    const build = resolve(options.flags.get("folder") ?? "dist");
    if (!existsSync(join(build, "index.html")))
      throw new CouldNotRun(`there is no build in ${build}; run "npm run build" first.`);
    const server = await startServer({ folder: build });
    const profile = createProfile();
    try {
      return await prove(options, { url: server.url, profile: profile.folder });
    } finally {
      await server.close();
      profile.remove();
    }
  },
  holds: ({ canariesFound, controlsMissed }) => canariesFound === 0 && controlsMissed === 0,
};

type Setting = { readonly url: string; readonly profile: string };

/** Where the words were found, by place. */
type Found = Readonly<Record<string, boolean>>;

async function prove({ progress, miss }: FigureOptions, setting: Setting): Promise<Figures> {
  const canary = createCanary();
  const plain = createCanary();
  const context = await openProfile(setting.profile, { baseURL: setting.url });
  const page = context.pages()[0] ?? (await context.newPage());
  const screens = new VaultScreens(page);
  await screens.setUp();
  await screens.writeCase(`Case of ${canary.text}`, `${canary.text} has a cough. No fever.`);
  progress("a case is open");
  const open = await lookInPage(page, canary);
  await screens.lockButton.click();
  await screens.locked.waitFor();
  progress("the vault is locked");
  const locked = { ...(await lookInPage(page, canary)), ...lookOnDisk(setting, canary, "Locked") };
  const control = await runControl(setting, page, plain);
  await context.close();
  const closed = { ...lookOnDisk(setting, canary, "Closed"), ...(await lookAfterReload(setting, canary)) };
  const files = searchFiles(setting.profile, canary.isIn);
  for (const file of files) miss({ file });
  const found = { ...locked, ...closed };
  const wanted = { screen: open["dom"] === true, memory: open["heaps"] === true, ...control };
  return {
    canariesFound: count(found, true),
    controlsMissed: count(wanted, false),
    places: found,
    controls: wanted,
  };
}

function count(found: Found, wanted: boolean): number {
  return Object.values(found).filter((is) => is === wanted).length;
}

async function lookInPage(page: Page, canary: Canary): Promise<Found> {
  const heaps = await readHeaps(page);
  const places = Object.entries({
    ...(await page.evaluate(readDocument)),
    ...(await page.evaluate(readDatabases)),
    ...(await page.evaluate(readFiles)),
  });
  return {
    heaps: heaps.some((heap) => canary.isIn(heap)),
    ...Object.fromEntries(places.map(([name, text]) => [name, canary.isIn(text)])),
  };
}

function lookOnDisk({ profile }: Setting, canary: Canary, when: string): Found {
  return { [`profile${when}`]: searchFiles(profile, canary.isIn).length > 0 };
}

/** What a browser brings back by itself must not be what was locked away. */
async function lookAfterReload(setting: Setting, canary: Canary): Promise<Found> {
  const context = await openProfile(setting.profile, { baseURL: setting.url });
  const page = await openLocked(context);
  const found = await lookInPage(page, canary);
  await context.close();
  return Object.fromEntries(Object.entries(found).map(([name, is]) => [`${name}Reopened`, is]));
}

async function openLocked(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto("/cases");
  await new VaultScreens(page).locked.waitFor();
  return page;
}

async function runControl(setting: Setting, page: Page, plain: Canary): Promise<Found> {
  await page.evaluate(plantPlainText, plain.text);
  const found = await lookInPage(page, plain);
  return {
    indexedDb: found["indexedDb"] === true,
    opfs: found["opfs"] === true,
    caches: found["caches"] === true,
    storage: found["storage"] === true,
    ...lookOnDisk(setting, plain, ""),
  };
}
