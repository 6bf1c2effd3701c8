/**
 * The reasoning models that WebLLM 0.2.86 knows, and some of them as GGUF for devices without WebGPU.
 *
 * None of them is pinned: whoever built this could not reach the hosts, and a hash that nobody calculated from the
 * files would protect nobody. Until a catalogue with hashes is imported or served, they are installed from a folder.
 *
 * Sources: memory of the WebLLM models as `vram_required_MB` in that version's list, at its context of 4,096 tokens;
 * bytes for a token of context from the published configurations (Qwen3 2025, Qwen2.5 and Llama 3.1 2024, Qwen3.5-9B
 * 2026); licences from the makers' model cards. Nothing is said of medical reasoning, because nothing was measured.
 */
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";

const MEBIBYTE = 1024 ** 2;
const CONTEXT = 4096;
/** 4-bit weights in groups of 32 with a scale each, at half and at full precision. */
const BITS_F16 = 4.5;
const BITS_F32 = 5;
/** Q8_0: 32 weights of 8 bits and a scale of 16. */
const BITS_Q8 = 8.5;

type Known = {
  readonly repository: string;
  readonly family: string;
  readonly template: string;
  readonly parameters: number;
  /** Keys and values of one token, as numbers; 0 where we do not know. */
  readonly numbersPerToken: number;
  readonly thinking: CatalogueEntry["thinking"];
  readonly licence: string;
  readonly memory: readonly [f16: number, f32: number];
};

const QWEN3 = { family: "Qwen3", template: "qwen3", thinking: "switchable", licence: "Apache-2.0" } as const;
const QWEN35 = {
  family: "Qwen3.5",
  template: "qwen3.5",
  thinking: "switchable",
  licence: "Apache-2.0",
} as const;
const DEEPSEEK = { family: "DeepSeek-R1-Distill", template: "deepseek-r1", thinking: "always" } as const;
const QWEN25_MATH = "MIT; based on Qwen2.5-Math (Apache-2.0)";
const LLAMA = "MIT; based on Llama 3.1 (Llama 3.1 Community License)";

/** Larger ones first, and of equals the newer: where several fit, the first is recommended. */
const KNOWN = [
  { repository: "Qwen3.5-9B", ...QWEN35, parameters: 9e9, numbersPerToken: 16_384, memory: [6433, 7545] },
  { repository: "Qwen3-8B", ...QWEN3, parameters: 8.2e9, numbersPerToken: 73_728, memory: [5696, 6853] },
  {
    repository: "DeepSeek-R1-Distill-Llama-8B",
    ...DEEPSEEK,
    licence: LLAMA,
    parameters: 8e9,
    numbersPerToken: 65_536,
    memory: [5001, 6101],
  },
  {
    repository: "DeepSeek-R1-Distill-Qwen-7B",
    ...DEEPSEEK,
    licence: QWEN25_MATH,
    parameters: 7.6e9,
    numbersPerToken: 28_672,
    memory: [5107, 5900],
  },
  { repository: "Qwen3.5-4B", ...QWEN35, parameters: 4e9, numbersPerToken: 0, memory: [3868, 4680] },
  { repository: "Qwen3-4B", ...QWEN3, parameters: 4e9, numbersPerToken: 73_728, memory: [3432, 4328] },
  {
    repository: "Ministral-3-3B-Reasoning-2512",
    family: "Ministral 3",
    template: "mistral-v7",
    thinking: "always",
    licence: "Apache-2.0",
    parameters: 3.4e9,
    numbersPerToken: 0,
    memory: [2864, 3532],
  },
  { repository: "Qwen3.5-2B", ...QWEN35, parameters: 2e9, numbersPerToken: 0, memory: [2245, 2592] },
  { repository: "Qwen3-1.7B", ...QWEN3, parameters: 1.7e9, numbersPerToken: 57_344, memory: [2037, 2635] },
  { repository: "Qwen3.5-0.8B", ...QWEN35, parameters: 0.8e9, numbersPerToken: 0, memory: [1629, 1894] },
  { repository: "Qwen3-0.6B", ...QWEN3, parameters: 0.6e9, numbersPerToken: 57_344, memory: [1403, 1925] },
] as const satisfies readonly Known[];

/** Models whose makers publish GGUF files themselves. */
const AS_GGUF = ["Qwen3-4B", "Qwen3-1.7B", "Qwen3-0.6B"] as const;

/** The catalogue of this build. */
export const OWN_ENTRIES: readonly CatalogueEntry[] = [
  ...KNOWN.flatMap((known) => [describeWebLlm(known, "q4f16_1"), describeWebLlm(known, "q4f32_1")]),
  ...KNOWN.filter(({ repository }) => AS_GGUF.some((name) => name === repository)).map(describeGguf),
];

function describeShared(known: Known) {
  const { repository, family, template, parameters, thinking, licence } = known;
  return {
    name: repository.replaceAll("-", " "),
    family,
    template,
    parameters,
    thinking,
    licence,
    contextTokens: CONTEXT,
    knownOf: "",
    revision: "",
    files: [],
  };
}

function describeWebLlm(known: Known, quantisation: "q4f16_1" | "q4f32_1"): CatalogueEntry {
  const isHalf = quantisation === "q4f16_1";
  const id = `${known.repository}-${quantisation}-MLC`;
  return {
    ...describeShared(known),
    id,
    format: "web-llm",
    quantisation,
    bytesPerContextToken: known.numbersPerToken * (isHalf ? 2 : 4),
    memoryBytes: known.memory[isHalf ? 0 : 1] * MEBIBYTE,
    roughBytes: weightBytes(known, isHalf ? BITS_F16 : BITS_F32),
    needsHalfPrecision: isHalf,
    address: `https://huggingface.co/mlc-ai/${id}`,
  };
}

/** llama.cpp keeps a context at half precision, our engine two of them; half a gibibyte more is to work in. */
function describeGguf(known: Known): CatalogueEntry {
  const weights = weightBytes(known, BITS_Q8);
  return {
    ...describeShared(known),
    id: `${known.repository}-Q8_0-GGUF`,
    format: "gguf",
    quantisation: "Q8_0",
    bytesPerContextToken: known.numbersPerToken * 2,
    memoryBytes: weights + 2 * known.numbersPerToken * 2 * CONTEXT + 512 * MEBIBYTE,
    roughBytes: weights,
    needsHalfPrecision: false,
    address: `https://huggingface.co/Qwen/${known.repository}-GGUF`,
  };
}

function weightBytes({ parameters }: Known, bits: number): number {
  return Math.round((parameters * bits) / 8);
}
