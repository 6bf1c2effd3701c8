import { expect, test } from "vitest";
import { readChatConfig } from "./chat-config.ts";
import { refuseContext } from "./memory-fit.ts";

const GIGABYTE = 2 ** 30;
/** As Qwen3-4B: 36 layers of 8 heads of 128 numbers, keys and values in half precision. */
const model = { contextTokens: 40_960, bytesPerContextToken: 36 * 8 * 128 * 2 * 2 };

test("a context that fits in the buffers of its layers is taken", () => {
  expect(refuseContext(32_768, { model, layers: 36, bufferBytes: GIGABYTE })).toBeUndefined();
});

test("a context beyond what the device or the model can hold is refused with the most there is", () => {
  expect(refuseContext(40_960, { model, layers: 36, bufferBytes: 2 ** 27 })).toEqual({
    type: "engine-context-too-large",
    contextTokens: 40_960,
    mostTokens: 32_768,
  });
  expect(refuseContext(50_000, { model, layers: 36, bufferBytes: GIGABYTE })).toMatchObject({
    mostTokens: 40_960,
  });
  expect(refuseContext(0, { model, layers: 36, bufferBytes: GIGABYTE })).toMatchObject({ contextTokens: 0 });
});

test("a model that does not say what a token takes is held to its own context alone", () => {
  const silent = { ...model, bytesPerContextToken: 0 };
  expect(refuseContext(40_960, { model: silent, layers: 1, bufferBytes: 2 ** 27 })).toBeUndefined();
});

test.each([
  [{ model_config: { num_hidden_layers: 36 } }, 36],
  [{ model_config: { text_config: { num_hidden_layers: 26 } } }, 26],
  [{ model_config: { num_hidden_layers: 32, full_attention_interval: 4 } }, 8],
  [{ model_config: { layer_types: ["linear_attention", "full_attention"], num_hidden_layers: 2 } }, 1],
  [{ model_config: {} }, 1],
  [{}, 1],
  [{ model_config: { num_hidden_layers: -4 } }, 1],
])("reads the layers of %j", (config, layers) => {
  expect(readChatConfig(new TextEncoder().encode(JSON.stringify(config)))).toEqual({ layers });
});

test("what is no configuration is none", () => {
  for (const text of ["<!doctype html>", "7", "null", ""])
    expect(readChatConfig(new TextEncoder().encode(text))).toBeUndefined();
});
