/**
 * Where a family's stream begins. Families whose chat template writes the opening mark itself stream without it;
 * all others either write it themselves or do not think.
 */
import type { ThinkingStyle } from "./split-state.ts";

/** Templates that end the prompt with `<think>`: DeepSeek-R1 and its distills, QwQ, Qwen3's thinking-only models. */
const OPENED_BY_TEMPLATE = [/deepseek-r1(?!.*qwen3)/i, /r1-distill/i, /\bqwq\b/i, /qwen3.*thinking/i];

/** What is known of a model by its name, where the prompt itself is not at hand. */
export function thinkingStyleOfModel(modelName: string): ThinkingStyle {
  return { start: OPENED_BY_TEMPLATE.some((pattern) => pattern.test(modelName)) ? "thinking" : "answer" };
}

const ENDS_OPEN = /(?:<think(?:ing)?>|\[THINK\])\s*$/;

/** What the rendered prompt itself says, which is better than any table: whether it ends inside the thinking. */
export function thinkingStyleOfPrompt(prompt: string): ThinkingStyle {
  return { start: ENDS_OPEN.test(prompt.slice(-64)) ? "thinking" : "answer" };
}
