/** Writes the same model as a GGUF file (version 3), as llama.cpp reads it. */
import { type GgufType, encodeForGguf } from "./quantise.ts";
import type { ModelShape, TensorKind, TensorPlan } from "./shape.ts";
import type { Vocabulary } from "./tokenizer.ts";
import type { Matrix } from "./weights.ts";

export type GgufOptions = {
  readonly shape: ModelShape;
  readonly matrices: readonly Matrix[];
  readonly vocabulary: Vocabulary;
  readonly type: GgufType;
  readonly opensThinking: boolean;
};

const ALIGNMENT = 32;
const TENSOR_TYPES: Readonly<Record<GgufType, number>> = { F32: 0, F16: 1, Q4_0: 2, Q8_0: 8 };
const FILE_TYPES: Readonly<Record<GgufType, number>> = { F32: 0, F16: 1, Q4_0: 2, Q8_0: 7 };

type Tensor = { readonly name: string; readonly sizes: readonly number[]; readonly values: Float32Array };

/** The bytes of the file. */
export function writeGguf(options: GgufOptions): Buffer {
  const tensors = options.matrices.flatMap((matrix) => listTensors(options.shape, matrix));
  const entries = describeModel(options);
  const typeOf = ({ sizes }: Tensor): GgufType => (sizes.length === 1 ? "F32" : options.type);
  const bodies = tensors.map((tensor) => pad(encodeForGguf(typeOf(tensor), tensor.values)));
  let offset = 0;
  const places = tensors.map((tensor, i) => {
    const place = [text(tensor.name), u32(tensor.sizes.length), ...tensor.sizes.map(u64)];
    const whole = [...place, u32(TENSOR_TYPES[typeOf(tensor)]), u64(offset)];
    offset += bodies[i]?.length ?? 0;
    return Buffer.concat(whole);
  });
  const head = [Buffer.from("GGUF"), u32(3), u64(tensors.length), u64(entries.length), ...entries, ...places];
  return Buffer.concat([pad(Buffer.concat(head)), ...bodies]);
}

function describeModel({ shape, vocabulary, type, opensThinking }: GgufOptions): readonly Buffer[] {
  const { markers } = vocabulary;
  const opening = opensThinking ? "<|im_start|>assistant\\n<think>\\n" : "<|im_start|>assistant\\n";
  const template =
    "{%- for message in messages -%}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}" +
    `{%- endfor -%}{%- if add_generation_prompt -%}{{ '${opening}' }}{%- endif -%}`;
  return [
    textEntry("general.architecture", "llama"),
    textEntry("general.name", "curbside test model"),
    wholeEntry("general.file_type", FILE_TYPES[type]),
    wholeEntry("llama.block_count", shape.layers),
    wholeEntry("llama.context_length", shape.contextLength),
    wholeEntry("llama.embedding_length", shape.hiddenSize),
    wholeEntry("llama.feed_forward_length", shape.intermediateSize),
    wholeEntry("llama.attention.head_count", shape.heads),
    wholeEntry("llama.attention.head_count_kv", shape.keyValueHeads),
    wholeEntry("llama.attention.key_length", shape.headSize),
    wholeEntry("llama.attention.value_length", shape.headSize),
    realEntry("llama.attention.layer_norm_rms_epsilon", shape.epsilon),
    wholeEntry("llama.rope.dimension_count", shape.headSize),
    realEntry("llama.rope.freq_base", shape.ropeBase),
    wholeEntry("llama.vocab_size", shape.vocabularySize),
    textEntry("tokenizer.ggml.model", "gpt2"),
    textEntry("tokenizer.ggml.pre", "gpt-2"),
    listEntry("tokenizer.ggml.tokens", TEXT, vocabulary.tokens.map(text)),
    listEntry("tokenizer.ggml.token_type", SIGNED, describeTokens(vocabulary).map(u32)),
    listEntry(
      "tokenizer.ggml.merges",
      TEXT,
      vocabulary.merges.map((pair) => text(pair.join(" "))),
    ),
    wholeEntry("tokenizer.ggml.bos_token_id", markers["<|endoftext|>"]),
    wholeEntry("tokenizer.ggml.eos_token_id", markers["<|im_end|>"]),
    wholeEntry("tokenizer.ggml.padding_token_id", markers["<|endoftext|>"]),
    entry("tokenizer.ggml.add_bos_token", FLAG, Buffer.from([0])),
    textEntry("tokenizer.chat_template", template),
  ];
}

/** 1 an ordinary token, 3 a control mark, 4 a mark that is part of the text. */
function describeTokens({ tokens, markers }: Vocabulary): readonly number[] {
  return tokens.map((_, id) => {
    if (id < markers["<|endoftext|>"]) return 1;
    return id < markers["<think>"] ? 3 : 4;
  });
}

function listTensors(shape: ModelShape, { plan, values }: Matrix): readonly Tensor[] {
  const block = /layers\.(\d+)\./.exec(plan.name)?.[1];
  const part = (name: string, first: number, count: number): Tensor => ({
    name: `blk.${block}.${name}.weight`,
    sizes: [plan.columns, count],
    values: values.subarray(first * plan.columns, (first + count) * plan.columns),
  });
  const queries = shape.heads * shape.headSize;
  const keys = shape.keyValueHeads * shape.headSize;
  const half = shape.intermediateSize;
  const tensors: Readonly<Record<TensorKind, () => readonly Tensor[]>> = {
    embedding: () => [{ name: "token_embd.weight", sizes: [plan.columns, plan.rows], values }],
    norm: () => [{ name: normName(plan, block), sizes: [plan.columns], values }],
    attention: () => [
      pairNeighbours(shape, part("attn_q", 0, queries)),
      pairNeighbours(shape, part("attn_k", queries, keys)),
      part("attn_v", queries + keys, keys),
    ],
    output: () => [part("attn_output", 0, plan.rows)],
    gate: () => [part("ffn_gate", 0, half), part("ffn_up", half, half)],
    down: () => [part("ffn_down", 0, plan.rows)],
  };
  return tensors[plan.kind]();
}

function normName({ name }: TensorPlan, block: string | undefined): string {
  if (block === undefined) return "output_norm.weight";
  return `blk.${block}.${name.includes("input") ? "attn_norm" : "ffn_norm"}.weight`;
}

/** llama.cpp turns neighbouring rows of a head together, where our layout pairs a row with the one half a head on. */
function pairNeighbours({ headSize }: ModelShape, tensor: Tensor): Tensor {
  const width = tensor.sizes[0] ?? 0;
  const values = new Float32Array(tensor.values.length);
  for (let row = 0; row < tensor.values.length / width; row += 1) {
    const depth = row % headSize;
    const from = row - depth + Math.floor(depth / 2) + (depth % 2) * (headSize / 2);
    values.set(tensor.values.subarray(from * width, (from + 1) * width), row * width);
  }
  return { ...tensor, values };
}

const UNSIGNED = 4;
const SIGNED = 5;
const REAL = 6;
const FLAG = 7;
const TEXT = 8;
const LIST = 9;

function entry(key: string, type: number, value: Buffer): Buffer {
  return Buffer.concat([text(key), u32(type), value]);
}

function textEntry(key: string, value: string): Buffer {
  return entry(key, TEXT, text(value));
}

function wholeEntry(key: string, value: number): Buffer {
  return entry(key, UNSIGNED, u32(value));
}

function realEntry(key: string, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return entry(key, REAL, bytes);
}

function listEntry(key: string, type: number, items: readonly Buffer[]): Buffer {
  return entry(key, LIST, Buffer.concat([u32(type), u64(items.length), ...items]));
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([u64(bytes.length), bytes]);
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
}
