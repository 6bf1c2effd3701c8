/** What can go wrong with a model on the graphics device, for real: each has a name, and the next answer is right. */
import type { ModelSource } from "../src/contracts/engine.ts";
import type { Page } from "@playwright/test";
import { expect, test, type PackageToInstall } from "./engine-page/engine-test.ts";
import { isLong, LEFT_OUT } from "./long-tests.ts";

/** The first canary of a device is two answers of eight tokens, each after its prompt. */
const FORWARDS_OF_CANARY = 16;

async function loadError(page: Page, source: ModelSource): Promise<unknown> {
  return page.evaluate(async (model) => {
    const { engine } = globalThis.enginePage.open("web-llm");
    const loaded = await engine.load(model, () => undefined);
    await engine.unload();
    return loaded.ok ? "loaded" : loaded.error;
  }, source);
}

test("a device that is lost in the middle of an answer costs that answer, and no other", async ({
  page,
  bench,
  faults,
}) => {
  faults.expect(/GPUValidationError|device lost|device was lost/iu);
  const source = await bench.installWebLlm("tiny");
  const losing = await bench.installWebLlm("losing", {
    faults: { loseDeviceAtForward: FORWARDS_OF_CANARY + 20 },
  });
  const found = await page.evaluate(
    async ([whole, lost]) => {
      const { ask, greedy, open } = globalThis.enginePage;
      const short = greedy("Why?", { budget: 8 });
      const healthy = open("web-llm").engine;
      await healthy.load(whole, () => undefined);
      const right = await ask(healthy, short);
      await healthy.unload();
      const { engine, notices } = open("web-llm");
      await engine.load(lost, () => undefined);
      const cut = await ask(engine, greedy("Why does the calf matter?", { budget: 60 }));
      return { right, cut, notices, after: await ask(engine, short) };
    },
    [source, losing] as const,
  );
  expect(found.cut.result).toEqual({ ok: false, error: { type: "engine-device-lost" } });
  expect(found.cut.text.length).toBeGreaterThan(10);
  expect(found.notices).toContainEqual({ type: "device-lost" });
  expect(found.after.result).toMatchObject({ ok: true });
  expect(found.after.text).toBe(found.right.text);
});

test("a bug in the middle of an answer ends its worker, and a new one answers", async ({ page, bench }) => {
  const source = await bench.installWebLlm("failing", {
    faults: { failAtForward: FORWARDS_OF_CANARY + 20 },
  });
  const found = await page.evaluate(async (model) => {
    const { ask, greedy, open } = globalThis.enginePage;
    const { engine } = open("web-llm");
    await engine.load(model, () => undefined);
    const cut = await ask(engine, greedy("Why does the calf matter?", { budget: 60 }));
    return { cut, after: await ask(engine, greedy("Why?", { budget: 8 })) };
  }, source);
  expect(found.cut.result).toEqual({ ok: false, error: { type: "engine-unexpected", where: "generate" } });
  expect(found.after.result).toMatchObject({ ok: true, value: { tokens: 8 } });
});

const UNFIT: readonly (readonly [string, PackageToInstall, unknown])[] = [
  ["lists other weights than it has", { faults: { losesTensor: true } }, { type: "engine-model-unfit" }],
  [
    "needs half precision",
    { needsHalfPrecision: true },
    { type: "engine-unsupported", missing: "half-precision" },
  ],
  ["is of a family that nobody here can speak to", { template: "klingon" }, { type: "engine-model-unfit" }],
  [
    "takes more memory than one buffer has",
    { bytesPerContextToken: 2 ** 22 },
    { type: "engine-context-too-large", contextTokens: 2048, mostTokens: 256 },
  ],
];

for (const [what, wanted, error] of UNFIT)
  test(`a model that ${what} is refused with the reason`, async ({ page, bench }) => {
    expect(await loadError(page, await bench.installWebLlm("unfit", wanted))).toEqual(error);
  });

test("no model is loaded from a pack in which one bit is wrong, and from a whole one it is", async ({
  page,
  bench,
}) => {
  const source = await bench.installWebLlm("tiny");
  const names = ["model.wasm", "params_shard_0.bin", "tokenizer.json", "tensor-cache.json"];
  for (const [place, name] of [...names, "mlc-chat-config.json"].entries()) {
    const flip = { at: 7919 * (place + 1), bits: 1 << place };
    const spoil = () =>
      page.evaluate(([file, change]) => globalThis.enginePage.spoilPack("tiny", file, change), [
        name,
        flip,
      ] as const);
    await spoil();
    expect(await loadError(page, source), name).toEqual({ type: "engine-pack-damaged", file: name });
    await spoil();
  }
  expect(await loadError(page, source)).toBe("loaded");
});

test("a model whose first words are not the known ones does not speak", async ({ page, bench }) => {
  test.slow();
  const source = await bench.installWebLlm("tiny");
  expect(await loadError(page, source)).toBe("loaded");
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const pack = await (await root.getDirectoryHandle("packs")).getDirectoryHandle("tiny");
    const file = await (await pack.getFileHandle("canary.json")).getFile();
    const kept = JSON.parse(await file.text()) as Record<string, readonly number[]>;
    const other = Object.entries(kept).map(([device, tokens]) => [device, tokens.map((token) => token + 1)]);
    await globalThis.enginePage.spoilPack("tiny", "canary.json", {
      text: JSON.stringify(Object.fromEntries(other)),
    });
  });
  expect(await loadError(page, source)).toEqual({ type: "engine-canary-failed" });
});

test("nobody changes a model that is loaded, and anybody one that is not", async ({ page, bench }) => {
  const source = await bench.installWebLlm("tiny");
  const held = await page.evaluate(async (model) => {
    const { engine } = globalThis.enginePage.open("web-llm");
    await engine.load(model, () => undefined);
    const free: boolean[] = [];
    for (let look = 0; look < 2; look += 1) {
      await navigator.locks.request("curbside-pack-tiny", { ifAvailable: true }, async (lock) => {
        free.push(lock !== null);
      });
      await engine.unload();
    }
    return free;
  }, source);
  expect(held).toEqual([false, true]);
});

test("loading and speaking ask the network for nothing", async ({ page, bench }) => {
  const source = await bench.installWebLlm("tiny");
  const requests: string[] = [];
  page.context().on("request", (request) => void requests.push(request.url()));
  const said = await page.evaluate(async (model) => {
    const { ask, greedy, open } = globalThis.enginePage;
    const { engine } = open("web-llm");
    await engine.load(model, () => undefined);
    return ask(engine, greedy("Why?", { budget: 8 }));
  }, source);
  expect(said.result.ok).toBe(true);
  expect(requests.filter((url) => !/\/assets\/web-llm\.worker-[^/]+\.js$/u.test(url))).toEqual([]);
});

/** Read every tenth; hundreds of them by `prove -- web-llm`. */
const CYCLES = 60;

test("many answers in a row take no more memory than a few", async ({ page, bench }) => {
  test.skip(!isLong, LEFT_OUT);
  test.slow();
  const source = await bench.installWebLlm("tiny");
  const readings = await page.evaluate(
    async ([model, cycles]) => {
      const { ask, greedy, open, readMemory } = globalThis.enginePage;
      const { engine } = open("web-llm");
      await engine.load(model, () => undefined);
      const found: number[] = [];
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const answer = await ask(engine, greedy(`Question ${cycle}`, { budget: 12, seed: cycle }));
        if (!answer.result.ok) throw new Error(answer.result.error.type);
        if (cycle % 10 === 9) await engine.reset();
        if (cycle % 10 === 9) found.push(await readMemory());
      }
      return found;
    },
    [source, CYCLES] as const,
  );
  const [first = 0] = readings;
  const last = readings.at(-1) ?? Number.POSITIVE_INFINITY;
  expect(readings).toHaveLength(CYCLES / 10);
  expect(first).toBeGreaterThan(1_000_000);
  expect(last).toBeLessThan(first * 1.1);
});
