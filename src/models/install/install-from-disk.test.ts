import { sha256 as hashOf } from "hash-wasm";
import { expect, test } from "vitest";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { createSeededChance } from "../../shared/chance.ts";
import { listPaths, peek, usedBytes } from "../testing/memory-disk.ts";
import { bytesOf, makeGguf, makePackage, pick } from "../testing/small-models.ts";
import { GOOD_DEVICE, createTestBrowser, type TestBrowser, type TestTab } from "../testing/test-browser.ts";

async function install(tab: TestTab, files: readonly File[]) {
  return tab.until(tab.shelf.installFiles(files), "done", "failed");
}

/** Why it was refused; and that nothing of it stayed on the disk. */
async function refusal(files: readonly File[], browser = createTestBrowser()): Promise<ShelfError> {
  const before = listPaths(browser.disk);
  const job = await install(browser.openTab(), files);
  if (job.state.type !== "failed") throw new Error(`It was ${job.state.type}`);
  expect(listPaths(browser.disk), "what is left on the disk").toEqual(before);
  expect(usedBytes(browser.disk)).toBe(0);
  return job.state.error;
}

function without(files: readonly File[], ...names: readonly string[]): readonly File[] {
  return files.filter(({ name }) => !names.includes(name));
}

function exchange(files: readonly File[], name: string, content: Uint8Array<ArrayBuffer> | string) {
  return files.map((file) => (file.name === name ? pick(name, content, "tiny-model") : file));
}

async function changed(
  files: readonly File[],
  name: string,
  change: (text: string) => string,
): Promise<readonly File[]> {
  const text = await files.find((file) => file.name === name)!.text();
  return exchange(files, name, change(text));
}

async function packOf(tab: TestTab) {
  const listed = await tab.shelf.list();
  if (!listed.ok) throw new Error(listed.error.type);
  return listed.value;
}

test("installs a WebLLM folder whole, with what its files say", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const files = await makePackage();
  const job = await install(tab, files);
  expect(job.state.type).toBe("done");
  expect(job.doneBytes).toBe(job.totalBytes);
  const [installed, ...others] = await packOf(tab);
  expect(others).toEqual([]);
  const { pack } = installed!;
  expect(pack).toMatchObject({
    name: "tiny-model",
    format: "web-llm",
    origin: { type: "folder" },
    catalogueId: undefined,
    model: {
      architecture: "qwen3",
      template: "qwen3",
      quantisation: "q4f32_1",
      contextTokens: 4096,
      needsHalfPrecision: false,
      bytesPerContextToken: 2 * 4 * 2 * 16 * 4,
    },
  });
  expect(pack.files.map(({ name }) => name).toSorted()).toEqual([
    "mlc-chat-config.json",
    "params_shard_0.bin",
    "params_shard_1.bin",
    "tensor-cache.json",
    "tiny.wasm",
    "tokenizer.json",
  ]);
  expect(peek(browser.disk, `packs/${pack.id}/params_shard_0.bin`)).toEqual(bytesOf(6000, 1));
  expect(listPaths(browser.disk).some((path) => path.startsWith("packs-incoming"))).toBe(false);
});

test("takes the older name of the list of weights, and gives the engine the one it asks for", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const files = await makePackage();
  const list = await files.find(({ name }) => name === "tensor-cache.json")!.text();
  await install(tab, [
    ...without(files, "tensor-cache.json"),
    pick("ndarray-cache.json", list, "tiny-model"),
  ]);
  const [installed] = await packOf(tab);
  expect(installed!.pack.files.map(({ name }) => name)).toContain("tensor-cache.json");
});

test("installs one GGUF file, alone or in a folder", async () => {
  for (const folder of ["", "downloads"]) {
    const tab = createTestBrowser().openTab();
    const files = [pick("tiny-q8_0.gguf", makeGguf(), folder)];
    const job = await install(tab, folder === "" ? files : [pick("notes.txt", "x", folder), ...files]);
    expect(job.state.type).toBe("done");
    const [installed] = await packOf(tab);
    expect(installed!.pack).toMatchObject({
      name: "Tiny GGUF",
      format: "gguf",
      model: { architecture: "qwen3", quantisation: "Q8_0", contextTokens: 4096, template: "chatml" },
    });
  }
});

const gguf = makeGguf();
const REFUSED: readonly (readonly [string, () => Promise<readonly File[]> | readonly File[], ShelfError])[] =
  [
    ["nothing at all", () => [], { type: "shelf-not-a-model", found: "empty" }],
    ["an empty file", () => [pick("a.gguf", "")], { type: "shelf-not-a-model", found: "empty" }],
    [
      "a renamed zip",
      () => [pick("a.gguf", "PK\u0003\u0004rest")],
      { type: "shelf-not-a-model", found: "zip" },
    ],
    [
      "a web page",
      () => [pick("a.gguf", "\n <!DOCTYPE html><title>404</title>")],
      { type: "shelf-not-a-model", found: "web-page" },
    ],
    ["a photo", () => [pick("a.jpg", bytesOf(900, 3))], { type: "shelf-not-a-model", found: "unknown" }],
    [
      "a folder of something else",
      () => [pick("a.txt", "a", "papers"), pick("b.txt", "b", "papers")],
      { type: "shelf-not-a-model", found: "unknown" },
    ],
    [
      "half a folder",
      async () => without(await makePackage(), "params_shard_1.bin", "tokenizer.json", "tiny.wasm"),
      { type: "shelf-incomplete", missing: ["tokenizer.json", "params_shard_1.bin", "*.wasm"] },
    ],
    [
      "weights without their list and configuration",
      async () => without(await makePackage(), "mlc-chat-config.json", "tensor-cache.json"),
      { type: "shelf-incomplete", missing: ["mlc-chat-config.json", "tensor-cache.json"] },
    ],
    [
      "a web page for a configuration",
      async () => exchange(await makePackage(), "mlc-chat-config.json", "<!doctype html>"),
      { type: "shelf-unreadable-file", file: "mlc-chat-config.json" },
    ],
    [
      "a program that is none",
      async () => exchange(await makePackage(), "tiny.wasm", "<!doctype html>"),
      { type: "shelf-unreadable-file", file: "tiny.wasm" },
    ],
    [
      "a shard that was cut off",
      async () => exchange(await makePackage(), "params_shard_0.bin", bytesOf(5000, 1)),
      { type: "shelf-wrong-size", file: "params_shard_0.bin", bytes: 5000, wanted: 6000 },
    ],
    [
      "a tensor that reaches over its file's end",
      async () =>
        changed(await makePackage(), "tensor-cache.json", (text) =>
          text.replace('"byteOffset":0', '"byteOffset":8'),
        ),
      { type: "shelf-unreadable-file", file: "tensor-cache.json" },
    ],
    [
      "a list that leads out of the folder",
      async () =>
        changed(await makePackage(), "tensor-cache.json", (text) =>
          text.replace("params_shard_0", "../params"),
        ),
      { type: "shelf-unreadable-file", file: "tensor-cache.json" },
    ],
    [
      "one flipped bit in the weights",
      async () => exchange(await makePackage(), "params_shard_1.bin", flip(bytesOf(3000, 2), 1234)),
      { type: "shelf-wrong-hash", file: "params_shard_1.bin" },
    ],
    [
      "a GGUF of an unknown kind",
      () => [pick("a.gguf", makeGguf("clip"))],
      { type: "shelf-unknown-architecture", architecture: "clip" },
    ],
    [
      "a GGUF that was cut off",
      () => [pick("a.gguf", gguf.slice(0, gguf.length - 100))],
      { type: "shelf-wrong-size", file: "a.gguf", bytes: gguf.length - 100, wanted: gguf.length },
    ],
    [
      "a GGUF cut off in its header",
      () => [pick("a.gguf", gguf.slice(0, 90))],
      { type: "shelf-unreadable-file", file: "a.gguf" },
    ],
    [
      "one part of a GGUF",
      () => [pick("a.gguf", makeGguf("qwen3", { "split.count": 3 }))],
      { type: "shelf-in-parts", parts: 3 },
    ],
    [
      "several GGUF files",
      () => [pick("a.gguf", gguf, "f"), pick("b.gguf", gguf, "f")],
      { type: "shelf-several-models", files: ["a.gguf", "b.gguf"] },
    ],
  ];

function flip(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  bytes[at]! ^= 1;
  return bytes;
}

for (const [what, files, error] of REFUSED)
  test(`refuses ${what} with the reason, and leaves nothing behind`, async () => {
    expect(await refusal(await files())).toEqual(error);
  });

test("holds a folder to the list that came with it", async () => {
  const list = { version: 1, files: [{ name: "tokenizer.json", bytes: 12, sha256: "0".repeat(64) }] };
  const files = [...(await makePackage()), pick("curbside-pack.json", JSON.stringify(list), "tiny-model")];
  expect(await refusal(files)).toEqual({ type: "shelf-wrong-hash", file: "tokenizer.json" });
  const larger = JSON.stringify(list).replace('"bytes":12', '"bytes":13');
  const resized = exchange(files, "curbside-pack.json", larger);
  expect(await refusal(resized)).toMatchObject({ type: "shelf-wrong-size", wanted: 13 });
});

/** What a flipped bit may look like, when it is in one of the small files that say what the others are. */
const OF_DAMAGE = [
  "shelf-wrong-hash",
  "shelf-wrong-size",
  "shelf-unreadable-file",
  "shelf-incomplete",
  "shelf-unknown-template",
];

test("holds every bit of every file to the list: three hundred flips, three hundred refusals", async () => {
  const whole = await makePackage();
  const listed = whole.filter(({ name }) => name !== "README.md");
  const files = await Promise.all(
    listed.map(async (file) => {
      const sha256 = await hashOf(new Uint8Array(await file.arrayBuffer()));
      return { name: file.name, bytes: file.size, sha256 };
    }),
  );
  const list = pick("curbside-pack.json", JSON.stringify({ version: 1, files }), "tiny-model");
  expect((await install(createTestBrowser().openTab(), [...listed, list])).state.type).toBe("done");
  const chance = createSeededChance(3);
  for (let i = 0; i < 300; i += 1) {
    const file = listed[i % listed.length]!;
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[Math.floor(chance.next() * bytes.length)]! ^= 2 ** Math.floor(chance.next() * 8);
    const { type } = await refusal([...exchange(listed, file.name, bytes), list]);
    expect(OF_DAMAGE).toContain(type);
  }
});

test("says why it refuses everything where this browser keeps no files", async () => {
  const tab = createTestBrowser({ type: "shelf-unavailable", why: "no-file-system" }).openTab();
  const failure = { ok: false, error: { type: "shelf-unavailable", why: "no-file-system" } };
  expect(await tab.shelf.list()).toEqual(failure);
  expect(await tab.shelf.remove("x")).toEqual(failure);
  expect(await tab.shelf.verify("x", () => undefined)).toEqual(failure);
  expect((await install(tab, await makePackage())).state).toEqual({
    type: "failed",
    error: failure.error,
    canResume: false,
  });
});

const GPU = GOOD_DEVICE.gpu.type === "gpu-ready" ? GOOD_DEVICE.gpu : undefined;
const DEVICES: readonly (readonly [string, Partial<typeof GOOD_DEVICE>, ShelfError])[] = [
  ["no WebGPU", { gpu: { type: "gpu-missing" } }, { type: "shelf-needs-webgpu" }],
  ["no adapter", { gpu: { type: "gpu-refused" } }, { type: "shelf-needs-webgpu" }],
  [
    "no half precision",
    { gpu: { ...GPU!, hasHalfPrecision: false } },
    { type: "shelf-needs-half-precision" },
  ],
  [
    "too small buffers",
    { gpu: { ...GPU!, largestBufferBytes: 5000 } },
    { type: "shelf-needs-buffer", neededBytes: 6000, largestBytes: 5000 },
  ],
  [
    "too little scratch memory",
    { gpu: { ...GPU!, workgroupBytes: 16_384 } },
    { type: "shelf-needs-workgroup-memory", neededBytes: 32_768, largestBytes: 16_384 },
  ],
  [
    "too little memory",
    { memory: { type: "memory-about", bytes: 200_000 } },
    { type: "shelf-needs-memory", neededBytes: 2 * 9000 + 1024 * 512, freeBytes: 200_000 },
  ],
  [
    "no room",
    { room: { freeBytes: 9000, isPersistent: false } },
    { type: "shelf-no-room", neededBytes: 14_672, freeBytes: 9000 },
  ],
];

for (const [what, device, error] of DEVICES)
  test(`refuses a device with ${what} before a byte is copied`, async () => {
    const browser = createTestBrowser();
    browser.report = { ...GOOD_DEVICE, ...device };
    const refused = await refusal(await makePackage({ quantisation: "q4f16_1" }), browser);
    expect(refused).toEqual(error);
  });

test("a GGUF needs no graphics device", async () => {
  const browser = createTestBrowser();
  browser.report = { ...GOOD_DEVICE, gpu: { type: "gpu-missing" } };
  expect((await install(browser.openTab(), [pick("a.gguf", gguf)])).state.type).toBe("done");
});

test("a disk that fills up at any byte leaves nothing behind and gives the room back", async () => {
  const whole = createTestBrowser();
  await install(whole.openTab(), await makePackage());
  const total = usedBytes(whole.disk);
  for (let capacity = 0; capacity < total; capacity += 331) {
    const browser = createTestBrowser();
    browser.disk.capacity = capacity;
    // The browser promised room and broke its word.
    browser.report = { ...GOOD_DEVICE, room: undefined };
    const tab = browser.openTab();
    const job = await install(tab, await makePackage());
    expect(job.state).toMatchObject({ type: "failed", error: { type: "shelf-disk-full" }, canResume: true });
    expect(usedBytes(browser.disk), `capacity ${capacity}`).toBe(0);
    expect(await packOf(tab)).toEqual([]);
    expect(browser.locks.isHeld("curbside-installer")).toBe(false);
    browser.disk.capacity = Number.POSITIVE_INFINITY;
    tab.shelf.resume(job.id);
    expect((await tab.until(job.id, "done")).state.type).toBe("done");
  }
});

test("the same bytes are not installed twice, whatever their folder is called", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const first = await install(tab, await makePackage());
  const before = usedBytes(browser.disk);
  const again = await install(tab, await makePackage({ folder: "copy-of-it" }));
  expect(again.state).toMatchObject({
    type: "failed",
    error: { type: "shelf-already-installed", packId: first.id },
  });
  expect(usedBytes(browser.disk)).toBe(before);
  expect((await install(tab, await makePackage({ seed: 7 }))).state.type).toBe("done");
  expect(await packOf(tab)).toHaveLength(2);
});

test("a cancelled installation is off the list at once and off the disk soon after", async () => {
  const browser = createTestBrowser();
  const tab = browser.openTab();
  const id = tab.shelf.installFiles(await makePackage());
  await tab.until(id, "copying");
  tab.shelf.cancel(id);
  expect(tab.shelf.readJobs()).toEqual([]);
  await untilEmpty(browser);
  expect(browser.locks.isHeld("curbside-installer")).toBe(false);
  expect((await install(tab, await makePackage())).state.type).toBe("done");
});

async function untilEmpty({ disk }: TestBrowser): Promise<void> {
  while (usedBytes(disk) > 0) await new Promise<void>((done) => setTimeout(done, 1));
}

test("a paused installation goes on where it stopped", async () => {
  const tab = createTestBrowser().openTab();
  const id = tab.shelf.installFiles(await makePackage());
  await tab.until(id, "copying");
  tab.shelf.pause(id);
  expect(tab.shelf.readJobs()[0]?.state.type).toBe("paused");
  tab.shelf.resume(id);
  expect((await tab.until(id, "done", "failed")).state.type).toBe("done");
});

test("two installations follow one another, in one tab and in two", async () => {
  const browser = createTestBrowser();
  const [left, right] = [browser.openTab(), browser.openTab()];
  const [one, two, three] = await Promise.all([1, 2, 3].map(async (seed) => makePackage({ seed })));
  const jobs = await Promise.all([install(left, one!), install(left, two!), install(right, three!)]);
  expect(jobs.map(({ state }) => state.type)).toEqual(["done", "done", "done"]);
  expect(await packOf(left)).toHaveLength(3);
  expect(await packOf(right)).toEqual(await packOf(left));
});

test("files that cannot be read any more are said to be gone", async () => {
  const files = await makePackage();
  const shard = files.find(({ name }) => name === "params_shard_1.bin")!;
  Object.defineProperty(shard, "slice", {
    value: () => ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) }),
  });
  expect(await refusal(files)).toEqual({ type: "shelf-files-gone" });
});
