/**
 * `prove -- tabs`: many tabs edit one case at once, taking over from each other, while tabs are killed at random. In the
 * end the record is exactly the union of all edits, each once, and never did two tabs hold the right to write.
 */
import type { BrowserContext, Page } from "@playwright/test";
import { createProfile, openProfile } from "../../e2e/harness.ts";
import { serveEnginePage } from "../../e2e/engine-page/serve-engine-page.ts";
import { createSeededChance } from "../../src/shared/chance.ts";
import { CouldNotRun, type FigureOptions, type Figures, type FigureTask } from "../../tools/figures.ts";
import { idOfEdit } from "../vault-page/edit-case.ts";
import type { VaultProof } from "../vault-page/page.ts";

const TABS = 8;
const USUAL_EDITS = 1250;
/** Enough for every tab to be stepped in front of. */
const CONTROL_EDITS = 60;
const PASSPHRASE = "a passphrase of this proof";
/** A tab is killed about this often. */
const KILL_EVERY_MS = 4000;
const LOOK_MS = 250;

export const tabsProof: FigureTask = {
  id: "tabs",
  about:
    "8 tabs edit one case while tabs are killed: every edit is there once, one writer (--edits N of each)",
  run: async (options) => {
    const edits = Number(options.flags.get("edits") ?? USUAL_EDITS);
    if (!Number.isInteger(edits) || edits < 1) throw new CouldNotRun("--edits needs a whole number above 0.");
    const server = await serveEnginePage("prove/vault-page");
    const profile = createProfile();
    const context = await openProfile(profile.folder);
    try {
      const setting = { context, url: server.url, edits, caseId: "shared", believesItself: false };
      const figures = await prove(options, setting);
      options.progress("control: tabs that count what they asked for as kept");
      const control = await prove(options, {
        ...setting,
        edits: Math.min(edits, CONTROL_EDITS),
        caseId: "control",
        believesItself: true,
      });
      return { ...figures, controlLost: control["lost"] ?? 0 };
    } finally {
      await context.close();
      await server.close();
      profile.remove();
    }
  },
  holds: ({ lost, repeated, strange, writersAtOnce, fault, controlLost }) =>
    lost === 0 &&
    repeated === 0 &&
    strange === 0 &&
    writersAtOnce === 1 &&
    fault === null &&
    Number(controlLost) > 0,
};

type Setting = {
  readonly context: BrowserContext;
  readonly url: string;
  readonly edits: number;
  readonly caseId: string;
  readonly believesItself: boolean;
};

type Tab = { readonly number: number; kept: number; page: Page | undefined; kills: number };

async function prove({ progress }: FigureOptions, setting: Setting): Promise<Figures> {
  const observer = await openTab(setting, () => undefined);
  await observer.evaluate((id) => globalThis.vaultProof.createCase(id), setting.caseId);
  const tabs = Array.from({ length: TABS }, (_, number): Tab => {
    return { number, kept: 0, page: undefined, kills: 0 };
  });
  const work = Promise.all(tabs.map((tab) => editToEnd(setting, tab)));
  const over = { isOver: false };
  const stop = (): void => {
    over.isOver = true;
  };
  const seen = watch(observer, setting.caseId, over);
  const killing = killNowAndThen(setting, tabs, over, progress);
  await work.finally(stop);
  await killing;
  const { most, looks } = await seen;
  await observer.close();
  const found = await readBack(setting);
  return {
    ...judge(found, setting),
    edits: tabs.reduce((sum, { kept }) => sum + kept, 0),
    tabs: TABS,
    kills: tabs.reduce((sum, { kills }) => sum + kills, 0),
    writersAtOnce: most,
    looks,
  };
}

async function openTab({ context, url }: Setting, onKept: (place: number) => void): Promise<Page> {
  const page = await context.newPage();
  await page.exposeFunction("reportKept", (_case: string, places: readonly number[]) => {
    for (const place of places) onKept(place);
  });
  await page.goto(url);
  const entered = await page.evaluate((text) => globalThis.vaultProof.enter(text), PASSPHRASE);
  if (!["created", "unlocked"].includes(entered)) throw new Error(`The vault did not open: ${entered}`);
  return page;
}

/** Edits until all is kept; a tab that was killed is opened anew and goes on behind what was kept. */
async function editToEnd(setting: Setting, tab: Tab): Promise<void> {
  while (tab.kept < setting.edits) {
    const killsBefore = tab.kills;
    try {
      tab.page = await openTab(setting, (place) => {
        tab.kept = place + 1;
      });
      await tab.page.evaluate((editing) => globalThis.vaultProof.edit(editing), {
        caseId: setting.caseId,
        tab: tab.number,
        from: tab.kept,
        to: setting.edits,
        seed: tab.number * 1000 + tab.kills,
        believesItself: setting.believesItself,
      });
    } catch (error) {
      // Whatever a dead tab answers is no answer; anything else is a fault of what is proven.
      if (tab.kills === killsBefore) throw error;
    }
    await tab.page?.close().catch(() => undefined);
  }
  tab.page = undefined;
}

async function killNowAndThen(
  { context, edits }: Setting,
  tabs: readonly Tab[],
  over: { readonly isOver: boolean },
  progress: (line: string) => void,
): Promise<void> {
  const chance = createSeededChance(7);
  while (!over.isOver) {
    await new Promise((resolve) => setTimeout(resolve, KILL_EVERY_MS * (0.5 + chance.next())));
    progress(`${tabs.reduce((sum, { kept }) => sum + kept, 0)} of ${TABS * edits} edits`);
    const alive = tabs.filter(({ page, kept }) => page !== undefined && kept < edits);
    const tab = alive[Math.floor(chance.next() * alive.length)];
    if (tab?.page === undefined || over.isOver) continue;
    await crash(context, tabs, tab.page);
  }
}

/** Tabs that share a process die together, so each that crashed counts. */
async function crash(context: BrowserContext, tabs: readonly Tab[], page: Page): Promise<void> {
  for (const tab of tabs) {
    const { page: its } = tab;
    its?.removeAllListeners("crash");
    its?.once("crash", () => {
      tab.kills += 1;
      void its.close().catch(() => undefined);
    });
  }
  const session = await context.newCDPSession(page).catch(() => undefined);
  if (session === undefined) return;
  const crashed = new Promise((resolve) => page.once("crash", resolve));
  session.send("Page.crash").catch(() => undefined);
  await Promise.race([crashed, new Promise((resolve) => page.once("close", resolve))]);
}

async function watch(
  observer: Page,
  caseId: string,
  over: { readonly isOver: boolean },
): Promise<{ readonly most: number; readonly looks: number }> {
  let [most, looks] = [0, 0];
  while (!over.isOver) {
    const seen = await observer.evaluate(([id, ms]) => globalThis.vaultProof.watchWriters(id, ms), [
      caseId,
      LOOK_MS,
    ] as const);
    most = Math.max(most, seen.most);
    looks += seen.looks;
  }
  return { most, looks };
}

type ReadBack = Awaited<ReturnType<VaultProof["readIds"]>>;

async function readBack(setting: Setting): Promise<ReadBack> {
  const page = await openTab(setting, () => undefined);
  const found = await page.evaluate((id) => globalThis.vaultProof.readIds(id), setting.caseId);
  await page.close();
  return found;
}

function judge({ ids, fault }: ReadBack, { caseId, edits }: Setting): Figures {
  const wanted = new Set(
    Array.from({ length: TABS }, (_, tab) =>
      Array.from({ length: edits }, (__, place) => idOfEdit(caseId, tab, place)),
    ).flat(),
  );
  const found = new Set(ids);
  const lost = [...wanted].filter((id) => !found.has(id)).length;
  // The event that created the case is the only other one.
  const strange = [...found].filter((id) => !wanted.has(id)).length - 1;
  return { lost, repeated: ids.length - found.size, strange, fault: fault ?? null };
}
