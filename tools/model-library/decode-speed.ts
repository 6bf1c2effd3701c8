/**
 * `node tools/run-ts.mjs tools/model-library/decode-speed.ts [FORM...]` measures prefill and decoding of the model
 * library in the real WebLLM on the software adapter; forms are small-f32, small-q4, large-f32 and large-q4.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../find-browser.mjs";
import { startServer } from "../serve.mjs";
import { createTestModel } from "../test-models/make-test-models.ts";
import { countParameters, smallShape } from "../test-models/shape.ts";
import { writeWebLlmPackage } from "../test-models/web-llm-package.ts";

const SHAPES = {
  small: smallShape,
  large: {
    ...smallShape,
    vocabularySize: 8192,
    hiddenSize: 384,
    layers: 6,
    heads: 6,
    headSize: 64,
    intermediateSize: 1024,
  },
};
const ROUNDS = 3;
const TOKENS = 100;

type Usage = { readonly prefill_tokens_per_s: number; readonly decode_tokens_per_s: number };

/** A folder that a server can show: an empty page and WebLLM as it is published. Packages go beside them. */
export function prepareSite(folder: string): void {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Model library</title>");
  writeFileSync(join(folder, "favicon.ico"), "");
  copyFileSync("node_modules/@mlc-ai/web-llm/lib/index.js", join(folder, "web-llm.js"));
}

type Measured = { readonly url: string; readonly rounds: number; readonly tokens: number };

/** Runs in the page; WebLLM's own figures leave out loading and the page around it. */
async function measureInPage({ url, rounds, tokens }: Measured) {
  const { MLCEngine } = await import(`${url}/web-llm.js`);
  const model = `${url}/model/`;
  const library = `${model}resolve/main/model.wasm`;
  const appConfig = { model_list: [{ model, model_id: "model", model_lib: library }] };
  const engine = new MLCEngine({ appConfig, logLevel: "ERROR" });
  const start = performance.now();
  await engine.reload("model");
  const loadMs = performance.now() - start;
  const usages: Usage[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await engine.resetChat();
    const answer = await engine.chat.completions.create({
      messages: [{ role: "user", content: "hello there" }],
      max_tokens: tokens,
      temperature: 0.8,
      seed: 1,
      ignore_eos: true,
    });
    // The first round warms up.
    if (round > 0) usages.push(answer.usage.extra);
  }
  return { loadMs, usages };
}

async function measure(size: keyof typeof SHAPES, isQuantised: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-decode-speed-"));
  const shape = SHAPES[size];
  prepareSite(folder);
  const options = { ...createTestModel(shape), isQuantised, opensThinking: false };
  writeWebLlmPackage(join(folder, "model/resolve/main"), options);
  const server = await startServer({ folder, withHeaders: false });
  const switches = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--enable-features=Vulkan"];
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", ...switches],
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const found = await page.evaluate(measureInPage, { url: server.url, rounds: ROUNDS, tokens: TOKENS });
    const rates = (name: keyof Usage) => found.usages.map((usage) => Math.round(usage[name]));
    const figures = {
      form: `${size}-${isQuantised ? "q4" : "f32"}`,
      parameters: countParameters(shape),
      loadMs: Math.round(found.loadMs),
      prefillTokensPerSecond: rates("prefill_tokens_per_s"),
      decodeTokensPerSecond: rates("decode_tokens_per_s"),
    };
    console.log(JSON.stringify(figures));
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(wanted: readonly string[]): Promise<void> {
  for (const size of ["small", "large"] as const)
    for (const isQuantised of [false, true])
      if (wanted.length === 0 || wanted.includes(`${size}-${isQuantised ? "q4" : "f32"}`))
        await measure(size, isQuantised);
}

if (process.argv[1] === resolve("tools/model-library/decode-speed.ts")) await main(process.argv.slice(2));
