/**
 * The marks that models put around thinking, tool calls and channels, as data. Sources: the chat templates and
 * model cards of Qwen3, DeepSeek-R1, Phi-4 reasoning, Nemotron, Ministral reasoning, and the gpt-oss harmony format.
 */

export type MarkerRole =
  | "open-thinking"
  | "close-thinking"
  | "open-tool"
  | "close-tool"
  | "fence"
  | "channel"
  | "start"
  | "message"
  | "end";

export type Marker = {
  readonly text: string;
  readonly role: MarkerRole;
  /** Marks of one kind close each other: a tool call ends with its own family's mark. */
  readonly family: string;
  /** Special tokens come in one spelling only; tags that models type by hand come in any case. */
  readonly anyCase: boolean;
};

const PAIRS: readonly (readonly [family: string, open: string, close: string, anyCase: boolean])[] = [
  ["think", "<think>", "</think>", true],
  ["think", "<thinking>", "</thinking>", true],
  ["think", "[THINK]", "[/THINK]", false],
];
const TOOL_PAIRS: readonly (readonly [family: string, open: string, close: string])[] = [
  ["tool_call", "<tool_call>", "</tool_call>"],
  ["toolcall", "<TOOLCALL>", "</TOOLCALL>"],
  ["deepseek", "<｜tool▁calls▁begin｜>", "<｜tool▁calls▁end｜>"],
  ["dsml", "<｜DSML｜tool_calls>", "</｜DSML｜tool_calls>"],
  ["dsml-calls", "<｜DSML｜function_calls>", "</｜DSML｜function_calls>"],
  ["section", "<|tool_calls_section_begin|>", "<|tool_calls_section_end|>"],
];

export const MARKERS: readonly Marker[] = [
  ...PAIRS.flatMap(([family, open, close, anyCase]): Marker[] => [
    { text: open, role: "open-thinking", family, anyCase },
    { text: close, role: "close-thinking", family, anyCase },
  ]),
  ...TOOL_PAIRS.flatMap(([family, open, close]): Marker[] => [
    { text: open, role: "open-tool", family, anyCase: false },
    { text: close, role: "close-tool", family, anyCase: false },
  ]),
  { text: "```", role: "fence", family: "backtick", anyCase: false },
  { text: "~~~", role: "fence", family: "tilde", anyCase: false },
  { text: "<|start|>", role: "start", family: "harmony", anyCase: false },
  { text: "<|channel|>", role: "channel", family: "harmony", anyCase: false },
  { text: "<|message|>", role: "message", family: "harmony", anyCase: false },
  { text: "<|end|>", role: "end", family: "harmony", anyCase: false },
  { text: "<|return|>", role: "end", family: "harmony", anyCase: false },
  { text: "<|call|>", role: "end", family: "harmony", anyCase: false },
];
