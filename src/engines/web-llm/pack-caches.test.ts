import { expect, test } from "vitest";
import { openPack } from "../pack-files/open-pack.ts";
import { createPackDouble } from "../testing/pack-double.ts";
import { addressOf, createPackCaches } from "./pack-caches.ts";

const SHARDS = ["params_shard_0.bin", "params_shard_1.bin", "params_shard_2.bin", "params_shard_10.bin"];
const encoder = new TextEncoder();

async function openCaches(spoil: (files: Map<string, Uint8Array<ArrayBuffer>>) => void = () => undefined) {
  const shards = SHARDS.toReversed().map((name) => [name, encoder.encode(name)] as const);
  const double = await createPackDouble({
    ...Object.fromEntries(shards),
    "tensor-cache.json": encoder.encode('{"records":[]}'),
    "notes.txt": encoder.encode("Nobody asks for this."),
  });
  spoil(double.files);
  const opened = await openPack(double.source, "tiny");
  if (!opened.ok) throw new Error(opened.error.type);
  const reads: string[] = [];
  const seen: number[] = [];
  const watched = {
    ...opened.value,
    readBytes: (name: string) => {
      reads.push(name);
      return opened.value.readBytes(name);
    },
  };
  const caches = createPackCaches(watched, (bytes) => void seen.push(bytes));
  return { caches, cache: await caches.storage.open(), reads, seen, pack: opened.value.pack };
}

test("gives every file as bytes or as JSON, at its address", async () => {
  const { cache } = await openCaches();
  const shard = await cache.match(new Request(addressOf("params_shard_1.bin")));
  expect(new Uint8Array((await shard?.arrayBuffer()) ?? [])).toEqual(encoder.encode("params_shard_1.bin"));
  expect(await (await cache.match(addressOf("tensor-cache.json")))?.json()).toEqual({ records: [] });
  expect((await cache.keys()).map(({ url }) => url)).toContain(addressOf("params_shard_10.bin"));
});

test("knows nothing else and takes nothing in", async () => {
  const { cache } = await openCaches();
  expect(await cache.match(addressOf("config.json"))).toBeUndefined();
  await expect(cache.add()).rejects.toThrow(TypeError);
  expect(await cache.delete()).toBe(false);
});

test("reads each file once, and the next two while one is used", async () => {
  const { cache, reads } = await openCaches();
  const ask = async (name: string) => (await cache.match(addressOf(name)))?.arrayBuffer();
  await ask("params_shard_0.bin");
  expect(reads).toEqual(["params_shard_0.bin", "params_shard_1.bin", "params_shard_2.bin"]);
  for (const name of SHARDS.slice(1)) await ask(name);
  expect(reads).toEqual(SHARDS);
});

test("counts every byte of the pack once, those that nobody asked for at the end", async () => {
  const { caches, cache, seen, pack } = await openCaches();
  const shard = await cache.match(addressOf("params_shard_0.bin"));
  await shard?.arrayBuffer();
  await shard?.arrayBuffer();
  await caches.checkRest();
  const total = pack.files.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(seen.reduce((sum, bytes) => sum + bytes, 0)).toBe(total);
  expect(caches.fault()).toBeUndefined();
});

test("a damaged file is never handed out, and remembered by its name", async () => {
  const { caches, cache } = await openCaches((files) => files.set("params_shard_2.bin", encoder.encode("x")));
  const shard = await cache.match(addressOf("params_shard_2.bin"));
  await expect(shard?.arrayBuffer()).rejects.toThrow("not as it was installed");
  expect(caches.fault()).toEqual({ type: "engine-pack-damaged", file: "params_shard_2.bin" });
});

test("damage where nobody looks is found as well", async () => {
  const { caches } = await openCaches((files) => files.delete("notes.txt"));
  await expect(caches.checkRest()).rejects.toThrow("not as it was installed");
  expect(caches.fault()).toEqual({ type: "engine-pack-damaged", file: "notes.txt" });
});
