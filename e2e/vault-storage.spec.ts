/**
 * What of the vault only a real browser can show: its database, its locks and channels between tabs, its worker's death,
 * its security devices, and what is left on the disk.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { OpenCase } from "../src/contracts/vault.ts";
import { ROW_STORE_CONTRACT } from "../src/storage/rows/row-store-contract.ts";
import { createProfile, openProfile } from "./harness.ts";
import type { VaultPage } from "./vault-page/page.ts";
import { expect, test } from "./vault-page/vault-test.ts";
import { untilLockIsFree } from "./waiting.ts";

// Rows lie on a real disk, and tabs end as they do in a browser of one's own.
test.use({ hasOwnProfile: true });

const PASSPHRASE = "four words that nobody says";
const CANARY = "Zqxvanary71WordOfOnePatient";

/** A new vault on the page with one case of so many events, the last with the canary in it. */
async function writeCase(page: Page, events: number): Promise<string> {
  return page.evaluate(
    async ({ passphrase, count, canary }) => {
      const vault = vaultPage.open();
      await vaultPage.reach(vault, "absent");
      const created = await vault.create(passphrase);
      const record = vaultPage
        .createSampleRecord(count)
        .map((event, at) =>
          event.type === "case-create" || event.type === "question-ask"
            ? { ...event, title: canary, text: `${canary} ${at}` }
            : event,
        );
      await vault.createCase(record.slice(0, 2));
      const opened = await vault.openCase("sample");
      if (!created.ok || !opened.ok) throw new Error("No vault");
      for (const event of record.slice(2)) await opened.value.append([event], "strict");
      return created.value.recoveryCode;
    },
    { passphrase: PASSPHRASE, count: events, canary: CANARY },
  );
}

/** How many events of the case the page reads, after unlocking where that is needed. */
async function countEvents(page: Page): Promise<number> {
  return page.evaluate(async (passphrase) => {
    const vault = vaultPage.open();
    if (vault.readState().type !== "open") {
      await vaultPage.reach(vault, "locked");
      await vault.unlock({ type: "passphrase", text: passphrase });
    }
    const opened = await vault.openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    const { length } = opened.value.events;
    await opened.value.close();
    return length;
  }, PASSPHRASE);
}

function readState(page: Page): Promise<ReturnType<ReturnType<VaultPage["open"]>["readState"]>> {
  return page.evaluate(() => vaultPage.open().readState());
}

test("the browser's database keeps every promise that the rows in memory keep", async ({
  page,
  openVaultPage,
}) => {
  await openVaultPage();
  for (const { name } of ROW_STORE_CONTRACT) {
    expect(await page.evaluate((promise) => vaultPage.checkRows(promise), name), name).toBeUndefined();
  }
});

test("what was written is there after a reload, a killed worker and a locked vault", async ({
  page,
  openVaultPage,
}) => {
  await openVaultPage();
  await writeCase(page, 30);
  await page.evaluate(() => vaultPage.killWorker());
  await expect.poll(() => readState(page)).toMatchObject({ type: "locked", because: "crash" });
  expect(await countEvents(page)).toBe(30);
  await page.reload();
  await page.evaluate(() => vaultPage.reach(vaultPage.open(), "locked"));
  expect(await readState(page)).toMatchObject({ type: "locked", because: "start" });
  expect(await countEvents(page)).toBe(30);
  const wrong = await page.evaluate(async () => {
    await vaultPage.open().lock("asked");
    return vaultPage.open().unlock({ type: "passphrase", text: "not what was set before" });
  });
  expect(wrong).toEqual({ ok: false, error: { type: "vault-wrong-secret" } });
  expect(await countEvents(page)).toBe(30);
});

test("two tabs: one writes, one follows and takes over, and one lock locks both", async ({
  page,
  context,
  server,
  openVaultPage,
}) => {
  await openVaultPage();
  await writeCase(page, 10);
  const second = await context.newPage();
  await second.goto(server.url);
  await second.evaluate(async (passphrase) => {
    const vault = vaultPage.open();
    await vaultPage.reach(vault, "locked");
    await vault.unlock({ type: "passphrase", text: passphrase });
    const opened = await vault.openCase("sample");
    if (!opened.ok || opened.value.readRole() !== "follower") throw new Error("Not a follower");
    const news: string[] = [];
    opened.value.subscribe((item) =>
      news.push(item.type === "events" ? `events ${item.events.length}` : item.type),
    );
    Object.assign(globalThis, { news, opened: opened.value });
  }, PASSPHRASE);
  await page.evaluate(async () => {
    const opened = await vaultPage.open().openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    await opened.value.append(vaultPage.createSampleRecord(12), "relaxed");
  });
  const readNews = () => second.evaluate(() => (globalThis as unknown as { news: string[] }).news.join());
  await expect.poll(readNews).toBe("events 2");
  const written = await second.evaluate(async () => {
    const { opened } = globalThis as unknown as { opened: OpenCase };
    await opened.takeOver();
    return opened.append(vaultPage.createSampleRecord(20), "strict");
  });
  expect(written.ok).toBe(true);
  const refused = await page.evaluate(async () => {
    const opened = await vaultPage.open().openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    return {
      events: opened.value.events.length,
      answer: await opened.value.append(vaultPage.createSampleRecord(21), "strict"),
    };
  });
  expect(refused).toEqual({ events: 20, answer: { ok: false, error: { type: "vault-not-the-writer" } } });
  await page.evaluate(() => vaultPage.open().lock("suspend"));
  await expect.poll(() => readState(second)).toMatchObject({ type: "locked", because: "other-tab" });
  await expect.poll(readNews).toContain("closed");
});

test("a tab that is frozen loses the case to the one that asks for it", async ({
  page,
  context,
  server,
  openVaultPage,
}) => {
  await openVaultPage();
  // Holds the lock as a tab does, and answers nothing.
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        const hold = () => {
          held();
          return new Promise(() => undefined);
        };
        void navigator.locks.request("curbside-case:sample", hold).catch(() => undefined);
      }),
  );
  const second = await context.newPage();
  await second.goto(server.url);
  const taken = await second.evaluate(async (passphrase) => {
    const vault = vaultPage.open();
    await vaultPage.reach(vault, "absent");
    await vault.create(passphrase);
    await vault.createCase(vaultPage.createSampleRecord(2));
    const opened = await vault.openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    const before = opened.value.readRole();
    await opened.value.takeOver();
    return [
      before,
      opened.value.readRole(),
      await opened.value.append(vaultPage.createSampleRecord(5), "strict"),
    ];
  }, PASSPHRASE);
  expect(taken).toEqual(["follower", "writer", { ok: true }]);
});

test("an open vault and the model page exclude each other", async ({
  page,
  context,
  server,
  openVaultPage,
}) => {
  await openVaultPage();
  const modelPage = await context.newPage();
  await modelPage.goto(server.url);
  const hold = () =>
    modelPage.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          void navigator.locks.request("vault", { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            return lock === null ? undefined : new Promise(() => undefined);
          });
        }),
    );
  expect(await hold()).toBe(true);
  const created = await page.evaluate(async (passphrase) => {
    await vaultPage.reach(vaultPage.open(), "absent");
    return vaultPage.open().create(passphrase);
  }, PASSPHRASE);
  expect(created).toEqual({ ok: false, error: { type: "vault-held-by-model-page" } });
  await modelPage.reload();
  await untilLockIsFree(page, "vault");
  await writeCase(page, 3);
  expect(await hold()).toBe(false);
  await page.evaluate(() => vaultPage.open().lock("asked"));
  await expect.poll(hold).toBe(true);
});

test("a newer release closes this one's connection, and this one only reads what that one left", async ({
  page,
  context,
  server,
  openVaultPage,
}) => {
  await openVaultPage();
  await writeCase(page, 8);
  const newer = await context.newPage();
  await newer.goto(server.url);
  expect(await newer.evaluate(() => vaultPage.openVersion(2))).toBe("open");
  await expect
    .poll(() => readState(page))
    .toEqual({ type: "unusable", error: { type: "vault-outdated-page" } });
  await page.reload();
  expect(await countEvents(page)).toBe(8);
  expect(await readState(page)).toEqual({ type: "open", isReadOnly: true, hasPasskey: false });
  const answers = await page.evaluate(async () => {
    const vault = vaultPage.open();
    const opened = await vault.openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    return [
      opened.value.readRole(),
      await opened.value.append(vaultPage.createSampleRecord(9), "strict"),
      await vault.changeCase("sample", { title: "x" }),
      (await vault.makeBackup(() => undefined)).ok,
    ];
  });
  const readOnly = { ok: false, error: { type: "vault-read-only" } };
  expect(answers).toEqual(["follower", readOnly, readOnly, true]);
});

test("a tab that does not let go of the old database is told of, and nothing is forced", async ({
  page,
  context,
  server,
  openVaultPage,
}) => {
  await openVaultPage();
  await writeCase(page, 4);
  await page.evaluate(() => vaultPage.open().lock("asked"));
  await page.reload();
  await page.evaluate(
    () =>
      new Promise((opened) => {
        const request = indexedDB.open("curbside-vault");
        Object.assign(globalThis, { request });
        request.addEventListener("success", () => opened(undefined));
      }),
  );
  const newer = await context.newPage();
  await newer.goto(server.url);
  expect(await newer.evaluate(() => vaultPage.openVersion(2))).toBe("vault-blocked-by-tabs");
  await page.reload();
  expect(await countEvents(page)).toBe(4);
  expect(await readState(page)).toEqual({ type: "open", isReadOnly: false, hasPasskey: false });
});

test("a security device opens the vault, and no longer once it is removed", async ({
  page,
  context,
  openVaultPage,
}) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  });
  await openVaultPage();
  // WebAuthn knows no addresses, only names.
  await page.goto(page.url().replace("127.0.0.1", "localhost"));
  await writeCase(page, 3);
  const answers = await page.evaluate(async (passphrase) => {
    const vault = vaultPage.open();
    const secret = { type: "passphrase", text: passphrase } as const;
    const before = await vault.addPasskey({ type: "passphrase", text: "not the right passphrase" });
    const added = await vault.addPasskey(secret);
    await vault.lock("asked");
    const locked = vault.readState();
    const opened = await vault.unlock({ type: "passkey" });
    await vault.removePasskey();
    await vault.lock("asked");
    return { before, added, locked, opened, after: await vault.unlock({ type: "passkey" }) };
  }, PASSPHRASE);
  expect(answers).toEqual({
    before: { ok: false, error: { type: "vault-wrong-secret" } },
    added: { ok: true },
    locked: { type: "locked", because: "asked", hasPasskey: true },
    opened: { ok: true },
    after: { ok: false, error: { type: "vault-passkey-unsupported" } },
  });
});

test("back up, wipe, restore: everything is there, and between it nothing was", async ({
  page,
  openVaultPage,
}) => {
  await openVaultPage();
  await writeCase(page, 25);
  const journey = await page.evaluate(async (passphrase) => {
    const vault = vaultPage.open();
    localStorage.setItem("curbside-theme", "dark");
    await (await caches.open("curbside-app-test")).put("/x", new Response("x"));
    const made = await vault.makeBackup(() => undefined);
    if (!made.ok) throw new Error(made.error.type);
    const wiped = await vault.wipe({ withModels: true });
    const state = vault.readState().type;
    const left = [localStorage.length, (await caches.keys()).length];
    const secret = { type: "passphrase", text: passphrase } as const;
    const plan = await vault.planRestore(made.value.blob, secret);
    const restored = plan.ok ? await vault.restore(plan.value.id) : plan;
    return { wiped, state, left, restored };
  }, PASSPHRASE);
  expect(journey).toEqual({
    wiped: { ok: true, value: { isEmpty: true, left: [] } },
    state: "absent",
    left: [0, 0],
    restored: { ok: true, value: { events: 25, cases: 1 } },
  });
  expect(await countEvents(page)).toBe(25);
  await page.reload();
  expect(await countEvents(page)).toBe(25);
});

test("no word of a case is in the browser's profile on the disk, open, locked or closed", async ({
  server,
}) => {
  const profile = createProfile();
  const context = await openProfile(profile.folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await writeCase(page, 60);
  expect(findInFiles(profile.folder, CANARY), "open").toEqual([]);
  await page.evaluate(() => vaultPage.open().lock("asked"));
  expect(findInFiles(profile.folder, CANARY), "locked").toEqual([]);
  // The same search finds what is not encrypted, so it can tell.
  await page.evaluate((canary) => localStorage.setItem("control", canary), CANARY);
  await context.close();
  expect(findInFiles(profile.folder, CANARY).length, "control").toBeGreaterThan(0);
  expect(findInFiles(join(profile.folder, "Default", "IndexedDB"), CANARY), "closed").toEqual([]);
  profile.remove();
});

/** The files that hold a text, as bytes or as UTF-16. */
function findInFiles(folder: string, text: string): readonly string[] {
  const needles = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => {
    const path = join(folder, name);
    try {
      if (!statSync(path).isFile()) return false;
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    } catch {
      // A browser that runs removes its own files at any moment.
      return false;
    }
  });
}
