/** A vault in a browser that is killed again and again: writing, dying in three ways, and coming back. */
import type { Page } from "@playwright/test";
import { createProfile } from "../../e2e/harness.ts";
import { serveEnginePage } from "../../e2e/engine-page/serve-engine-page.ts";
import { type OwnBrowser, startOwnBrowser } from "../vault-page/own-browser.ts";
import type { VaultProof } from "../vault-page/page.ts";
import { createAcknowledgements, type Acknowledgements } from "./acknowledgements.ts";

export const KILLS = ["browser", "renderer", "worker"] as const;
export type Kill = (typeof KILLS)[number];

type CaseCheck = Awaited<ReturnType<VaultProof["check"]>>;

export type Reopened = {
  /** From asking for the page, or in a page that lives on from asking for the vault, until a case was read. */
  readonly ms: number;
  readonly check: CaseCheck;
};

export type KilledVault = {
  readonly acknowledged: Acknowledgements;
  /** Starts writing a new case and kills while it is written. */
  readonly writeAndKill: (work: Work) => Promise<void>;
  readonly reopen: (caseId: string) => Promise<Reopened>;
  readonly check: (caseId: string) => Promise<CaseCheck>;
  readonly damageRow: (caseId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Work = {
  readonly caseId: string;
  readonly seed: number;
  readonly kill: Kill;
  readonly acknowledge: "kept" | "asked";
} & (
  | { readonly afterMs: number }
  /** Once so many events are known to be kept. */
  | { readonly afterKept: number }
);

type State = {
  readonly executable: string;
  readonly url: string;
  readonly profile: string;
  readonly acknowledged: Acknowledgements;
  browser: OwnBrowser;
  page: Page | undefined;
};

const PASSPHRASE = "a passphrase of this proof";

/** Sets up a fresh vault in a fresh profile. */
export async function startKilledVault(executable: string): Promise<KilledVault> {
  const server = await serveEnginePage("prove/vault-page");
  const profile = createProfile();
  const state: State = {
    executable,
    url: server.url,
    profile: profile.folder,
    acknowledged: createAcknowledgements(),
    browser: await startOwnBrowser(executable, profile.folder),
    page: undefined,
  };
  await enter(state);
  return {
    acknowledged: state.acknowledged,
    writeAndKill: (work) => writeAndKill(state, work),
    reopen: (caseId) => reopen(state, caseId),
    check: (caseId) => check(state, caseId),
    damageRow: async (caseId) => {
      const page = await enter(state);
      await page.evaluate((id) => globalThis.vaultProof.damageRow(id), caseId);
      // A tab that read the case before knows it: what lies on the disk is for a fresh one.
      await page.close();
      state.page = undefined;
    },
    close: async () => {
      await state.browser.kill();
      await server.close();
      profile.remove();
    },
  };
}

/** A page with the vault open. */
async function enter(state: State): Promise<Page> {
  if (state.page === undefined) {
    const page = await state.browser.context.newPage();
    await page.exposeFunction("reportKept", state.acknowledged.note);
    await page.goto(state.url);
    state.page = page;
  }
  const entered = await state.page.evaluate((text) => globalThis.vaultProof.enter(text), PASSPHRASE);
  if (!["created", "unlocked", "open"].includes(entered))
    throw new Error(`The vault did not open: ${entered}`);
  return state.page;
}

async function writeAndKill(state: State, work: Work): Promise<void> {
  const { caseId, seed, kill, acknowledge } = work;
  const page = await enter(state);
  // Not awaited: the kill may come while the case is being created.
  page
    .evaluate((writing) => globalThis.vaultProof.write(writing), { caseId, seed, acknowledge })
    .catch(() => undefined);
  if ("afterMs" in work) await wait(work.afterMs);
  else while (state.acknowledged.placesOf(caseId).length < work.afterKept) await wait(1);
  await KILL[kill](state, page);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const KILL: Readonly<Record<Kill, (state: State, page: Page) => Promise<void>>> = {
  browser: async (state) => {
    await state.browser.kill();
    state.page = undefined;
    state.browser = await startOwnBrowser(state.executable, state.profile);
  },
  renderer: async (state, page) => {
    const session = await page.context().newCDPSession(page);
    const crashed = new Promise((resolve) => page.once("crash", resolve));
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    await page.close();
    state.page = undefined;
  },
  worker: (_state, page) => page.evaluate(() => globalThis.vaultProof.killWorker()),
};

async function reopen(state: State, caseId: string): Promise<Reopened> {
  const start = performance.now();
  await enter(state);
  const found = await check(state, caseId);
  return { ms: performance.now() - start, check: found };
}

async function check(state: State, caseId: string): Promise<CaseCheck> {
  const page = await enter(state);
  return page.evaluate(([id, places]) => globalThis.vaultProof.check(id, places), [
    caseId,
    state.acknowledged.placesOf(caseId),
  ] as const);
}
