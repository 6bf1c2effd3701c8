/**
 * The wllama engine with real inference: the app's client, its built worker under the app's own headers, tiny GGUF files
 * in the browser's private file system. What every engine promises, and what only this one must.
 */
import type { Page } from "@playwright/test";
import type { GenerateRequest, ModelSource } from "../src/contracts/engine.ts";
import { ENGINE_CONTRACT } from "../src/engines/engine-contract.ts";
import type { ChatTemplateId } from "../src/engines/templates/families.ts";
import { renderChat } from "../src/engines/templates/render-chat.ts";
import { greedy } from "../src/engines/testing/ask.ts";
import { createTestModel, type TestModel } from "../tools/test-models/make-test-models.ts";
import { smallShape } from "../tools/test-models/shape.ts";
import { createVocabulary, isSpeakable } from "../tools/test-models/tokenizer.ts";
import { createWeights } from "../tools/test-models/weights.ts";
import { expect } from "./engine-page/engine-test.ts";
import { test } from "./engine-page/gguf-test.ts";
import { isLong, LEFT_OUT } from "./long-tests.ts";
import { createGreedyReader } from "./engine-page/read-greedily.ts";
import { expectStatements } from "./engine-page/state-note.ts";

const QUESTION = "Why does the calf matter?";

async function check(page: Page, promise: string, source: ModelSource): Promise<string | undefined> {
  return page.evaluate(([name, model, stops]) => globalThis.enginePage.check("wllama", name, model, stops), [
    promise,
    source,
    isLong ? 8 : 4,
  ] as const);
}

/** What the client does whatever the engine behind it; Node holds it to that, and `prove -- gguf` a model as well. */
const CLIENTS = ["answers nothing before", "is not disturbed", "takes two requests"];

for (const { name } of ENGINE_CONTRACT)
  test.describe(() => {
    test.skip(!isLong && CLIENTS.some((words) => name.startsWith(words)), LEFT_OUT);

    test(`wllama ${name}`, async ({ page, ggufBench }) => {
      test.slow();
      expect(await check(page, name, await ggufBench.installGguf("f32"))).toBeUndefined();
    });
  });

const FORMS = [
  { type: "F16", opensThinking: false },
  { type: "Q8_0", opensThinking: true },
  { type: "Q4_0", opensThinking: false },
  { type: "F32", opensThinking: true },
] as const;
/**
 * Those in which the numbers of a format show. The one of every other test here keeps them all; what the formats say is
 * held to the unrounded weights by the engines that agree.
 */
const PROMISES = ["repeats itself", "stops at any token", "continues a conversation", "has the capabilities"];

for (const form of FORMS)
  test.describe(() => {
    test.skip(!isLong, LEFT_OUT);

    test(`keeps its promises with ${form.type}${form.opensThinking ? " and open thinking" : ""}`, async ({
      page,
      ggufBench,
    }) => {
      test.slow();
      const source = await ggufBench.installGguf("form", form);
      for (const { name } of ENGINE_CONTRACT)
        if (PROMISES.some((words) => name.startsWith(words)))
          expect(await check(page, name, source), name).toBeUndefined();
    });
  });

/** Loads in a new worker and asks greedily. */
async function loadAndAsk(page: Page, source: ModelSource, request = greedy(QUESTION, { budget: 24 })) {
  return page.evaluate(
    async ([model, asked]) => {
      const { engine } = globalThis.enginePage.open("wllama");
      const loaded = await engine.load(model, () => undefined);
      return { loaded, said: loaded.ok ? await globalThis.enginePage.ask(engine, asked) : undefined };
    },
    [source, request] as const,
  );
}

for (const template of ["chatml", "qwen3.5"] as const)
  test(`recognises ${template} in the file, and reads exactly its bytes`, async ({ page, ggufBench }) => {
    const source = await ggufBench.installGguf("own-template", { opensThinking: template === "qwen3.5" });
    for (const thinking of [true, false]) {
      const prompt = { type: "chat", thinking, messages: [{ role: "user", text: QUESTION }] } as const;
      const { said } = await loadAndAsk(page, source, greedy("", { prompt, budget: 24 }));
      expectAnswer(said?.text, renderChat(template, prompt));
    }
  });

test("the template that the pack names is used, whatever the file says", async ({ page, ggufBench }) => {
  const source = await ggufBench.installGguf("named-template", { template: "qwen3" });
  const request = greedy(QUESTION, { budget: 24 });
  const prompt = renderPrompt("qwen3", request);
  expectAnswer((await loadAndAsk(page, source, request)).said?.text, prompt);
});

function renderPrompt(id: ChatTemplateId, { prompt }: GenerateRequest): string {
  return prompt.type === "text" ? prompt.text : renderChat(id, prompt);
}

/** Whether this is what the test model says after these bytes, as far as that is no matter of rounding. */
function expectAnswer(said: string | undefined, prompt: string): void {
  const reader = createGreedyReader(createTestModel());
  reader.read(prompt);
  const wanted = reader.say(24);
  expect(wanted.tokens).toBeGreaterThan(3);
  expect(said?.slice(0, wanted.text.length)).toBe(wanted.text);
}

test("a second turn reads only what is new, and says what it says when all of it is read", async ({
  page,
  ggufBench,
}) => {
  const source = await ggufBench.installGguf("turns");
  const turns = await page.evaluate(
    async ([model, question]) => {
      const { ask, greedy: request, open } = globalThis.enginePage;
      const [used, fresh] = [open("wllama").engine, open("wllama").engine];
      for (const engine of [used, fresh]) await engine.load(model, () => undefined);
      const first = await ask(used, request(question, { budget: 30 }));
      const messages = [
        { role: "user", text: question },
        { role: "assistant", text: first.text },
        { role: "user", text: "And the fever?" },
      ] as const;
      const second = request("", { prompt: { type: "chat", thinking: false, messages }, budget: 30 });
      const counted = await used.countTokens(second.prompt);
      return { first: first.result, counted, used: await ask(used, second), fresh: await ask(fresh, second) };
    },
    [source, QUESTION] as const,
  );
  expect(turns.used.text).toBe(turns.fresh.text);
  const [first, used, fresh] = [turns.first, turns.used.result, turns.fresh.result];
  if (!first.ok || !used.ok || !fresh.ok) throw new Error("all answer");
  expect(used.value.promptTokens).toBe(fresh.value.promptTokens);
  expect(turns.counted).toEqual({ ok: true, value: used.value.promptTokens });
  expect(fresh.value.reusedTokens).toBe(0);
  // Counting in between has not cost what was read. How much of the reply is known again depends on the model: one that
  // says words in pieces nobody would cut, as this one does, is read again from the first such piece on.
  expect(used.value.reusedTokens).toBeGreaterThanOrEqual(first.value.promptTokens);
});

for (const opensThinking of [false, true])
  test(`a note becomes statements under the grammar of its case${opensThinking ? ", thinking opened" : ""}`, async ({
    page,
    ggufBench,
  }) => {
    const source = await ggufBench.installGguf("case", { opensThinking });
    await expectStatements(page, ["wllama", source, "gbnf"]);
  });

const UNFIT = { ok: false, error: { type: "engine-model-unfit" } };
const UNSUPPORTED = { ok: false, error: { type: "engine-unsupported", missing: "browser-feature" } };

/** Gives the header other words of the same length, so that every place in it stays true. */
function reword(from: string, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const at = bytes.indexOf(from);
    bytes.write(to, at);
    return bytes;
  };
}

const SPOILT: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  "a renamed zip": () => Buffer.from("PK\u0003\u0004 a folder of something else"),
  "a web page": () => Buffer.from("<!doctype html><title>Not found</title>"),
  "a file cut in its header": (bytes) => bytes.subarray(0, 4000),
  "a file cut in its weights": (bytes) => bytes.subarray(0, -4096),
  "a network nobody knows": reword("\u0005\0\0\0\0\0\0\0llama", "\u0005\0\0\0\0\0\0\0lamma"),
  "a template nobody knows": (bytes) => {
    for (let at = bytes.indexOf("<|im_start|>' +"); at >= 0; at = bytes.indexOf("<|im_start|>", at))
      bytes.write("<|im_stark|>", at);
    return bytes;
  },
};

for (const [name, change] of Object.entries(SPOILT))
  test(`${name} is refused before the library sees it`, async ({ page, ggufBench }) => {
    const source = await ggufBench.installGguf("spoilt", { change });
    expect((await loadAndAsk(page, source)).loaded).toEqual(UNFIT);
    expect(page.workers().filter((worker) => worker.url().startsWith("blob:"))).toEqual([]);
  });

test("a header that is whole and weights that fit nothing are refused by the library, and we hear it", async ({
  page,
  ggufBench,
}) => {
  const change = reword("blk.0.attn_k.weight", "blk.9.attn_k.weight");
  const source = await ggufBench.installGguf("odd", { change });
  expect((await loadAndAsk(page, source)).loaded).toEqual(UNFIT);
});

test("a bit that flipped anywhere is refused by name, and the model works again once it is back", async ({
  page,
  ggufBench,
}) => {
  const source = await ggufBench.installGguf("flipped");
  const refusals = await page.evaluate(
    async ([model]) => {
      const { open, spoilPack } = globalThis.enginePage;
      const { engine } = open("wllama");
      const load = () => engine.load(model, () => undefined);
      const results = [];
      for (const at of [0, 77, 5000, 400_000, 4_255_103]) {
        await spoilPack("flipped", "model.gguf", { at, bits: 1 });
        results.push(await load());
        await spoilPack("flipped", "model.gguf", { at, bits: 1 });
      }
      return { results, mended: (await load()).ok };
    },
    [source] as const,
  );
  const damaged = { ok: false, error: { type: "engine-pack-damaged", file: "model.gguf" } };
  expect(refusals).toEqual({ results: [damaged, damaged, damaged, damaged, damaged], mended: true });
});

test("a context beyond what the model was made for is refused with the numbers", async ({
  page,
  ggufBench,
}) => {
  await ggufBench.installGguf("narrow");
  const { loaded } = await loadAndAsk(page, { type: "pack", packId: "narrow", contextTokens: 4000 });
  expect(loaded).toEqual({
    ok: false,
    error: { type: "engine-context-too-large", contextTokens: 4000, mostTokens: 2048 },
  });
});

test("a context comes in whole steps, and an answer ends where the context ends", async ({
  page,
  ggufBench,
}) => {
  await ggufBench.installGguf("short");
  const source = { type: "pack", packId: "short", contextTokens: 64 } as const;
  const { loaded, said } = await loadAndAsk(page, source, greedy(QUESTION, { budget: 500 }));
  expect(loaded).toEqual({ ok: true, value: { id: "short", contextTokens: 256 } });
  if (said?.result.ok !== true) throw new Error("it answers");
  const { reason, promptTokens, tokens } = said.result.value;
  expect([reason, promptTokens + tokens]).toEqual(["context-full", 256]);
});

/** A model that may speak in halves of characters among its words. */
function createByteModel(): TestModel {
  const vocabulary = createVocabulary(smallShape.vocabularySize);
  const isSaid = (token: number): boolean => isSpeakable(vocabulary, token) || (token >= 128 && token < 256);
  return { shape: smallShape, vocabulary, matrices: createWeights(smallShape, 1, isSaid) };
}

test("tokens that are no text are an error of a kind, and the engine lives on", async ({
  page,
  ggufBench,
}) => {
  const source = await ggufBench.installGguf("bytes", { model: createByteModel() });
  const told = await page.evaluate(
    async ([model, question]) => {
      const { open, ask, greedy: request } = globalThis.enginePage;
      const { engine, notices } = open("wllama");
      const loaded = await engine.load(model, () => undefined);
      const likely = await ask(engine, request(question, { logprobs: 20, budget: 40 }));
      const grammar = { syntax: "gbnf", text: 'root ::= "yes" | "no"' } as const;
      const held = await ask(engine, request(question, { grammar, budget: 20 }));
      return { loaded: loaded.ok, likely: likely.result, held: held.text, notices };
    },
    [source, QUESTION] as const,
  );
  expect(told.loaded).toBe(true);
  expect(told.likely).toEqual({ ok: false, error: { type: "engine-cannot", feature: "logprobs" } });
  expect(["yes", "no"]).toContain(told.held);
  expect(told.notices).toEqual([]);
});

test("a worker that dies in the middle of an answer takes nothing with it", async ({
  page,
  ggufBench,
  faults,
}) => {
  faults.expect(/The worker was ended by a test/u);
  const source = await ggufBench.installGguf("dying");
  const before = await loadAndAsk(page, source, greedy(QUESTION, { budget: 200 }));
  await beginWorkersWith(page, DIES_WHILE_IT_SPEAKS);
  const { broken, after } = await page.evaluate(
    async ([model, question]) => {
      const { open, ask, greedy: request } = globalThis.enginePage;
      const { engine } = open("wllama");
      await engine.load(model, () => undefined);
      const cutOff = await ask(engine, request(question, { budget: 2000 }));
      return { broken: cutOff, after: await ask(engine, request(question, { budget: 200 })) };
    },
    [source, QUESTION] as const,
  );
  expect(broken.result).toEqual({ ok: false, error: { type: "engine-crashed" } });
  expect(after.text).toBe(before.said?.text);
});

/** The first worker of an engine ends with its third batch of tokens; the one that takes its place does not. */
const DIES_WHILE_IT_SPEAKS = `{
  const post = self.postMessage.bind(self);
  let batches = 0;
  self.postMessage = (message) => {
    post(message);
    if (self.name !== "0" || message.type !== "tokens") return;
    batches += 1;
    if (batches === 3) setTimeout(() => { throw new Error("The worker was ended by a test"); });
  };
}`;

/** Has every worker of the engine begin with a line of ours, under the policy that its file comes with. */
async function beginWorkersWith(page: Page, line: string): Promise<void> {
  await page.context().route(/\/wllama\.worker-[^/]*\.js$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });
}

test("threads start under the same policy, and say the same", async ({ page, ggufBench }) => {
  const source = await ggufBench.installGguf("threads");
  const alone = await loadAndAsk(page, source);
  await beginWorkersWith(page, 'Object.defineProperty(navigator, "hardwareConcurrency", { value: 3 });');
  const probed = await page.evaluate(() => globalThis.enginePage.open("wllama").engine.probe());
  expect(probed).toMatchObject({ ok: true, value: { threads: 2 } });
  const before = page.workers().length;
  const together = await loadAndAsk(page, source);
  // The engine's worker, the library's, and a thread for each.
  await expect.poll(() => page.workers().length - before).toBe(4);
  expect(together.said?.text).toBe(alone.said?.text);
});

test("where a browser lacks what the library wants, its own files serve and nothing else is asked for", async ({
  page,
  ggufBench,
}) => {
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  const source = await ggufBench.installGguf("old-browser");
  const wanted = await loadAndAsk(page, source);
  await beginWorkersWith(page, "delete WebAssembly.Suspending; delete WebAssembly.promising;");
  const { said } = await loadAndAsk(page, source);
  expect(said?.text).toBe(wanted.said?.text);
  const { origin } = new URL(page.url());
  expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`))).toEqual([]);
});

test("where it cannot run at all, that is said before anything is loaded", async ({ page, ggufBench }) => {
  const source = await ggufBench.installGguf("no-features");
  await beginWorkersWith(page, "WebAssembly.validate = () => false;");
  expect((await loadAndAsk(page, source)).loaded).toEqual(UNSUPPORTED);
});

test("a worker that cannot start is an error, not a wait without end", async ({
  page,
  ggufBench,
  faults,
}) => {
  faults.expect(/TrustedScriptURL|createPolicy/u);
  const source = await ggufBench.installGguf("no-worker");
  // As if the policy let no blob through.
  await beginWorkersWith(page, "trustedTypes.createPolicy = () => undefined;");
  expect((await loadAndAsk(page, source)).loaded).toEqual(UNSUPPORTED);
});
