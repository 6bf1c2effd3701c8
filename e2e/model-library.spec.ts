/**
 * Our model library in the real WebLLM, on the software adapter: logits against a plain forward pass, and what an
 * engine relies on (streaming, interrupting, seeds, grammar, errors, a lost device).
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type * as webLlm from "@mlc-ai/web-llm";
import type { Faults } from "../tools/model-library/pack-library.ts";
import { startServer } from "../tools/serve.mjs";
import { type TestModel, createTestModel } from "../tools/test-models/make-test-models.ts";
import { dequantise, quantise } from "../tools/test-models/quantise.ts";
import { createReference, toLogProbabilities } from "../tools/test-models/reference.ts";
import { type ModelShape, smallShape } from "../tools/test-models/shape.ts";
import { writeFaultyLibrary, writeWebLlmPackage } from "../tools/test-models/web-llm-package.ts";
import { createDice } from "../tools/test-models/weights.ts";
import { type Faults as PageFaults, expect, test as base } from "./harness.ts";

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

const MESSAGES = [{ role: "user" as const, content: "hello there" }];

const test = base.extend<{ readonly bench: Bench }>({
  bench: async ({ page, faults }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "curbside-library-test-"));
    copyFileSync("node_modules/@mlc-ai/web-llm/lib/index.js", join(folder, "web-llm.js"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Model library</title>");
    writeFileSync(join(folder, "favicon.ico"), "");
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
  const options = (model: TestModel) => ({ ...model, isQuantised: false, opensThinking: false });
  return {
    add: (name, model, isQuantised) => writeWebLlmPackage(home(name), { ...options(model), isQuantised }),
    addFaults: (name, model, library, faults) => {
      mkdirSync(home(name), { recursive: true });
      writeFaultyLibrary(join(home(name), library), { ...options(model), faults });
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
  const bytes = (words: string) => encode(vocabulary.tokens, vocabulary.merges, words);
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

/** Byte-level BPE for plain ASCII: words with their leading space, merged by rank. */
function encode(
  tokens: readonly string[],
  merges: readonly (readonly [string, string])[],
  words: string,
): readonly number[] {
  const rank = new Map(merges.map(([left, right], i) => [`${left} ${right}`, i]));
  const pieces = words.match(/ ?[a-zA-Z]+| ?[0-9]+| ?[^\sa-zA-Z0-9]+|\s+(?!\S)|\s+/gu) ?? [];
  return pieces.flatMap((piece) => {
    let parts = [...piece.replace(/ /gu, "Ġ").replace(/\n/gu, "Ċ")];
    for (;;) {
      const ranks = parts.slice(1).map((part, i) => rank.get(`${parts[i]} ${part}`) ?? Infinity);
      const best = Math.min(...ranks, Infinity);
      if (best === Infinity) break;
      const at = ranks.indexOf(best);
      parts = [...parts.slice(0, at), `${parts[at]}${parts[at + 1]}`, ...parts.slice(at + 2)];
    }
    return parts.map((part) => tokens.indexOf(part));
  });
}

/** The model whose weights are what the quantised package stands for. */
function dequantised(model: TestModel): TestModel {
  const matrices = model.matrices.map(({ plan, values }) => ({
    plan,
    values: plan.kind === "norm" ? values : dequantise(quantise(values)),
  }));
  return { ...model, matrices };
}

type Greedy = { readonly tokens: readonly string[]; readonly best: readonly (readonly number[])[] };

/** What the reference says greedily, with the five largest log-probabilities before each token. */
function readGreedily(model: TestModel, count: number): Greedy {
  const reference = createReference(model.shape, model.matrices);
  let logits = new Float64Array();
  for (const token of promptTokens(model)) logits = Float64Array.from(reference.read(token));
  const tokens: string[] = [];
  const best: number[][] = [];
  for (let i = 0; i < count; i += 1) {
    const logProbabilities = toLogProbabilities(logits);
    best.push([...logProbabilities].toSorted((a, b) => b - a).slice(0, 5));
    const token = logProbabilities.indexOf(Math.max(...logProbabilities));
    tokens.push(model.vocabulary.tokens[token] ?? "");
    logits = Float64Array.from(reference.read(token));
  }
  return { tokens, best };
}

function toText(tokens: readonly string[]): string {
  return tokens.join("").replace(/Ġ/gu, " ").replace(/Ċ/gu, "\n");
}

/** One greedy answer, and the top log-probabilities of its first token at temperature 1. */
async function askGreedily(page: Page, count: number) {
  return page.evaluate(
    async ({ messages, max_tokens }) => {
      const { completions } = globalThis.engine.chat;
      const first = await completions.create({
        messages,
        max_tokens: 1,
        temperature: 1,
        top_p: 1,
        logprobs: true,
        top_logprobs: 5,
      });
      await globalThis.engine.resetChat();
      const answer = await completions.create({ messages, max_tokens, temperature: 0 });
      return {
        promptTokens: first.usage?.prompt_tokens,
        best: first.choices[0]?.logprobs?.content?.[0]?.top_logprobs.map(({ logprob }) => logprob) ?? [],
        text: answer.choices[0]?.message.content ?? "",
      };
    },
    { messages: MESSAGES, max_tokens: count },
  );
}

function largestDifference(left: readonly number[], right: readonly number[]): number {
  return Math.max(...left.map((value, i) => Math.abs(value - (right[i] ?? Infinity))));
}

for (const isQuantised of [false, true]) {
  test(`the small model says what the reference says, ${isQuantised ? "4-bit" : "f32"}`, async ({
    page,
    bench,
  }) => {
    const model = createTestModel();
    bench.add("small", model, isQuantised);
    await bench.load("small");
    const wanted = readGreedily(isQuantised ? dequantised(model) : model, 24);
    const seen = await askGreedily(page, 24);
    expect(seen.promptTokens).toBe(promptTokens(model).length);
    expect(largestDifference(wanted.best[0] ?? [], seen.best)).toBeLessThan(2e-3);
    expect(seen.text).toBe(toText(wanted.tokens));
  });
}
