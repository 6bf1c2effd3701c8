/**
 * The shelf in a real browser: its worker, the private file system, locks between tabs, the browser's quota, and the
 * file inputs through which folders and files come. The models are those that the engines run in their own tests.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { InstallJob } from "../src/contracts/model-shelf.ts";
import { makeTestModels } from "../tools/test-models/make-test-models.ts";
import { serveEnginePage, type EnginePageServer } from "./engine-page/serve-engine-page.ts";
import { expect, test as base } from "./harness.ts";
import type { ShelfPage } from "./shelf-page/page.ts";

type Models = { readonly folder: string; readonly large: string; readonly largeBytes: number };

const test = base.extend<object, { readonly server: EnginePageServer; readonly models: Models }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here.
    async ({}, use) => {
      const server = await serveEnginePage("e2e/shelf-page");
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  models: [
    // oxlint-disable-next-line no-empty-pattern -- As above.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "curbside-shelf-models-"));
      makeTestModels(folder);
      await use({ folder, ...makeLargePackage(folder) });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  page: async ({ page, server }, use) => {
    await page.goto(server.url);
    await use(page);
  },
});

const LARGE_SHARD_BYTES = 192 * 1024 ** 2;

/** A package whose weights take a moment to copy: zeros, which cost no room on this machine. */
function makeLargePackage(folder: string): Pick<Models, "large" | "largeBytes"> {
  const large = join(folder, "large-model");
  cpSync(join(folder, "web-llm-f32"), large, { recursive: true });
  const shard = join(large, "params_shard_0.bin");
  truncateSync(shard, 0);
  truncateSync(shard, LARGE_SHARD_BYTES);
  const list = JSON.parse(readFileSync(join(large, "tensor-cache.json"), "utf8"));
  list.records[0].nbytes = LARGE_SHARD_BYTES;
  list.records[0].md5sum = createHash("md5").update(readFileSync(shard)).digest("hex");
  writeFileSync(join(large, "tensor-cache.json"), JSON.stringify(list));
  return { large, largeBytes: LARGE_SHARD_BYTES };
}

async function pick(page: Page, input: "folder" | "file", path: string): Promise<string> {
  // A folder that is handed to a tab in the background never arrives.
  await page.bringToFront();
  await page.locator(`#${input}`).setInputFiles(path);
  return page.evaluate((name) => globalThis.shelfPage.installPicked(name), input);
}

async function until(
  page: Page,
  jobId: string,
  states: Parameters<ShelfPage["until"]>[1],
  leastBytes = 0,
): Promise<InstallJob> {
  return page.evaluate(([id, ...rest]) => globalThis.shelfPage.until(id, ...rest), [
    jobId,
    states,
    leastBytes,
  ] as const);
}

async function install(page: Page, input: "folder" | "file", path: string): Promise<InstallJob> {
  return until(page, await pick(page, input, path), ["done", "failed"]);
}

async function listPacks(page: Page) {
  const listed = await page.evaluate(() => globalThis.shelfPage.shelf.list());
  if (!listed.ok) throw new Error(listed.error.type);
  return listed.value;
}

async function listFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.shelfPage.listFiles());
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

// Files lie on a real disk, and are let go of as they are there.
test.use({ hasOwnProfile: true });

test("installs a folder and a GGUF by picker, keeps them over a reload, shows them in a second tab, removes them", async ({
  page,
  context,
  models,
  server,
}) => {
  const folder = join(models.folder, "web-llm-q4f32");
  expect((await install(page, "folder", folder)).state.type).toBe("done");
  expect((await install(page, "file", join(models.folder, "q8_0-think.gguf"))).state.type).toBe("done");
  await page.reload();
  const packs = await listPacks(page);
  const [gguf, webLlm] = packs.map(({ pack }) => pack);
  expect(webLlm).toMatchObject({
    name: "web-llm-q4f32",
    format: "web-llm",
    model: { architecture: "llama", template: "chatml", quantisation: "q4f32_1", contextTokens: 2048 },
  });
  expect(gguf).toMatchObject({
    name: "curbside test model",
    format: "gguf",
    model: { architecture: "llama", quantisation: "Q8_0", bytesPerContextToken: 2 * 4 * 2 * 32 * 2 },
  });
  for (const { name, sha256 } of webLlm?.files ?? []) expect(sha256, name).toBe(hashOf(join(folder, name)));

  const second = await context.newPage();
  await second.goto(server.url);
  expect(await listPacks(second)).toEqual(packs);
  const before = await page.evaluate(() => globalThis.shelfPage.readUsage());
  for (const { pack } of packs) {
    const removed = await second.evaluate((id) => globalThis.shelfPage.shelf.remove(id), pack.id);
    expect(removed.ok).toBe(true);
  }
  expect(await listPacks(page)).toEqual([]);
  expect(await listFiles(page)).toEqual([]);
  await expect
    .poll(async () => before - (await page.evaluate(() => globalThis.shelfPage.readUsage())))
    .toBeGreaterThan(packs.reduce((sum, { bytes }) => sum + bytes, 0) * 0.99);
});

test("refuses what is no model, or none for this device, and writes nothing", async ({ page, models }) => {
  const place = join(models.folder, "strange");
  const make = (name: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(place, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, name, file), text);
    return join(place, name);
  };
  const half = join(place, "half");
  cpSync(join(models.folder, "web-llm-f32"), half, { recursive: true });
  rmSync(join(half, "params_shard_0.bin"));
  const f16 = join(place, "f16");
  cpSync(join(models.folder, "web-llm-f32"), f16, { recursive: true });
  const config = readFileSync(join(f16, "mlc-chat-config.json"), "utf8");
  writeFileSync(join(f16, "mlc-chat-config.json"), config.replace("q0f32", "q0f16"));
  const file = (name: string, text: string) => join(make("files", { [name]: text }), name);
  const cases = [
    ["folder", make("papers", { "a.txt": "a", "b.txt": "b" }), "shelf-not-a-model"],
    ["folder", half, "shelf-incomplete"],
    ["folder", f16, "shelf-needs-half-precision"],
    ["file", file("zip.gguf", "PK\u0003\u0004"), "shelf-not-a-model"],
    ["file", file("page.gguf", "<!doctype html>"), "shelf-not-a-model"],
    ["file", file("empty.gguf", ""), "shelf-not-a-model"],
  ] as const;
  for (const [input, path, type] of cases)
    expect((await install(page, input, path)).state, path).toMatchObject({ type: "failed", error: { type } });
  expect(await listFiles(page)).toEqual([]);
});

test("asks for half as much room again before it begins, and survives a disk that fills up on the way", async ({
  page,
  context,
  models,
  server,
}) => {
  const session = await context.newCDPSession(page);
  const setQuota = (quotaSize: number) =>
    session.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize });
  // The estimate does not follow this quota: the browser rounds what it tells a page, so that nobody is recognised by it.
  await page.evaluate((free) => {
    navigator.storage.estimate = async () => ({ quota: free, usage: 0 });
  }, models.largeBytes * 1.2);
  const refused = await install(page, "folder", models.large);
  expect(refused.state).toMatchObject({ error: { type: "shelf-no-room" } });
  await page.reload();
  // Nobody is told of it before the copy runs into it.
  await setQuota(models.largeBytes / 4);
  const id = await pick(page, "folder", models.large);
  const failed = await until(page, id, ["done", "failed"]);
  expect(failed.state).toMatchObject({ type: "failed", error: { type: "shelf-disk-full" }, canResume: true });
  expect(await listFiles(page)).toEqual([]);
  await setQuota(models.largeBytes * 2);
  await page.evaluate((jobId) => globalThis.shelfPage.shelf.resume(jobId), id);
  expect((await until(page, id, ["done", "failed"])).state.type).toBe("done");
});

test("a reload in the middle of a copy says so, leaves no bytes, and the next try works", async ({
  page,
  models,
}) => {
  const id = await pick(page, "folder", models.large);
  // Without a word to the test in between, for which the copy would not wait.
  const gone = page.waitForEvent("load");
  await page
    .evaluate(async (jobId) => {
      await globalThis.shelfPage.until(jobId, ["copying"], 1);
      location.reload();
    }, id)
    .catch(() => undefined);
  await gone;
  const job = await until(page, id, ["failed"]);
  expect(job.state).toEqual({ type: "failed", error: { type: "shelf-files-gone" }, canResume: false });
  expect(await listPacks(page)).toEqual([]);
  await expect.poll(() => listFiles(page)).toEqual([expect.stringContaining(`packs-incoming/${id}.json`)]);
  await page.evaluate((jobId) => globalThis.shelfPage.shelf.dismiss(jobId), id);
  await expect.poll(() => listFiles(page)).toEqual([]);
  expect((await install(page, "folder", models.large)).state.type).toBe("done");
});

test("a cancel in the middle of a large file stops at once and gives the room back", async ({
  page,
  models,
}) => {
  const id = await pick(page, "folder", models.large);
  await page.evaluate(async (jobId) => {
    await globalThis.shelfPage.until(jobId, ["copying"], 1);
    globalThis.shelfPage.shelf.cancel(jobId);
  }, id);
  await expect.poll(() => listFiles(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => globalThis.shelfPage.shelf.readJobs())).toEqual([]);
});

test("two tabs install one after the other; a pack that one runs cannot be removed by the other", async ({
  page,
  context,
  models,
  server,
}) => {
  const second = await context.newPage();
  await second.goto(server.url);
  const first = await pick(page, "folder", models.large);
  await until(page, first, ["copying"], 1);
  const other = await pick(second, "file", join(models.folder, "f32.gguf"));
  await until(second, other, ["waiting"]);
  expect((await until(page, first, ["done", "failed"])).state.type).toBe("done");
  expect((await until(second, other, ["done", "failed"])).state.type).toBe("done");
  expect(await listPacks(page)).toEqual(await listPacks(second));

  await second.evaluate((id) => globalThis.shelfPage.usePack(id), other);
  const remove = () => page.evaluate((id) => globalThis.shelfPage.shelf.remove(id), other);
  expect(await remove()).toEqual({ ok: false, error: { type: "shelf-pack-in-use" } });
  await second.close();
  await expect.poll(async () => (await remove()).ok).toBe(true);
});

test("verifying finds one flipped bit, and installing the folder again mends it", async ({
  page,
  models,
}) => {
  const folder = join(models.folder, "web-llm-f32");
  const { id } = await install(page, "folder", folder);
  const verify = () =>
    page.evaluate(async (packId) => {
      const seen: number[] = [];
      const result = await globalThis.shelfPage.shelf.verify(packId, (done) => void seen.push(done));
      return { isDamaged: result.ok ? result.value.isDamaged : undefined, steps: seen.length };
    }, id);
  expect((await verify()).isDamaged).toBe(false);
  await page.evaluate((path) => globalThis.shelfPage.flipBit(path, 4321), `packs/${id}/params_shard_0.bin`);
  expect((await verify()).isDamaged).toBe(true);
  expect((await install(page, "folder", folder)).state.type).toBe("done");
  const packs = await listPacks(page);
  expect(packs).toHaveLength(1);
  expect(packs[0]?.isDamaged).toBe(false);
});
