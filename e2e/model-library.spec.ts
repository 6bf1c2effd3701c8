/**
 * Our model library in the real WebLLM, on the software adapter: logits against a plain forward pass, and what an
 * engine relies on (streaming, interrupting, seeds, grammar, errors, a lost device).
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type * as webLlm from "@mlc-ai/web-llm";
import { prepareSite } from "../tools/model-library/decode-speed.ts";
import type { Faults } from "../tools/model-library/pack-library.ts";
import { startServer } from "../tools/serve.mjs";
import { type TestModel, createTestModel } from "../tools/test-models/make-test-models.ts";
import { encode } from "../tools/test-models/tokenizer.ts";
import { dequantise, quantise } from "../tools/test-models/quantise.ts";
import { createReference, toLogProbabilities } from "../tools/test-models/reference.ts";
import { type ModelShape, smallShape } from "../tools/test-models/shape.ts";
import { writeFaultyLibrary, writeWebLlmPackage } from "../tools/test-models/web-llm-package.ts";
import { createDice } from "../tools/test-models/weights.ts";
import { type Faults as PageFaults, expect, test as base } from "./harness.ts";
import { isLong, LEFT_OUT } from "./long-tests.ts";

declare global {
  var webLlmModule: typeof webLlm;
  var engine: webLlm.MLCEngine;
}

/** A folder of packages behind a server, and the page that runs them. */
type Bench = {
  readonly add: (name: string, model: TestModel, isQuantised: boolean) => void;
  readonly addFaults: (name: string, model: TestModel, library: string, faults: Faults) => void;
  readonly load: (name: string, library?: string) => Promise<void>;
};

const test = base.extend<{ readonly bench: Bench }>({
  bench: async ({ page, faults }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "curbside-library-test-"));
    prepareSite(folder);
    // WebLLM is bundled by nobody here, and the app's policy is not what is under test.
    const server = await startServer({ folder, withHeaders: false });
    expectChatter(faults);
    await page.goto(server.url);
    await use(createBench(page, folder, server.url));
    await page.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** WebLLM warns about its allocation habits and the adapter on every load. */
function expectChatter(faults: PageFaults): void {
  faults.expect(/powerPreference/u, /sourcemap/iu);
}

function createBench(page: Page, folder: string, url: string): Bench {
  const home = (name: string) => join(folder, name, "resolve/main");
  return {
    add: (name, model, isQuantised) =>
      writeWebLlmPackage(home(name), { ...model, isQuantised, opensThinking: false }),
    addFaults: (name, model, library, faults) => {
      mkdirSync(home(name), { recursive: true });
      const plain = { ...model, isQuantised: false, opensThinking: false };
      writeFaultyLibrary(join(home(name), library), { ...plain, faults });
    },
    load: (name, library = "model.wasm") => page.evaluate(loadModel, { url, name, library }),
  };
}

async function loadModel({ url, name, library }: Readonly<Record<"url" | "name" | "library", string>>) {
  const script = `${url}/web-llm.js`;
  globalThis.webLlmModule = (await import(/* @vite-ignore */ script)) as typeof webLlm;
  const model = `${url}/${name}/`;
  const appConfig = {
    model_list: [{ model, model_id: name, model_lib: `${model}resolve/main/${library}` }],
  };
  globalThis.engine = new globalThis.webLlmModule.MLCEngine({ appConfig, logLevel: "ERROR" });
  await globalThis.engine.reload(name);
}

/** The prompt of `MESSAGES` as WebLLM writes it for the packages of this test. */
function promptTokens({ vocabulary }: TestModel, text = "hello there"): readonly number[] {
  const start = vocabulary.markers["<|im_start|>"];
  const end = vocabulary.markers["<|im_end|>"];
  const bytes = (words: string) => encode(vocabulary, words);
  return [
    start,
    ...bytes("system\nYou are a test."),
    end,
    ...bytes("\n"),
    start,
    ...bytes(`user\n${text}`),
    end,
    ...bytes("\n"),
    start,
    ...bytes("assistant\n"),
  ];
}

/** The model whose weights are what the quantised package stands for. */
function dequantised(model: TestModel): TestModel {
  const matrices = model.matrices.map(({ plan, values }) => ({
    plan,
    values: plan.kind === "norm" ? values : dequantise(quantise(values)),
  }));
  return { ...model, matrices };
}

type Greedy = { readonly text: string; readonly best: readonly number[] };

/** What the reference says greedily after a prompt, with the five largest log-probabilities before its first token. */
function readGreedily(model: TestModel, count: number, question?: string): Greedy {
  const reference = createReference(model.shape, model.matrices);
  let logits = new Float64Array();
  const read = (token: number) => {
    logits = Float64Array.from(reference.read(token));
  };
  promptTokens(model, question).forEach(read);
  const best = [...toLogProbabilities(logits)].toSorted((a, b) => b - a).slice(0, 5);
  const words = Array.from({ length: count }, () => {
    const token = logits.indexOf(Math.max(...logits));
    read(token);
    return model.vocabulary.tokens[token] ?? "";
  });
  return { text: words.join("").replace(/Ġ/gu, " ").replace(/Ċ/gu, "\n"), best };
}

type Asked = { readonly content: string; readonly max_tokens: number };

/** The top log-probabilities of the first token at temperature 1, where all of the distribution shows. */
async function readBest(page: Page, content: string): Promise<readonly number[]> {
  return page.evaluate(async (asked) => {
    await globalThis.engine.resetChat();
    const { choices } = await globalThis.engine.chat.completions.create({
      messages: [{ role: "user", content: asked }],
      max_tokens: 1,
      temperature: 1,
      top_p: 1,
      logprobs: true,
      top_logprobs: 5,
    });
    return choices[0]?.logprobs?.content?.[0]?.top_logprobs.map(({ logprob }) => logprob) ?? [];
  }, content);
}

/** One whole greedy answer in a fresh context. */
async function askGreedily(page: Page, asked: Asked): Promise<string> {
  return page.evaluate(async ({ content, max_tokens }) => {
    await globalThis.engine.resetChat();
    const messages = [{ role: "user" as const, content }];
    const answer = await globalThis.engine.chat.completions.create({ messages, max_tokens, temperature: 0 });
    return answer.choices[0]?.message.content ?? "";
  }, asked);
}

function largestDifference(left: readonly number[], right: readonly number[]): number {
  return Math.max(...left.map((value, i) => Math.abs(value - (right[i] ?? Infinity))));
}

const QUESTION = "hello there";

for (const isQuantised of [false, true]) {
  const form = isQuantised ? "4-bit" : "f32";

  test(`the small model says what the reference says, ${form}`, async ({ page, bench }) => {
    const model = createTestModel();
    const wanted = readGreedily(isQuantised ? dequantised(model) : model, 24);
    bench.add("small", model, isQuantised);
    await bench.load("small");
    expect(largestDifference(wanted.best, await readBest(page, QUESTION))).toBeLessThan(2e-3);
    expect(await askGreedily(page, { content: QUESTION, max_tokens: 24 })).toBe(wanted.text);
  });

  test.describe(() => {
    test.skip(!isLong, LEFT_OUT);

    test(`models of random shapes agree with the reference, ${form}`, async ({ page, bench }) => {
      for (let seed = 1; seed <= 5; seed += 1) {
        const model = createTestModel(createShape(seed, isQuantised), seed);
        const wanted = readGreedily(isQuantised ? dequantised(model) : model, 4);
        bench.add(`shape-${seed}`, model, isQuantised);
        await bench.load(`shape-${seed}`);
        const difference = largestDifference(wanted.best, await readBest(page, QUESTION));
        expect(difference, JSON.stringify(model.shape)).toBeLessThan(2e-3);
        expect(await askGreedily(page, { content: QUESTION, max_tokens: 4 })).toBe(wanted.text);
      }
    });
  });
}

/** A random shape; only what the kernels need is kept even. */
function createShape(seed: number, isQuantised: boolean): ModelShape {
  const dice = createDice(seed);
  const pick = (from: number, to: number) => from + Math.floor(dice() * (to - from + 1));
  const step = isQuantised ? 32 : 4;
  const keyValueHeads = pick(1, 3);
  const headSize = isQuantised ? 32 * pick(1, 2) : 4 * pick(1, 9);
  return {
    vocabularySize: pick(300, 900),
    hiddenSize: step * pick(1, isQuantised ? 3 : 20),
    layers: pick(1, 3),
    heads: keyValueHeads * pick(1, 3),
    keyValueHeads,
    headSize,
    intermediateSize: step * pick(1, isQuantised ? 5 : 40),
    contextLength: 512,
    ropeBase: 10_000,
    epsilon: 1e-5,
  };
}

test.describe(() => {
  test.skip(!isLong, LEFT_OUT);

  test("a prompt of several chunks and a growing cache agree with the reference", async ({ page, bench }) => {
    const model = createTestModel();
    const question = "the patient is there ".repeat(40);
    const wanted = readGreedily(model, 12, question);
    // More than one chunk of the prompt, more than the cache first has room for.
    expect(promptTokens(model, question).length).toBeGreaterThan(300);
    bench.add("small", model, false);
    await bench.load("small");
    expect(largestDifference(wanted.best, await readBest(page, question))).toBeLessThan(2e-3);
    expect(await askGreedily(page, { content: question, max_tokens: 12 })).toBe(wanted.text);
  });
});

test("streams, stops when interrupted, repeats itself for a seed and obeys a grammar", async ({
  page,
  bench,
}) => {
  const model = createTestModel();
  bench.add("small", model, false);
  await bench.load("small");
  const whole = await askGreedily(page, { content: QUESTION, max_tokens: 40 });
  expect(whole).toBe(readGreedily(model, 40).text);

  const streamed = await page.evaluate(streamAnswer, { stopAfter: 1000 });
  expect(streamed.text).toBe(whole);
  expect(streamed.pieces).toBeGreaterThan(20);
  for (const stopAfter of [1, 2, 7]) {
    const stopped = await page.evaluate(streamAnswer, { stopAfter });
    expect(stopped.finish).toBe("abort");
    expect(whole.startsWith(stopped.text)).toBe(true);
    expect(stopped.text.length).toBeLessThan(whole.length);
    expect(await askGreedily(page, { content: QUESTION, max_tokens: 40 })).toBe(whole);
  }

  const [first, again, other] = await page.evaluate(drawWithSeeds, [5, 5, 6]);
  expect(again).toBe(first);
  expect(other).not.toBe(first);

  const chosen = await page.evaluate(async () => {
    const grammar = 'root ::= "yes" | "no"';
    const answer = await globalThis.engine.chat.completions.create({
      messages: [{ role: "user", content: "well" }],
      response_format: { type: "grammar", grammar },
    });
    return answer.choices[0]?.message.content;
  });
  expect(chosen).toMatch(/^(?:yes|no)$/u);
});

async function streamAnswer({ stopAfter }: { readonly stopAfter: number }) {
  await globalThis.engine.resetChat();
  const parts = await globalThis.engine.chat.completions.create({
    messages: [{ role: "user", content: "hello there" }],
    max_tokens: 40,
    temperature: 0,
    stream: true,
  });
  let text = "";
  let pieces = 0;
  let finish: string | null | undefined;
  for await (const { choices } of parts) {
    const piece = choices[0]?.delta.content ?? "";
    text += piece;
    if (piece !== "") pieces += 1;
    if (pieces === stopAfter) await globalThis.engine.interruptGenerate();
    finish = choices[0]?.finish_reason ?? finish;
  }
  return { text, pieces, finish };
}

async function drawWithSeeds(seeds: readonly number[]) {
  const texts: string[] = [];
  for (const seed of seeds) {
    await globalThis.engine.resetChat();
    const answer = await globalThis.engine.chat.completions.create({
      messages: [{ role: "user", content: "hello there" }],
      max_tokens: 30,
      temperature: 0.9,
      seed,
    });
    texts.push(answer.choices[0]?.message.content ?? "");
  }
  return texts;
}

type Step = { readonly drawn: string; readonly likely: readonly (readonly [string, number])[] };

/** A long answer of single letters, with the probabilities that each was drawn from. */
async function drawLetters({
  topP,
  count,
}: {
  readonly topP: number;
  readonly count: number;
}): Promise<readonly Step[]> {
  await globalThis.engine.resetChat();
  const answer = await globalThis.engine.chat.completions.create({
    messages: [{ role: "user", content: "hello there" }],
    max_tokens: count,
    temperature: 1,
    top_p: topP,
    seed: 3,
    logprobs: true,
    top_logprobs: 4,
    // Only four tokens may come, so that all of the distribution is reported.
    response_format: { type: "grammar", grammar: "root ::= [A-D] root" },
  });
  return (answer.choices[0]?.logprobs?.content ?? []).map(({ token, top_logprobs }) => ({
    drawn: token,
    likely: top_logprobs.map((likely) => [likely.token, Math.exp(likely.logprob)] as const),
  }));
}

test.describe(() => {
  test.skip(!isLong, LEFT_OUT);

  test("draws as often as the probabilities say, and only from the nucleus", async ({ page, bench }) => {
    bench.add("small", createTestModel(), false);
    await bench.load("small");
    const free = await page.evaluate(drawLetters, { topP: 1, count: 100 });
    expect(free.length).toBe(100);
    const chances = free.map(({ likely }) => likely[0]?.[1] ?? 0);
    const wanted = chances.reduce((sum, chance) => sum + chance, 0);
    const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
    const drawn = free.filter(({ drawn: token, likely }) => token === likely[0]?.[0]).length;
    expect(variance).toBeGreaterThan(5);
    expect(Math.abs(drawn - wanted)).toBeLessThan(4 * Math.sqrt(variance));

    const narrow = await page.evaluate(drawLetters, { topP: 0.6, count: 60 });
    for (const { drawn: token, likely } of narrow) expect(findNucleus(likely, 0.6)).toContain(token);
    expect(narrow.some(({ drawn: token, likely }) => token !== likely[0]?.[0])).toBe(true);
  });
});

function findNucleus(likely: Step["likely"], topP: number): readonly string[] {
  const sums = likely.map((_, i) => likely.slice(0, i).reduce((sum, [, chance]) => sum + chance, 0));
  return likely.filter((_, i) => (sums[i] ?? 0) < topP).map(([token]) => token);
}

/** What a request or a load rejects with, in words. */
async function readFailure(work: Promise<unknown>): Promise<string> {
  return work.then(() => "no failure", String);
}

test("meets the faults it was packed with, and goes on after them", async ({ page, bench, faults }) => {
  const model = createTestModel();
  const asked = { content: QUESTION, max_tokens: 12 };
  const wanted = readGreedily(model, 12).text;
  bench.add("small", model, false);
  bench.addFaults("small", model, "fails.wasm", { failAtForward: 4 });
  bench.addFaults("small", model, "slow.wasm", { repeatForward: 3 });
  bench.addFaults("small", model, "short.wasm", { losesTensor: true });
  bench.addFaults("small", model, "lost.wasm", { loseDeviceAtForward: 4 });

  await bench.load("small", "fails.wasm");
  expect(await readFailure(askGreedily(page, asked))).toContain("Forward pass 4 fails");
  expect(await askGreedily(page, asked)).toBe(wanted);

  await bench.load("small", "slow.wasm");
  expect(await askGreedily(page, asked)).toBe(wanted);

  await bench.load("small", "short.wasm");
  expect(await readFailure(askGreedily(page, asked))).toContain(
    "lists 25 weights; a model of its shape has 26",
  );

  faults.expect(/GPUValidationError|device was lost|Device was lost|GPUOutOfMemoryError|buffer/iu);
  await bench.load("small", "lost.wasm");
  expect(await readFailure(askGreedily(page, asked))).not.toBe("no failure");
  await bench.load("small");
  expect(await askGreedily(page, asked)).toBe(wanted);
});

test("refuses a context larger than the model was packed for", async ({ page, bench }) => {
  bench.add("small", createTestModel({ ...smallShape, contextLength: 512 }), false);
  await bench.load("small");
  const tooLong = { content: "x ".repeat(600), max_tokens: 4 };
  expect(await readFailure(askGreedily(page, tooLong))).toContain("ContextWindowSizeExceeded");
  expect(await askGreedily(page, { content: QUESTION, max_tokens: 4 })).not.toBe("");
  const failure = page.evaluate(async () => {
    await globalThis.engine.reload("small", { context_window_size: 1024 });
  });
  expect(await readFailure(failure)).toContain("1024 tokens was asked for; this model was packed for 512");
});
