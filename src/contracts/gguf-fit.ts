/** Whether a GGUF file can be run at all, and which of our chat templates it was trained on: known before it is kept. */
import type { GgufHeader } from "./gguf-header.ts";

/**
 * Kinds of network that the pinned wllama runs and that answer in text. Encoders, adapters and readers of pictures are
 * GGUF files as well, and are not in this list; a test holds it to the names inside the library.
 */
export const GGUF_ARCHITECTURES: ReadonlySet<string> = new Set(
  `llama llama4 mistral3 mistral4 qwen2 qwen2moe qwen3 qwen3moe qwen3next qwen35 qwen35moe gemma gemma2 gemma3 gemma3n
  phi3 phimoe deepseek2 gpt-oss granite smollm3 olmo olmo2 cohere2 exaone4 falcon-h1 lfm2 ernie4_5 hunyuan-dense glm4
  minicpm nemotron nemotron_h seed_oss apertus internlm2 stablelm starcoder2 jamba mamba`.split(/\s+/u),
);

/** Why a file with a readable header cannot be run; undefined when it can. */
export function findGgufMisfit(
  { architecture, hasVocabulary, parts, leastBytes }: GgufHeader,
  fileBytes: number,
): "unknown-architecture" | "no-vocabulary" | "in-parts" | "cut-off" | undefined {
  if (!GGUF_ARCHITECTURES.has(architecture)) return "unknown-architecture";
  if (!hasVocabulary) return "no-vocabulary";
  if (parts > 1) return "in-parts";
  return fileBytes < leastBytes ? "cut-off" : undefined;
}

/** Marks that only one family's template holds; what its reply begins with then tells apart those that share them. */
const FAMILY_MARKS = [
  ["<｜Assistant｜>", "deepseek-r1"],
  ["<|start_header_id|>", "llama-3"],
  ["[SYSTEM_PROMPT]", "mistral-v7"],
] as const;

/** Id of the chat template of ours that a published template is; undefined when it is none of them. */
export function recogniseChatTemplate(published: string): string | undefined {
  const marked = FAMILY_MARKS.find(([mark]) => published.includes(mark));
  if (marked !== undefined) return marked[1];
  if (!published.includes("<|im_start|>")) return undefined;
  const reply = published.slice(published.lastIndexOf("add_generation_prompt"));
  // An opening mark that is not closed at once: the reply begins inside the thinking.
  if (/<think>(?!(?:\\n|\n|\s)*<\/think>)/u.test(reply)) return "qwen3.5";
  return reply.includes("</think>") ? "qwen3" : "chatml";
}
