/** The page half of `bench -- detokenise`: WebLLM's own tokenizer, once as it is used here and once as WebLLM does. */
import { MLCEngine } from "@mlc-ai/web-llm";
import { pipelineOf, type Pipeline } from "../../src/engines/web-llm/pipeline.ts";
import { createTextPieces } from "../../src/engines/web-llm/text-pieces.ts";

export type Costs = {
  /** Microseconds a token around the hundredth and around the four-thousandth. */
  readonly at100: number;
  readonly at4000: number;
  /** The same where all of the answer is decoded again for each token. */
  readonly wholeAt100: number;
  readonly wholeAt4000: number;
  /** Whether the pieces were the text. */
  readonly isSameText: boolean;
};

declare global {
  var measureCosts: (url: string) => Promise<Costs>;
}

const TOKENS = 4100;
/** Single tokens are quicker than the clock. */
const WINDOW = 100;

globalThis.measureCosts = async (url) => {
  const engine = new MLCEngine({
    appConfig: { model_list: [{ model: url, model_id: "tiny", model_lib: `${url}resolve/main/model.wasm` }] },
    logLevel: "SILENT",
  });
  await engine.reload("tiny");
  const { tokenizer } = pipelineOf(engine, "tiny");
  const words = "The patiënt's left calf – 38 °C, 患者 – is tender; 🫀 rate 112. ";
  const tokens = [...tokenizer.encode(words.repeat(200))].slice(0, TOKENS);
  const costs = { ...measurePieces(tokenizer, tokens), ...measureWhole(tokenizer, tokens) };
  await engine.unload();
  return costs;
};

type Tokenizer = Pipeline["tokenizer"];

function measurePieces(tokenizer: Tokenizer, tokens: readonly number[]) {
  const pieces = createTextPieces((part) => tokenizer.decode(part));
  let text = "";
  const push = (token: number): void => {
    text += pieces.push(token);
  };
  const timeWindow = (around: number): number => {
    const start = performance.now();
    for (const token of tokens.slice(around - WINDOW / 2, around + WINDOW / 2)) push(token);
    return ((performance.now() - start) * 1000) / WINDOW;
  };
  tokens.slice(0, 100 - WINDOW / 2).forEach(push);
  const at100 = timeWindow(100);
  tokens.slice(100 + WINDOW / 2, 4000 - WINDOW / 2).forEach(push);
  const at4000 = timeWindow(4000);
  tokens.slice(4000 + WINDOW / 2).forEach(push);
  const isSameText = text + pieces.finish() === tokenizer.decode(Int32Array.from(tokens));
  return { at100, at4000, isSameText };
}

function measureWhole(tokenizer: Tokenizer, tokens: readonly number[]) {
  const timeAt = (count: number): number => {
    const start = performance.now();
    for (let repeat = 0; repeat < WINDOW; repeat += 1)
      tokenizer.decode(Int32Array.from(tokens.slice(0, count)));
    return ((performance.now() - start) * 1000) / WINDOW;
  };
  return { wholeAt100: timeAt(100), wholeAt4000: timeAt(4000) };
}
