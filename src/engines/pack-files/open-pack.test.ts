import { beforeAll, expect, test } from "vitest";
import { PACK_MANIFEST } from "../../contracts/pack.ts";
import { createSeededChance } from "../../shared/chance.ts";
import { createPackDouble, type PackDouble } from "../testing/pack-double.ts";
import { hashBytes, hashFile } from "./hash-bytes.ts";
import { openPack, type OpenPack } from "./open-pack.ts";

const NAMES = ["mlc-chat-config.json", "model.wasm", "params_shard_0.bin"] as const;
let double: PackDouble;

function bytesOf(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const chance = createSeededChance(seed);
  return Uint8Array.from({ length }, () => Math.floor(chance.next() * 256));
}

beforeAll(async () => {
  double = await createPackDouble(
    Object.fromEntries(NAMES.map((name, place) => [name, bytesOf(500 + 700 * place, place)])),
  );
});

async function open(): Promise<OpenPack> {
  const opened = await openPack(double.source, "tiny");
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

test("gives every file as it was installed, in memory and as a file", async () => {
  const pack = await open();
  for (const name of NAMES) {
    const whole = double.files.get(name);
    expect(await pack.readBytes(name)).toEqual({ ok: true, value: whole });
    const seen: number[] = [];
    const read = await pack.readFile(name, (bytes) => void seen.push(bytes));
    expect(read.ok && new Uint8Array(await read.value.arrayBuffer())).toEqual(whole);
    expect(seen.at(-1)).toBe(whole?.length);
  }
  pack.close();
});

test("a thousand single-bit flips anywhere in the pack are a thousand refusals", async () => {
  const pack = await open();
  const chance = createSeededChance(11);
  let refusals = 0;
  for (let flip = 0; flip < 1000; flip += 1) {
    const name = NAMES[flip % NAMES.length] ?? "";
    const bytes = double.files.get(name) ?? new Uint8Array();
    const at = Math.floor(chance.next() * bytes.length);
    const bit = 2 ** Math.floor(chance.next() * 8);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    const read = flip % 2 === 0 ? await pack.readBytes(name) : await pack.readFile(name, () => undefined);
    if (!read.ok && read.error.type === "engine-pack-damaged" && read.error.file === name) refusals += 1;
    bytes[at] = (bytes[at] ?? 0) ^ bit;
  }
  expect(refusals).toBe(1000);
  expect((await pack.readBytes("model.wasm")).ok).toBe(true);
});

test("a file that is gone, cut, longer or not of the pack is refused by its name", async () => {
  const spoilt = await createPackDouble({
    "a.bin": bytesOf(64, 1),
    "b.bin": bytesOf(64, 2),
    "c.bin": bytesOf(64, 3),
  });
  spoilt.files.delete("a.bin");
  spoilt.files.set("b.bin", bytesOf(63, 2));
  spoilt.files.set("c.bin", bytesOf(65, 3));
  spoilt.files.set("d.bin", bytesOf(65, 3));
  const opened = await openPack(spoilt.source, "tiny");
  for (const file of ["a.bin", "b.bin", "c.bin", "d.bin"])
    expect(opened.ok && (await opened.value.readBytes(file))).toEqual({
      ok: false,
      error: { type: "engine-pack-damaged", file },
    });
});

test("a pack that is not there, half installed, unreadable or being changed is refused, each as what it is", async () => {
  const other = await createPackDouble({ "a.bin": bytesOf(8, 1) });
  const missing = { ok: false, error: { type: "engine-pack-missing" } };
  expect(await openPack(other.source, "another")).toEqual(missing);
  const renamed = new TextEncoder().encode(JSON.stringify({ ...other.pack, id: "another" }));
  for (const manifest of [new TextEncoder().encode("{"), renamed]) {
    other.files.set(PACK_MANIFEST, manifest);
    expect(await openPack(other.source, "tiny")).toEqual({
      ok: false,
      error: { type: "engine-pack-damaged", file: PACK_MANIFEST },
    });
  }
  other.files.delete(PACK_MANIFEST);
  expect(await openPack(other.source, "tiny")).toEqual(missing);
  const locks = {
    request: async (_name: string, _options: object, whileHeld: (lock: unknown) => Promise<void>) =>
      whileHeld(null),
  };
  expect(await openPack({ ...other.source, locks }, "tiny")).toEqual({
    ok: false,
    error: { type: "engine-pack-busy" },
  });
  expect(other.holders()).toBe(0);
});

test("holds the pack from opening to closing", async () => {
  const pack = await open();
  const before = double.holders();
  pack.close();
  await new Promise(setImmediate);
  expect(before - double.holders()).toBe(1);
});

test("hashes a large file in pieces to the same hash, and says how far it is", async () => {
  const bytes = new Uint8Array(200 * 1024 * 1024).fill(7);
  const seen: number[] = [];
  expect(await hashFile(new Blob([bytes]), (count) => void seen.push(count))).toBe(await hashBytes(bytes));
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.at(-1)).toBe(bytes.length);
});
