import { expect, test } from "vitest";
import type { CatalogueEntry, InstalledPack } from "../contracts/model-shelf.ts";
import { packLockName } from "../contracts/pack.ts";
import { holdPack } from "./store/store-locks.ts";
import { listPaths, peek, usedBytes } from "./testing/memory-disk.ts";
import { bytesOf, makePackage } from "./testing/small-models.ts";
import { createTestBrowser, type TestBrowser, type TestTab } from "./testing/test-browser.ts";

async function packs(tab: TestTab): Promise<readonly InstalledPack[]> {
  const listed = await tab.shelf.list();
  if (!listed.ok) throw new Error(listed.error.type);
  return listed.value;
}

async function install(tab: TestTab, seed = 1): Promise<string> {
  const id = tab.shelf.installFiles(await makePackage({ seed }));
  const job = await tab.until(id, "done", "failed");
  if (job.state.type !== "done") throw new Error(JSON.stringify(job.state));
  tab.shelf.dismiss(id);
  return id;
}

const ignore = (): void => undefined;

/** Changes one bit of a file of an installed pack, as a failing disk would. */
function damage({ disk }: TestBrowser, packId: string, name = "params_shard_0.bin"): void {
  peek(disk, `packs/${packId}/${name}`)![77]! ^= 4;
}

test("renames a pack without touching what it is held to, and a blank name gives the old one back", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = await install(tab);
  const manifest = peek(browser.disk, `packs/${id}/pack.json`);
  expect(await tab.shelf.rename(id, "  Ward model  ")).toEqual({ ok: true, value: undefined });
  expect((await packs(tab))[0]!.pack.name).toBe("Ward model");
  expect(peek(browser.disk, `packs/${id}/pack.json`)).toBe(manifest);
  await tab.shelf.rename(id, " ");
  expect((await packs(tab))[0]!.pack.name).toBe("tiny-model");
  expect(await tab.shelf.rename("other", "x")).toEqual({ ok: false, error: { type: "shelf-pack-missing" } });
});

test("removes a pack with all it took, but not while a tab runs it", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = await install(tab);
  await tab.shelf.rename(id, "x");
  const release = await holdPack(browser.locks.forTab("engine"), id, "shared");
  expect(await tab.shelf.remove(id)).toEqual({ ok: false, error: { type: "shelf-pack-in-use" } });
  expect(await packs(tab)).toHaveLength(1);
  release?.();
  await Promise.resolve();
  expect(await tab.shelf.remove(id)).toEqual({ ok: true, value: undefined });
  expect(usedBytes(browser.disk)).toBe(0);
  expect(await tab.shelf.remove(id)).toEqual({ ok: false, error: { type: "shelf-pack-missing" } });
  expect(browser.locks.isHeld(packLockName(id))).toBe(false);
});

test("verifies every byte with progress, and remembers what came of it", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = await install(tab);
  const seen: number[] = [];
  const first = await tab.shelf.verify(id, (done, total) => void seen.push(done / total));
  expect(first).toMatchObject({ ok: true, value: { isDamaged: false } });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
  damage(browser, id);
  expect((await packs(tab))[0]!.isDamaged, "a flipped bit shows only when bytes are read").toBe(false);
  expect(await tab.shelf.verify(id, ignore)).toMatchObject({ ok: true, value: { isDamaged: true } });
  expect((await packs(browser.openTab()))[0]!.isDamaged).toBe(true);
  damage(browser, id);
  expect(await tab.shelf.verify(id, ignore)).toMatchObject({ ok: true, value: { isDamaged: false } });
});

test("a file that is missing or cut off shows at once", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = await install(tab);
  const folder = browser.disk.root.get("packs");
  const pack = folder instanceof Map ? folder.get(id) : undefined;
  if (pack instanceof Map) pack.set("params_shard_0.bin", bytesOf(5999, 1));
  expect((await packs(tab))[0]!.isDamaged).toBe(true);
});

test("a damaged pack is mended by installing its folder again, and keeps its name", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = await install(tab);
  await tab.shelf.rename(id, "Ward model");
  damage(browser, id);
  await tab.shelf.verify(id, ignore);
  await install(tab);
  const [mended, ...others] = await packs(tab);
  expect(others).toEqual([]);
  expect(mended).toMatchObject({ isDamaged: false, pack: { name: "Ward model" } });
});

test("both tabs are told when the list changes", async () => {
  const browser = createTestBrowser();
  const [left, right] = [browser.openTab(), browser.openTab()];
  const heard: string[] = [];
  right.shelf.subscribe((what) => void heard.push(what));
  const id = await install(left);
  expect(heard).toContain("packs");
  heard.length = 0;
  await left.shelf.remove(id);
  expect(heard).toEqual(["packs"]);
  expect(await packs(right)).toEqual([]);
});

test("remembers when a pack was used last", async () => {
  const tab = createTestBrowser().openTab();
  const id = await install(tab);
  expect((await packs(tab))[0]!.lastUsedAt).toBeUndefined();
  await tab.shelf.noteUse(id);
  expect((await packs(tab))[0]!.lastUsedAt).toBe(1_800_000_000_000);
});

test("a tab closed at any moment of a copy leaves a note and no bytes", async () => {
  for (let steps = 1; steps < 40; steps += 3) {
    const browser = createTestBrowser();
    const first = browser.openTab();
    const id = first.shelf.installFiles(await makePackage());
    await first.until(id, "copying", "done");
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    first.close();
    const next = browser.openTab();
    const installed = await packs(next);
    if (installed.length > 0) continue;
    const job = await next.until(id, "failed");
    expect(job.state).toEqual({ type: "failed", error: { type: "shelf-files-gone" }, canResume: false });
    expect(listPaths(browser.disk)).toEqual([`packs-incoming/${id}.json`]);
    next.shelf.dismiss(id);
    await install(next);
    expect(listPaths(browser.disk).some((path) => path.startsWith("packs-incoming"))).toBe(false);
  }
});

test("clears away what nobody works on, and nothing that somebody does", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const kept = await install(tab);
  const folder = browser.disk.root.get("packs");
  if (!(folder instanceof Map)) throw new Error("No packs");
  folder.set("left-over", new Map([["params_shard_0.bin", bytesOf(900, 1)]]));
  folder.set("worked-on", new Map([["params_shard_0.bin", bytesOf(900, 1)]]));
  folder.set("from-the-future", new Map([["pack.json", new TextEncoder().encode('{"version":9}')]]));
  folder.set("cut-in-its-manifest", new Map([["pack.json", new TextEncoder().encode('{"vers')]]));
  void browser.locks
    .forTab("other")
    .request("curbside-install-worked-on", { ifAvailable: true }, () => new Promise(() => undefined));
  const next = browser.openTab();
  while (folder.size > 3) await new Promise<void>((done) => setTimeout(done, 1));
  expect([...folder.keys()]).toEqual([kept, "worked-on", "from-the-future"]);
  expect(await packs(next)).toHaveLength(1);
});

test("what the worker of a closed page still has open is cleared away once it lets go", async () => {
  const browser = createTestBrowser();
  const path = "packs/left-over/params_shard_0.bin";
  browser.disk.root.set(
    "packs",
    new Map([["left-over", new Map([["params_shard_0.bin", bytesOf(900, 1)]])]]),
  );
  browser.disk.open.add(path);
  expect(await packs(browser.openTab())).toEqual([]);
  expect(peek(browser.disk, path)).toBeDefined();
  browser.disk.open.delete(path);
  while (usedBytes(browser.disk) > 0) await new Promise<void>((done) => setTimeout(done, 1));
  expect(listPaths(browser.disk)).toEqual([]);
});

async function pinnedEntry(seed = 1): Promise<CatalogueEntry> {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  await install(tab, seed);
  const [installed] = await packs(tab);
  return {
    id: "tiny-pinned",
    name: "Tiny",
    family: "Tiny",
    format: "web-llm",
    template: "qwen3",
    parameters: 1000,
    quantisation: "q4f32_1",
    contextTokens: 4096,
    bytesPerContextToken: 0,
    memoryBytes: 1_000_000,
    roughBytes: 10_000,
    needsHalfPrecision: false,
    thinking: "switchable",
    licence: "",
    knownOf: "",
    address: "/models/tiny/",
    revision: "",
    files: installed!.pack.files.map((file) => ({ ...file, path: file.name })),
  };
}

async function serve(browser: TestBrowser, entry: CatalogueEntry, seed = 1): Promise<void> {
  for (const file of await makePackage({ seed })) {
    const headers = { "content-length": String(file.size), "content-type": "application/octet-stream" };
    const address = `https://ward.example/models/tiny/${file.name}`;
    if (entry.files.some(({ name }) => name === file.name))
      browser.served.set(address, new Response(await file.arrayBuffer(), { headers }));
  }
}

test("installs a pinned entry from the app's own server, and knows the folder again", async () => {
  const entry = await pinnedEntry();
  const browser = createTestBrowser();
  const tab = browser.openTab();
  await serve(browser, entry);
  const job = await tab.until(tab.shelf.installEntry(entry), "done", "failed");
  expect(job.state).toEqual({ type: "done", packId: "tiny-pinned" });
  const [installed] = await packs(tab);
  expect(installed!.pack).toMatchObject({
    id: "tiny-pinned",
    catalogueId: "tiny-pinned",
    origin: { type: "server", address: "/models/tiny/" },
  });
  const again = tab.shelf.installFiles(await makePackage());
  expect((await tab.until(again, "failed")).state).toMatchObject({
    error: { type: "shelf-already-installed", packId: "tiny-pinned" },
  });
});

test("a damaged download is mended by fetching only what is damaged", async () => {
  const entry = await pinnedEntry();
  const browser = createTestBrowser();
  const tab = browser.openTab();
  await serve(browser, entry);
  await tab.until(tab.shelf.installEntry(entry), "done", "failed");
  await tab.shelf.rename(entry.id, "Ward model");
  tab.shelf.dismiss(entry.id);
  damage(browser, entry.id);
  await tab.shelf.verify(entry.id, ignore);
  for (const address of browser.served.keys())
    if (!address.endsWith("params_shard_0.bin")) browser.served.delete(address);
  const job = await tab.until(tab.shelf.installEntry(entry), "done", "failed");
  expect(job.state.type).toBe("done");
  expect((await packs(tab))[0]).toMatchObject({ isDamaged: false, pack: { name: "Ward model" } });
});

test("refuses an entry that nobody pinned, or that this device cannot run, before a byte is fetched", async () => {
  const entry = await pinnedEntry();
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const refused = async (wanted: CatalogueEntry) => {
    const job = await tab.until(tab.shelf.installEntry(wanted), "done", "failed");
    return job.state.type === "failed" ? job.state.error : undefined;
  };
  expect(await refused({ ...entry, files: [] })).toEqual({ type: "shelf-not-pinned" });
  browser.report = { ...browser.report, gpu: { type: "gpu-missing" } };
  expect(await refused(entry)).toEqual({ type: "shelf-needs-webgpu" });
  expect(tab.shelf.readJobs()).toHaveLength(1);
  tab.shelf.dismiss(entry.id);
  expect(tab.shelf.readJobs()).toEqual([]);
  expect(usedBytes(browser.disk)).toBe(0);
});

test("what is served or imported takes the place of our entry of the same id; broken lists are refused", async () => {
  const entry = await pinnedEntry();
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const catalogue = async () => {
    const read = await tab.shelf.readCatalogue();
    return read.ok ? read.value : read.error;
  };
  const own = await catalogue();
  if (!Array.isArray(own)) throw new Error("No catalogue");
  const mine = { ...entry, id: "Qwen3-4B-q4f16_1-MLC" };
  const text = JSON.stringify({ version: 1, entries: [mine, entry] });
  expect(await tab.shelf.importCatalogue(new File([text], "ward.json"))).toEqual({ ok: true, value: 2 });
  const merged = await catalogue();
  expect(merged).toHaveLength(own.length + 1);
  expect(merged).toContainEqual(mine);
  for (const broken of [
    "",
    "[]",
    text.replace(/[0-9a-f]{64}/u, "x"),
    text.replace("params_shard_0.bin", "../a"),
  ])
    expect(await tab.shelf.importCatalogue(new File([broken], "bad.json"))).toEqual({
      ok: false,
      error: { type: "shelf-catalogue-unreadable", place: "bad.json" },
    });
  const json = { headers: { "content-type": "application/json" } };
  browser.served.set(
    "/models/catalogue.json",
    new Response("<html>", { headers: { "content-type": "text/html" } }),
  );
  expect(await catalogue()).toHaveLength(own.length + 1);
  browser.served.set("/models/catalogue.json", new Response("{}", json));
  expect(await catalogue()).toEqual({ type: "shelf-catalogue-unreadable", place: "/models/catalogue.json" });
});
