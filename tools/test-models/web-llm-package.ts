/** Writes a model as a WebLLM package: configuration, tokenizer, weights in one shard, and the library packed for it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Faults, packLibrary } from "../model-library/pack-library.ts";
import { interleave, interleaveHalves } from "./interleave.ts";
import { quantise } from "./quantise.ts";
import { type ModelShape, findShapeFault } from "./shape.ts";
import { type Vocabulary, writeTokenizerJson } from "./tokenizer.ts";
import type { Matrix } from "./weights.ts";

/** How many tokens of a prompt WebLLM hands over at once. */
const PREFILL_CHUNK = 256;

export type PackageOptions = {
  readonly shape: ModelShape;
  readonly matrices: readonly Matrix[];
  readonly vocabulary: Vocabulary;
  readonly isQuantised: boolean;
  /** Whether the template opens the model's answer with `<think>`. */
  readonly opensThinking: boolean;
  readonly faults?: Faults;
};

type Stored = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "uint32";
  readonly numbers: Float32Array | Uint32Array;
};

/** Writes the package into a folder, which is made when it is not there. */
export function writeWebLlmPackage(folder: string, options: PackageOptions): void {
  const fault = findShapeFault(options.shape, options.isQuantised);
  if (fault !== undefined) throw new Error(`The model library cannot run this shape: ${fault}.`);
  mkdirSync(folder, { recursive: true });
  const stored = options.matrices.flatMap((matrix) => storeMatrix(matrix, options.isQuantised));
  writeWeights(folder, stored);
  writeFileSync(join(folder, "tokenizer.json"), writeTokenizerJson(options.vocabulary));
  writeFileSync(join(folder, "mlc-chat-config.json"), JSON.stringify(describeChat(options), undefined, 1));
  writeFileSync(join(folder, "model.wasm"), packFor(options, stored));
}

/** The library for the same model with faults, to stand beside `model.wasm`. */
export function writeFaultyLibrary(path: string, options: PackageOptions): void {
  const stored = options.matrices.flatMap((matrix) => storeMatrix(matrix, options.isQuantised));
  writeFileSync(path, packFor(options, stored));
}

function storeMatrix({ plan, values }: Matrix, isQuantised: boolean): readonly Stored[] {
  const { name, kind, rows, columns } = plan;
  const put = kind === "gate" ? interleaveHalves : interleave;
  if (kind === "norm")
    return [{ name: `${name}.weight`, shape: [columns], dtype: "float32", numbers: values }];
  const describe = (suffix: string, numbers: Float32Array | Uint32Array, width: number): Stored => ({
    name: `${name}.${suffix}`,
    shape: [numbers.length / width / 16, width, 16],
    dtype: numbers instanceof Float32Array ? "float32" : "uint32",
    numbers,
  });
  if (!isQuantised) return [describe("weight", put(values, columns), columns)];
  if (values.length !== rows * columns) throw new Error(`${name} has ${values.length} weights`);
  const { words, scales } = quantise(values);
  return [
    describe("q_weight", put(words, columns / 8), columns / 8),
    describe("q_scale", put(scales, columns / 32), columns / 32),
  ];
}

function writeWeights(folder: string, stored: readonly Stored[]): void {
  const parts = stored.map(({ numbers }) =>
    Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  );
  const shard = Buffer.concat(parts);
  let byteOffset = 0;
  const records = stored.map(({ name, shape, dtype, numbers }) => {
    const record = { name, shape, dtype, format: "raw", nbytes: numbers.byteLength, byteOffset };
    byteOffset += numbers.byteLength;
    return record;
  });
  const cache = {
    metadata: { ParamSize: stored.length, ParamBytes: shard.length, BitsPerParam: 32 },
    records: [
      {
        dataPath: "params_shard_0.bin",
        format: "raw-shard",
        nbytes: shard.length,
        records,
        md5sum: createHash("md5").update(shard).digest("hex"),
      },
    ],
  };
  writeFileSync(join(folder, "params_shard_0.bin"), shard);
  writeFileSync(join(folder, "tensor-cache.json"), JSON.stringify(cache));
}

function packFor({ shape, isQuantised, faults = {} }: PackageOptions, stored: readonly Stored[]): Uint8Array {
  const listed = faults.losesTensor === true ? stored.slice(0, -1) : stored;
  const metadata = JSON.stringify({
    model_type: "llama",
    quantization: isQuantised ? "q4f32_1" : "q0f32",
    context_window_size: shape.contextLength,
    sliding_window_size: -1,
    attention_sink_size: -1,
    prefill_chunk_size: PREFILL_CHUNK,
    tensor_parallel_shards: 1,
    kv_state_kind: "kv_cache",
    max_batch_size: 1,
    params: listed.map(({ name, shape: sizes, dtype }) => ({ name, shape: sizes, dtype })),
  });
  const library = readFileSync("tools/model-library/library.wasm");
  return packLibrary(library, { shape, isQuantised, metadata, faults });
}

function describeChat({ shape, vocabulary, isQuantised, opensThinking }: PackageOptions): unknown {
  const { markers } = vocabulary;
  return {
    version: "0.1.0",
    model_type: "llama",
    quantization: isQuantised ? "q4f32_1" : "q0f32",
    model_config: {},
    vocab_size: shape.vocabularySize,
    context_window_size: shape.contextLength,
    sliding_window_size: -1,
    prefill_chunk_size: PREFILL_CHUNK,
    attention_sink_size: -1,
    tensor_parallel_shards: 1,
    temperature: 0.7,
    presence_penalty: 0,
    frequency_penalty: 0,
    repetition_penalty: 1,
    top_p: 0.95,
    tokenizer_files: ["tokenizer.json"],
    tokenizer_info: {
      token_postproc_method: "byte_level",
      prepend_space_in_encode: false,
      strip_space_in_decode: false,
    },
    conv_template: describeTemplate(markers["<|im_end|>"], opensThinking),
    pad_token_id: markers["<|endoftext|>"],
    bos_token_id: markers["<|endoftext|>"],
    eos_token_id: markers["<|im_end|>"],
  };
}

function describeTemplate(endOfTurn: number, opensThinking: boolean): unknown {
  return {
    name: "chatml",
    system_template: "<|im_start|>system\n{system_message}<|im_end|>\n",
    system_message: "You are a test.",
    system_prefix_token_ids: null,
    add_role_after_system_message: true,
    roles: { user: "<|im_start|>user", assistant: "<|im_start|>assistant" },
    role_templates: { user: "{user_message}", assistant: "{assistant_message}", tool: "{tool_message}" },
    messages: [],
    seps: ["<|im_end|>\n"],
    role_content_sep: "\n",
    role_empty_sep: opensThinking ? "\n<think>\n" : "\n",
    stop_str: ["<|im_end|>"],
    stop_token_ids: [endOfTurn],
    function_string: "",
    use_function_calling: false,
  };
}
