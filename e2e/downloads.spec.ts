import type { BrowserContext, Page } from "@playwright/test";
import { createProfile, expect, openProfile } from "./harness.ts";
import { isLong } from "./long-tests.ts";
import { type Fault, MODEL_PATH, type ModelHost, WEIGHTS, startModelHost } from "./model-host.ts";
import { ModelPage } from "./page-models/model-page.ts";
import { keepWords, untilLockIsFree } from "./waiting.ts";
import { test } from "./with-model-host.ts";

const NAME = "Tiny test model";
/** Comes so far and no further: there is all the time to do something meanwhile. */
const HALF: Fault = { type: "stalls", after: 2_000_000 };
/** Comes for so long that its end is no matter of luck, whatever else the machine does. */
const SLOW: Fault = { type: "slow", bytesPerSecond: 400_000 };
const BLOCKED = /Failed to load resource|Content Security Policy|violates|ERR_/u;

/** Opens the model page and starts the download. */
async function start(page: Page, host: ModelHost): Promise<ModelPage> {
  const models = new ModelPage(page);
  await models.open(host.url);
  await models.press(`Download: ${NAME}`);
  return models;
}

async function expectInstalled(models: ModelPage): Promise<void> {
  await expect(models.job(NAME)).toContainText("Installed and checked, byte for byte.");
  await expect(models.installed).toContainText(NAME);
}

/** Until some of the weights are on the disk. */
async function untilHalf(models: ModelPage): Promise<number> {
  const bar = models.job(NAME).getByRole("progressbar");
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(25);
  return models.readBytesOnDisk();
}

function lastRange(host: ModelHost): number {
  const ranges = host.asked.flatMap(({ range }) => (range === undefined ? [] : [range]));
  return Number(/^bytes=(\d+)-$/u.exec(ranges.at(-1) ?? "")?.[1] ?? 0);
}

test("a model comes from the app's own server, is checked, and is there after a reload without it", async ({
  page,
  host,
}) => {
  const models = await start(page, host);
  await expectInstalled(models);
  await expect(models.entry(NAME)).toContainText("Installed");
  await expect(page.getByRole("button", { name: `Download: ${NAME}` })).toBeHidden();
  const total = [...host.files.values()].reduce((sum, { length }) => sum + length, 0);
  expect(await models.readBytesOnDisk()).toBe(total);
  await page.reload();
  await expect(models.installed).toContainText(NAME);
  await expect(models.job(NAME)).toHaveCount(0);
});

for (const { fault, words } of [
  { fault: { type: "status", status: 404 }, words: `The server has no ${WEIGHTS} (status 404).` },
  { fault: { type: "status", status: 403 }, words: `The server refuses to give ${WEIGHTS} (status 403).` },
  { fault: { type: "page" }, words: `Instead of ${WEIGHTS} came a web page` },
  {
    fault: { type: "redirect", to: "https://example.invalid/x" },
    words: "sent the request on to an address",
  },
  { fault: { type: "changed" }, words: `${WEIGHTS} is not the file that the catalogue describes` },
] as const satisfies readonly { readonly fault: Fault; readonly words: string }[]) {
  const { type } = fault;
  const name = type === "status" ? `status ${fault.status}` : type;
  test(`${name}: the reason is told, the other files are kept, and another try goes on`, async ({
    page,
    host,
    faults,
  }) => {
    faults.expect(BLOCKED);
    host.faults.set(WEIGHTS, fault);
    const models = await start(page, host);
    await expect(models.job(NAME)).toContainText(words);
    const others = [...host.files].filter(([file]) => file !== WEIGHTS);
    expect(await models.readBytesOnDisk()).toBe(others.reduce((sum, [, { length }]) => sum + length, 0));
    host.faults.clear();
    const before = host.asked.length;
    await models.press(`Try again: ${NAME}`);
    await expectInstalled(models);
    expect(host.asked.slice(before)).toEqual([{ file: WEIGHTS, range: undefined }]);
  });
}

test("a connection that breaks is tried again by itself, from the byte where it broke", async ({
  page,
  host,
  faults,
}) => {
  faults.expect(BLOCKED);
  host.faults.set(WEIGHTS, { type: "breaks", after: 1_000_000 });
  const models = new ModelPage(page);
  await models.open(host.url);
  const said = await keepWords(page.getByRole("main"));
  await models.press(`Download: ${NAME}`);
  await expect.poll(() => host.asked.map(({ file }) => file)).toContain(WEIGHTS);
  host.faults.clear();
  await expectInstalled(models);
  expect(await said()).toContain("Trying again (2 of 6).");
  expect(lastRange(host)).toBeGreaterThan(500_000);
});

test("a server that cannot go on midway makes the file start again, and that is said", async ({
  page,
  host,
  faults,
}) => {
  faults.expect(BLOCKED);
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  await models.press(`Pause: ${NAME}`);
  await expect(models.job(NAME)).toContainText("Paused.");
  host.faults.set(WEIGHTS, { type: "ignores-range" });
  await models.press(`Resume: ${NAME}`);
  await expectInstalled(models);
  expect(lastRange(host)).toBeGreaterThan(500_000);
});

test("a file that changes between two requests is told as changed", async ({ page, host, faults }) => {
  faults.expect(BLOCKED);
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  await models.press(`Pause: ${NAME}`);
  await expect(models.job(NAME)).toContainText("Paused.");
  host.faults.set(WEIGHTS, { type: "changed" });
  await models.press(`Resume: ${NAME}`);
  await expect(models.job(NAME)).toContainText(`${WEIGHTS} has changed on the server`);
});

test("pause, reload, resume: what came is on the disk and is not fetched again", async ({ page, host }) => {
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  await models.press(`Pause: ${NAME}`);
  await expect(models.job(NAME)).toContainText("Paused.");
  await page.reload();
  await expect(models.job(NAME)).toContainText("Paused.");
  const onDisk = await models.readBytesOnDisk();
  host.faults.clear();
  await models.press(`Resume: ${NAME}`);
  await expectInstalled(models);
  const small = [...host.files].filter(([file]) => file !== WEIGHTS);
  expect(lastRange(host)).toBe(onDisk - small.reduce((sum, [, { length }]) => sum + length, 0));
});

const KILLS = isLong ? 5 : 2;

test("a page killed at any moment, again and again, loses nothing that came", async ({ faults, host }) => {
  faults.expect(/./u);
  host.faults.set(WEIGHTS, SLOW);
  const profile = createProfile();
  let before = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const context = await openProfile(profile.folder);
    const models = new ModelPage(await context.newPage());
    await models.open(host.url);
    if (kill === 0) await models.press(`Download: ${NAME}`);
    else await models.press(`Resume: ${NAME}`);
    const target = before + 200_000 + Math.floor(Math.random() * 400_000);
    await expect.poll(() => models.readBytesOnDisk(), { intervals: [20] }).toBeGreaterThan(target);
    await crash(context, models.page);
    const again = await openProfile(profile.folder);
    const later = new ModelPage(await again.newPage());
    await later.open(host.url);
    await expect(later.job(NAME)).toContainText("Paused.");
    const kept = await later.readBytesOnDisk();
    expect(kept).toBeGreaterThanOrEqual(target);
    before = kept;
    await again.close();
  }
  host.faults.clear();
  const context = await openProfile(profile.folder);
  const models = new ModelPage(await context.newPage());
  await models.open(host.url);
  await models.press(`Resume: ${NAME}`);
  await expectInstalled(models);
  expect(lastRange(host)).toBeGreaterThan(KILLS * 200_000);
  await context.close();
  profile.remove();
});

/** Ends the process that draws and runs the page, without a word to it. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const gone = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => undefined);
  await gone;
  await context.close();
}

test("two tabs: one downloads, the other shows it and may stop it", async ({ page, host, context }) => {
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  const other = new ModelPage(await context.newPage());
  await other.open(host.url);
  await expect(other.vault).toContainText("Another tab holds the vault");
  await expect(other.job(NAME)).toContainText("Another tab does this download.");
  await other.press(`Pause: ${NAME}`);
  await expect(models.job(NAME)).toContainText("Paused.");
  await expect(other.job(NAME)).toContainText("Paused.");
  await page.close();
  await untilLockIsFree(other.page, "vault");
  await other.press("Check again");
  await expect(other.vault).toContainText("No case is open");
  host.faults.clear();
  await other.press(`Resume: ${NAME}`);
  await expectInstalled(other);
});

test("offline midway: it says so, waits, and goes on by itself", async ({ page, host, context, faults }) => {
  faults.expect(BLOCKED);
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  host.faults.clear();
  // The browser's switch alone stops what begins, not what runs.
  await context.setOffline(true);
  host.cut();
  await expect(models.job(NAME)).toContainText("This device is offline.");
  await context.setOffline(false);
  await expectInstalled(models);
  expect(lastRange(host)).toBeGreaterThan(500_000);
});

test("cancel asks first, and then leaves nothing on the disk", async ({ page, host }) => {
  host.faults.set(WEIGHTS, HALF);
  const models = await start(page, host);
  await untilHalf(models);
  await models.press(`Cancel: ${NAME}`);
  const dialog = page.getByRole("dialog", { name: "Cancel this download?" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(models.job(NAME)).toContainText("Downloading");
  await models.press(`Cancel: ${NAME}`);
  await dialog.getByRole("button", { name: "Cancel and delete" }).click();
  await expect(models.job(NAME)).toHaveCount(0);
  await expect.poll(() => models.readBytesOnDisk()).toBe(0);
});

test("with too little room by the browser's own estimate it is refused with both numbers", async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 0, quota: 6_000_000 });
  });
  const models = await start(page, host);
  await expect(models.job(NAME)).toContainText("Not enough room: it needs 6.4 MB");
  await expect(models.job(NAME)).toContainText("this browser gives 6.0 MB");
  expect(host.asked).toEqual([]);
  expect(await models.readBytesOnDisk()).toBe(0);
});

// Chromium's estimate hides how full the disk truly is, so that it cannot be used to recognise a device.
for (const share of [0.01, 0.5, 0.99]) {
  test(`with truly ${share * 100} % of the bytes it takes, what came is kept until there is room`, async ({
    page,
    host,
  }) => {
    const total = host.entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
    await setQuota(page, host, Math.floor(total * share));
    const models = await start(page, host);
    await expect(models.job(NAME)).toContainText("The disk filled up on the way.");
    const onDisk = await models.readBytesOnDisk();
    expect(onDisk).toBeLessThan(total);
    await setQuota(page, host, undefined);
    await models.press(`Try again: ${NAME}`);
    await expectInstalled(models);
    if (onDisk > 1_000_000) expect(lastRange(host)).toBeGreaterThan(500_000);
  });
}

test("a disk that fills up on the way keeps what came", async ({ page, host }) => {
  host.faults.set(WEIGHTS, SLOW);
  const models = await start(page, host);
  const onDisk = await untilHalf(models);
  await setQuota(page, host, onDisk + 300_000);
  await expect(models.job(NAME)).toContainText("The disk filled up on the way.");
  expect(await models.readBytesOnDisk()).toBeGreaterThanOrEqual(onDisk);
  await setQuota(page, host, undefined);
  host.faults.clear();
  await models.press(`Try again: ${NAME}`);
  await expectInstalled(models);
  expect(lastRange(host)).toBeGreaterThan(500_000);
});

/** What the browser gives this site, for as long as the page lives; undefined gives it all back. */
async function setQuota(page: Page, host: ModelHost, quotaSize: number | undefined): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const origin = new URL(host.url).origin;
  await session.send(
    "Storage.overrideQuotaForOrigin",
    quotaSize === undefined ? { origin } : { origin, quotaSize },
  );
}

/** Names of the policy lead to a host of this test; the certificate is made for it, and the browser told not to mind. */
async function openWithHost(remote: ModelHost, folder: string): Promise<BrowserContext> {
  const names = ["huggingface.co", "us.aws.cdn.hf.co", "elsewhere.example"];
  const rules = names.map((name) => `MAP ${name}:443 127.0.0.1:${remote.port}`).join(",");
  return openProfile(folder, { ignoreHTTPSErrors: true }, [
    `--host-resolver-rules=${rules}`,
    "--ignore-certificate-errors",
  ]);
}

test.describe("from a model host", () => {
  for (const { name, target, words } of [
    { name: "directly", target: undefined, words: "Installed and checked" },
    { name: "by way of a listed host", target: "https://us.aws.cdn.hf.co", words: "Installed and checked" },
    {
      name: "sent on to a host that is not listed: stopped",
      target: "https://elsewhere.example",
      words: "huggingface.co sent the request on to an address that this page may not reach",
    },
  ] as const) {
    test(name, async () => {
      const address = `https://huggingface.co${MODEL_PATH}`;
      const remote = await startModelHost({ address, isAppServer: false });
      const app = await startModelHost({ catalogue: [remote.entry] });
      if (target !== undefined) {
        remote.faults.set(WEIGHTS, { type: "redirect", to: `${target}/models/tiny/moved/${WEIGHTS}` });
      }
      const profile = createProfile();
      const context = await openWithHost(remote, profile.folder);
      const models = new ModelPage(await context.newPage());
      await models.open(app.url);
      await expect(models.entry(NAME)).toContainText("huggingface.co");
      await models.press(`Download: ${NAME}`);
      await expect(models.job(NAME)).toContainText(words);
      const hosts = new Set(remote.hosts);
      expect(hosts).not.toContain("elsewhere.example");
      expect(hosts).toContain("huggingface.co");
      if (target === "https://us.aws.cdn.hf.co") expect(hosts).toContain("us.aws.cdn.hf.co");
      await context.close();
      profile.remove();
      await Promise.all([app.close(), remote.close()]);
    });
  }
});
