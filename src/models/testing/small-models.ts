/** Files that look like models, small enough for a test: nothing runs them. */
import { md5 } from "hash-wasm";

type Bytes = Uint8Array<ArrayBuffer>;

/** A file as a browser hands it over from a picked folder. */
export function pick(name: string, content: Bytes | string, folder = ""): File {
  const file = new File([content], name);
  const path = folder === "" ? "" : `${folder}/${name}`;
  Object.defineProperty(file, "webkitRelativePath", { value: path });
  return file;
}

/** Bytes that are told apart by a seed. */
export function bytesOf(length: number, seed: number): Bytes {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 7)) % 251);
}

export type PackageOptions = {
  readonly quantisation?: string;
  readonly seed?: number;
  readonly folder?: string;
  readonly shardBytes?: number;
};

/** Two shards of weights, and what stands beside them. */
export async function makePackage({
  quantisation = "q4f32_1",
  seed = 1,
  folder = "tiny-model",
  shardBytes = 6000,
}: PackageOptions = {}): Promise<readonly File[]> {
  const shards = [bytesOf(shardBytes, seed), bytesOf(shardBytes / 2, seed + 1)];
  const config = {
    model_type: "qwen3",
    quantization: quantisation,
    context_window_size: 4096,
    model_config: {
      num_hidden_layers: 4,
      num_attention_heads: 4,
      num_key_value_heads: 2,
      head_dim: 16,
      hidden_size: 64,
    },
    tokenizer_files: ["tokenizer.json", "merges.txt"],
    conv_template: { name: "qwen", roles: { user: "<|im_start|>user" } },
  };
  const sums = await Promise.all(shards.map(async (shard) => md5(shard)));
  const records = shards.map((shard, i) => ({
    dataPath: `params_shard_${i}.bin`,
    format: "raw-shard",
    nbytes: shard.length,
    records: [
      { name: `a${i}`, shape: [1], dtype: "uint32", format: "raw", nbytes: shard.length, byteOffset: 0 },
    ],
    md5sum: sums[i],
  }));
  return [
    pick("mlc-chat-config.json", JSON.stringify(config), folder),
    pick("tensor-cache.json", JSON.stringify({ metadata: {}, records }), folder),
    ...shards.map((shard, i) => pick(`params_shard_${i}.bin`, shard, folder)),
    pick("tokenizer.json", '{"model":{}}', folder),
    pick("tiny.wasm", new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), folder),
    pick("README.md", "A model", folder),
  ];
}

const u32 = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);
const u64 = (value: number) => new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);

function join(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function words(value: string): Bytes {
  const bytes = new TextEncoder().encode(value);
  return join(u64(bytes.length), bytes);
}

/** One matrix in Q8_0, with a header that says what is in it. */
export function makeGguf(
  architecture = "qwen3",
  facts: Readonly<Record<string, number>> = {},
  template = "<|im_start|>",
): Bytes {
  const said = (key: string, value: string) => join(words(key), u32(8), words(value));
  const counted = (key: string, value: number) => join(words(key), u32(4), u32(value));
  const entries = [
    said("general.architecture", architecture),
    said("general.name", "Tiny GGUF"),
    counted(`${architecture}.block_count`, 2),
    counted(`${architecture}.context_length`, 4096),
    counted(`${architecture}.embedding_length`, 64),
    counted(`${architecture}.attention.head_count`, 4),
    counted(`${architecture}.attention.head_count_kv`, 2),
    said("tokenizer.ggml.model", "gpt2"),
    said("tokenizer.chat_template", template),
    ...Object.entries(facts).map(([key, value]) => counted(key, value)),
  ];
  const tensor = join(words("token_embd.weight"), u32(2), u64(64), u64(32), u32(8), u64(0));
  const magic = new TextEncoder().encode("GGUF");
  const head = join(magic, u32(3), u64(1), u64(entries.length), ...entries, tensor);
  const padding = new Uint8Array((32 - (head.length % 32)) % 32);
  return join(head, padding, bytesOf(2176, 5));
}
