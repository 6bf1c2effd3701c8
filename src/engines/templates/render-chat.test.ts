import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatMessage } from "../../contracts/engine.ts";
import { CHAT_TEMPLATES, type ChatTemplateId } from "./families.ts";
import { renderChat } from "./render-chat.ts";

const FIRST: readonly ChatMessage[] = [
  { role: "system", text: "Help." },
  { role: "user", text: "Think." },
];
const SECOND: readonly ChatMessage[] = [
  ...FIRST,
  { role: "assistant", text: "ready" },
  { role: "user", text: "State." },
];

/** Prompt bytes of a first turn that may think, and of a second that may not. */
const GOLDEN: Readonly<Record<ChatTemplateId, readonly [string, string]>> = {
  chatml: [
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\n",
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\nready<|im_end|>\n<|im_start|>user\nState.<|im_end|>\n<|im_start|>assistant\n",
  ],
  qwen3: [
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\n",
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\nready<|im_end|>\n<|im_start|>user\nState.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
  ],
  "qwen3.5": [
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\n<think>\n",
    "<|im_start|>system\nHelp.<|im_end|>\n<|im_start|>user\nThink.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\nready<|im_end|>\n<|im_start|>user\nState.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
  ],
  "deepseek-r1": [
    "<｜begin▁of▁sentence｜>Help.<｜User｜>Think.<｜Assistant｜><think>\n",
    "<｜begin▁of▁sentence｜>Help.<｜User｜>Think.<｜Assistant｜><think>\n\n</think>\n\nready<｜end▁of▁sentence｜><｜User｜>State.<｜Assistant｜><think>\n\n</think>\n\n",
  ],
  "llama-3": [
    "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nHelp.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nThink.<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
    "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nHelp.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nThink.<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nready<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nState.<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
  ],
  "mistral-v7": [
    "<s>[SYSTEM_PROMPT]Help.[/SYSTEM_PROMPT][INST]Think.[/INST]",
    "<s>[SYSTEM_PROMPT]Help.[/SYSTEM_PROMPT][INST]Think.[/INST]ready</s>[INST]State.[/INST]",
  ],
};

test.each(CHAT_TEMPLATES)("$id: a model reads exactly these bytes", ({ id }) => {
  const first = renderChat(id, { type: "chat", messages: FIRST, thinking: true });
  const second = renderChat(id, { type: "chat", messages: SECOND, thinking: false });
  expect([first, second]).toEqual(GOLDEN[id]);
});

/** A reply as this family gives it: with its own opening mark, after the template's, or without thinking. */
function replyOf(opened: string, thinks: boolean, said: string): string {
  if (!thinks) return said;
  return opened === "" ? `<think>\nSo.\n</think>\n\n${said}` : `So.\n</think>\n\n${said}`;
}

test.each(CHAT_TEMPLATES)(
  "$id: what was read and said is the beginning of every later prompt",
  ({ id, opened }) => {
    const words = fc.stringMatching(/^[a-z0-9 .\n]{0,20}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.boolean(), words), { maxLength: 5 }), (turns) => {
        const messages: ChatMessage[] = [{ role: "system", text: "Help." }];
        let known = "";
        for (const [asked, thinking, said] of turns) {
          messages.push({ role: "user", text: asked });
          const prompt = renderChat(id, { type: "chat", messages, thinking });
          expect(prompt.startsWith(known)).toBe(true);
          const reply = replyOf(opened, thinking, said);
          known = `${prompt}${reply}`;
          messages.push({ role: "assistant", text: reply });
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  },
);
