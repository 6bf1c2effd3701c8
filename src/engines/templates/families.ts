/**
 * The chat templates of the model families, as data: the bytes around each turn, and what the reply begins with when it
 * may think and when it may not. Sources: the chat templates published with Qwen3 (2025), Qwen3.5 (2026),
 * DeepSeek-R1 distills (2025), Llama 3 (2024) and Mistral's V7 tokenizer (2025).
 */

/** What stands before and after the text of a turn. */
type Frame = readonly [before: string, after: string];

export type ChatTemplate = {
  readonly id: string;
  readonly begin: string;
  readonly system: Frame;
  readonly user: Frame;
  readonly assistant: Frame;
  /** Put at the start of a reply that may think; empty where the model opens its thinking itself. */
  readonly opened: string;
  /** Put at the start of a reply that shall not think: thinking that is over before it began. */
  readonly closed: string;
};

const THINKING_OVER = "<think>\n\n</think>\n\n";

const CHATML = {
  begin: "",
  system: ["<|im_start|>system\n", "<|im_end|>\n"],
  user: ["<|im_start|>user\n", "<|im_end|>\n"],
  assistant: ["<|im_start|>assistant\n", "<|im_end|>\n"],
} as const;

/** One line a family; the id is what a catalogue entry names. */
export const CHAT_TEMPLATES = [
  { id: "chatml", ...CHATML, opened: "", closed: "" },
  { id: "qwen3", ...CHATML, opened: "", closed: THINKING_OVER },
  { id: "qwen3.5", ...CHATML, opened: "<think>\n", closed: THINKING_OVER },
  {
    id: "deepseek-r1",
    begin: "<｜begin▁of▁sentence｜>",
    system: ["", ""],
    user: ["<｜User｜>", ""],
    assistant: ["<｜Assistant｜>", "<｜end▁of▁sentence｜>"],
    opened: "<think>\n",
    closed: THINKING_OVER,
  },
  {
    id: "llama-3",
    begin: "<|begin_of_text|>",
    system: ["<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"],
    user: ["<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"],
    assistant: ["<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"],
    opened: "",
    closed: "",
  },
  {
    id: "mistral-v7",
    begin: "<s>",
    system: ["[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]"],
    user: ["[INST]", "[/INST]"],
    assistant: ["", "</s>"],
    opened: "",
    closed: "",
  },
] as const satisfies readonly ChatTemplate[];

export type ChatTemplateId = (typeof CHAT_TEMPLATES)[number]["id"];
