import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findGgufMisfit, recogniseChatTemplate } from "./gguf-fit.ts";
import { parseGgufHeader, type GgufHeader } from "./gguf-header.ts";

type Fact = readonly [key: string, type: number, value: Uint8Array];

const u32 = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);
const u64 = (value: number) => new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const words = (value: string) => {
  const bytes = new TextEncoder().encode(value);
  return join(u64(bytes.length), bytes);
};
const said = (key: string, value: string): Fact => [key, 8, words(value)];
const counted = (key: string, value: number): Fact => [key, 4, u32(value)];
const listed = (key: string, values: readonly number[]): Fact => [
  key,
  9,
  join(u32(4), u64(values.length), ...values.map(u32)),
];
const vocabulary: Fact = ["tokenizer.ggml.tokens", 9, join(u32(8), u64(2), words("a"), words("calf"))];

const FACTS: readonly Fact[] = [
  said("general.architecture", "qwen3"),
  said("general.name", "Small"),
  counted("qwen3.block_count", 3),
  counted("qwen3.context_length", 4096),
  counted("qwen3.embedding_length", 64),
  counted("qwen3.attention.head_count", 4),
  counted("qwen3.attention.head_count_kv", 2),
  said("tokenizer.ggml.model", "gpt2"),
  vocabulary,
  said("tokenizer.chat_template", "<|im_start|>"),
];

/** One matrix of 64 by 32 in Q8_0 and one list of 32 floats behind it. */
const MATRIX = join(words("token_embd.weight"), u32(2), u64(64), u64(32), u32(8), u64(0));
const TENSORS = join(MATRIX, words("output_norm.weight"), u32(1), u64(32), u32(0), u64(2176));

function write(facts: readonly Fact[] = FACTS): Uint8Array {
  const head = [new TextEncoder().encode("GGUF"), u32(3), u64(2), u64(facts.length)];
  return join(...head, ...facts.flatMap(([key, type, value]) => [words(key), u32(type), value]), TENSORS);
}

function read(facts?: readonly Fact[]): GgufHeader {
  const parsed = parseGgufHeader(write(facts));
  if (!parsed.ok) throw new Error(parsed.error.type);
  return parsed.value;
}

test("tells what an installer and an engine need", () => {
  const bytes = write();
  const start = Math.ceil(bytes.length / 32) * 32;
  expect(read()).toEqual({
    architecture: "qwen3",
    name: "Small",
    quantisation: "Q8_0",
    contextTokens: 4096,
    bytesPerContextToken: 3 * 2 * (16 + 16) * 2,
    chatTemplate: "<|im_start|>",
    hasVocabulary: true,
    parts: 1,
    leastBytes: start + 2176 + 128,
  });
});

test("counts keys and values as each layer keeps them", () => {
  const facts = FACTS.filter(([key]) => !key.includes("head_count_kv"));
  const wide = [counted("qwen3.attention.key_length", 24), counted("qwen3.attention.value_length", 8)];
  const perLayer = listed("qwen3.attention.head_count_kv", [0, 1, 4]);
  expect(read([...facts, perLayer, ...wide]).bytesPerContextToken).toBe(5 * (24 + 8) * 2);
  expect(read(facts).bytesPerContextToken).toBe(3 * 4 * (16 + 16) * 2);
});

test("every beginning of a header is known to be cut", () => {
  const bytes = write();
  for (let length = 0; length < bytes.length; length += 1) {
    const parsed = parseGgufHeader(bytes.subarray(0, length));
    expect(parsed, String(length)).toEqual({ ok: false, error: { type: "gguf-cut" } });
  }
  expect(parseGgufHeader(bytes).ok).toBe(true);
});

test.each([
  ["a zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])],
  ["a web page", new TextEncoder().encode("<!doctype html><title>404</title>")],
  ["a version nobody uses", join(new TextEncoder().encode("GGUF"), u32(9), u64(0), u64(0))],
  ["a model without a kind", write(FACTS.slice(1))],
  ["a list of lists", write([...FACTS, ["odd", 9, join(u32(9), u64(1), u32(4), u64(0))]])],
  ["a type that does not exist", write([...FACTS, ["odd", 77, u32(1)]])],
])("%s is unreadable, not cut", (_name, bytes) => {
  expect(parseGgufHeader(bytes)).toEqual({ ok: false, error: { type: "gguf-unreadable" } });
});

test("a file that lies about lengths is cut, at once", () => {
  const huge = new Uint8Array(8).fill(255);
  const lies = [
    write([...FACTS, ["long", 8, huge]]),
    write([...FACTS, ["many", 9, join(u32(8), huge)]]),
    write([...FACTS, ["wide", 9, join(u32(12), huge)]]),
    join(new TextEncoder().encode("GGUF"), u32(3), huge, huge),
  ];
  for (const bytes of lies)
    expect(parseGgufHeader(bytes)).toEqual({ ok: false, error: { type: "gguf-cut" } });
});

test("whatever the bytes, it answers and stays inside them", () => {
  const bytes = write();
  const places = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 });
  fc.assert(
    fc.property(places, fc.nat(64), (changes, before) => {
      // The same bytes as a part of something larger: a reader that leaves its bounds would find other things there.
      const around = new Uint8Array(before + bytes.length + 64).fill(1);
      const copy = around.subarray(before, before + bytes.length);
      copy.set(bytes);
      for (const [place, value] of changes) copy[place] = value;
      const alone = parseGgufHeader(copy.slice());
      expect(parseGgufHeader(copy)).toEqual(alone);
      expect(alone.ok ? alone.value.bytesPerContextToken : 0).toBeGreaterThanOrEqual(0);
    }),
    { seed: 17, numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
      expect(parseGgufHeader(junk).ok).toBe(false);
    }),
    { seed: 18, numRuns: 500 },
  );
});

test("says why a file cannot be run", () => {
  const header = read();
  expect(findGgufMisfit(header, header.leastBytes)).toBeUndefined();
  expect(findGgufMisfit(header, header.leastBytes - 1)).toBe("cut-off");
  expect(findGgufMisfit({ ...header, architecture: "bert" }, 1e9)).toBe("unknown-architecture");
  expect(findGgufMisfit({ ...header, hasVocabulary: false }, 1e9)).toBe("no-vocabulary");
  expect(findGgufMisfit({ ...header, parts: 2 }, 1e9)).toBe("in-parts");
});

const CHATML = "{{ '<|im_start|>' + role }}";

test.each([
  ["chatml", `${CHATML}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}`],
  [
    "qwen3",
    `${CHATML}{% if add_generation_prompt %}{% if enable_thinking is false %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}{% endif %}`,
  ],
  [
    "qwen3.5",
    `${CHATML}{% if '</think>' in content %}{% endif %}{% if add_generation_prompt %}{% if no %}{{ '<think>\\n\\n</think>\\n\\n' }}{% else %}{{ '<think>\\n' }}{% endif %}{% endif %}`,
  ],
  ["deepseek-r1", "{{'<｜User｜>'}}{{'<｜Assistant｜><think>\\n'}}"],
  ["llama-3", "{{ '<|start_header_id|>' + role }}"],
  ["mistral-v7", "{{ '[SYSTEM_PROMPT]' }}{{ '[INST]' }}"],
  [undefined, "{{ '<start_of_turn>' + role }}"],
  [undefined, ""],
])("a published template is recognised as %s", (id, published) => {
  expect(recogniseChatTemplate(published)).toBe(id);
});
