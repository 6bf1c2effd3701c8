import { array, assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { thinkingStyleOfModel, thinkingStyleOfPrompt } from "./families.ts";
import { createThinkingSplit } from "./split.ts";
import type { SplitPiece, ThinkingStyle } from "./split-state.ts";

type Start = ThinkingStyle["start"];

function split(chunks: readonly string[], start: Start = "answer") {
  const machine = createThinkingSplit({ start });
  const pieces: SplitPiece[] = chunks.flatMap((chunk) => machine.push(chunk));
  const { pieces: last, flags } = machine.finish();
  const all = [...pieces, ...last];
  const on = (channel: SplitPiece["channel"]) =>
    all.flatMap((piece) => (piece.channel === channel ? piece.text : [])).join("");
  return { thinking: on("thinking"), answer: on("answer"), tool: on("tool"), flags };
}

const T = "<think>";
const E = "</think>";

test.each<[name: string, text: string, start: Start, thinking: string, answer: string, flags: string[]]>([
  ["opened by the model", `${T}\nwhy\n${E}\n\nso`, "answer", "\nwhy\n", "\n\nso", []],
  ["opened by the template", `why${E}so`, "thinking", "why", "so", []],
  ["opened by both", `\n${T}why${E}so`, "thinking", "\nwhy", "so", []],
  ["empty, as Qwen3 without thinking", `${T}\n\n${E}\n\nso`, "answer", "\n\n", "\n\nso", []],
  ["never opened", "so it is", "answer", "", "so it is", []],
  ["never closed", `${T}why`, "answer", "why", "", ["unclosed-thinking"]],
  ["never closed, opened by the template", "why", "thinking", "why", "", ["unclosed-thinking"]],
  ["a lone closing mark", `why${E}so`, "answer", "", `why${E}so`, ["lone-closing-mark"]],
  ["a lone closing mark in pasted text", `why${E}so`, "unknown", "why", "so", []],
  ["pasted without marks", "so it is", "unknown", "", "so it is", []],
  ["pasted with both marks", `${T}why${E}so`, "unknown", "why", "so", []],
  ["repeated", `${T}a${E}x${T}b${E}y`, "answer", "ab", "xy", ["repeated-thinking"]],
  ["nested", `${T}a${T}b${E}c${E}y`, "answer", `a${T}b${E}c`, "y", ["nested-thinking"]],
  ["nested, closed once", `${T}a${T}b${E}y`, "answer", `a${T}b`, "y", ["nested-thinking"]],
  ["nested thrice", `${T}a${T}b${T}c${E}d${E}y`, "answer", `a${T}b${T}c${E}d`, "y", ["nested-thinking"]],
  ["wrongly cased", "<THINK>why</Think>so", "answer", "why", "so", []],
  ["called thinking", "<thinking>why</thinking>so", "answer", "why", "so", []],
  ["Ministral", "[THINK]why[/THINK]so", "answer", "why", "so", []],
  [
    "in a code fence of the answer",
    `so\n\`\`\`\n${T}x${E}\n\`\`\`\n`,
    "answer",
    "",
    `so\n\`\`\`\n${T}x${E}\n\`\`\`\n`,
    [],
  ],
  [
    "in a code fence of the thinking",
    `a\n\`\`\`\n${T}x${E}\n\`\`\`\nb${E}y`,
    "thinking",
    `a\n\`\`\`\n${T}x${E}\n\`\`\`\nb`,
    "y",
    [],
  ],
  ["a fence that never closes", `a\n\`\`\`\nb${E}y`, "thinking", "a\n```\nb", "y", []],
  ["in inline code", `use \`${T}\` here`, "answer", "", `use \`${T}\` here`, []],
  ["in quotes, thinking", `a "${E}" b${E}y`, "thinking", `a "${E}" b`, "y", []],
  ["after a quote that ends", `"a"${E}y`, "thinking", '"a"', "y", []],
  ["almost a mark", "a < b <thin </think", "answer", "", "a < b <thin </think", []],
  ["empty", "", "answer", "", "", []],
])("%s", (_name, text, start, thinking, answer, flags) => {
  expect(split([text], start)).toEqual({ thinking, answer, tool: "", flags });
  expect(split(text.split(""), start)).toEqual({ thinking, answer, tool: "", flags });
});

const analysis = "<|channel|>analysis<|message|>why<|end|>";
test.each([
  [
    "analysis and final",
    `${analysis}<|start|>assistant<|channel|>final<|message|>so<|return|>`,
    "why",
    "so",
    "",
  ],
  ["cut in the answer", `${analysis}<|start|>assistant<|channel|>final<|message|>so`, "why", "so", ""],
  [
    "a call",
    `${analysis}<|start|>assistant<|channel|>commentary to=functions.f <|constrain|>json<|message|>{}<|call|>`,
    "why",
    "",
    "{}",
  ],
  [
    "a call without its end",
    `${analysis}<|start|>assistant to=functions.f<|channel|>commentary<|message|>{}`,
    "why",
    "",
    "{}",
  ],
  ["a preamble", "<|channel|>commentary<|message|>I will look.<|end|>", "", "I will look.", ""],
  ["think tags are text there", "<|channel|>final<|message|>a<think>b", "", "a<think>b", ""],
  ["thinking that never ends", "<|channel|>analysis<|message|>why", "why", "", ""],
  ["cut in a header", `${analysis}<|start|>assis`, "why", "", "<|start|>assis"],
])("gpt-oss, %s", (_name, text, thinking, answer, tool) => {
  expect(split([text])).toEqual({ thinking, answer, tool, flags: [] });
  expect(split(text.split(""))).toEqual({ thinking, answer, tool, flags: [] });
});

test.each([
  ["Qwen", "a\n<tool_call>\n{}\n</tool_call>\n<tool_call>{}</tool_call>", "a\n", []],
  ["Nemotron", "\n\n<TOOLCALL>[{}]</TOOLCALL>", "\n\n", []],
  ["DeepSeek V3", "<｜tool▁calls▁begin｜>x<｜tool▁calls▁end｜>", "", []],
  ["DeepSeek V4", "<｜DSML｜tool_calls>\nx\n</｜DSML｜tool_calls>", "", []],
  ["text after a call", "<tool_call>{}</tool_call>\n\nso", "\n\nso", []],
  ["a call that never ends is text", 'a<tool_call>\n{"name', 'a<tool_call>\n{"name', ["unclosed-tool-call"]],
] as const)("tool calls of %s are not the answer", (_name, text, answer, flags) => {
  expect(split([text])).toMatchObject({ thinking: "", answer, flags });
  expect(split(text.split(""))).toMatchObject({ thinking: "", answer, flags });
});

const FRAGMENTS = [
  T,
  E,
  "<THINK>",
  "<",
  "</",
  "think>",
  "`",
  "```",
  "\n",
  "~~~\n",
  '"',
  " ",
  "so",
  "🙂",
  "[THINK]",
  "<tool_call>",
  "</tool_call>",
  "<|channel|>",
  "final",
  "analysis",
  "<|message|>",
  "<|end|>",
  "<|start|>",
  "\ud83d",
  "é",
];

/** Text that is part of no mark, whatever stands beside it. */
const wordsOf = (text: string) => text.match(/so|🙂|é/g)?.length ?? 0;

test("any cut of any text gives the same split, and loses no character", () => {
  assert(
    property(
      array(constantFrom(...FRAGMENTS), { maxLength: 24 }),
      constantFrom<Start>("thinking", "answer", "unknown"),
      array(integer({ min: 0, max: 100 }), { maxLength: 5 }),
      (fragments, start, cuts) => {
        const text = fragments.join("");
        const whole = split([text], start);
        expect(split(text.split(""), start)).toEqual(whole);
        const at = [0, ...cuts.toSorted((left, right) => left - right), text.length];
        expect(
          split(
            at.slice(1).map((cut, index) => text.slice(at[index], cut)),
            start,
          ),
        ).toEqual(whole);
        expect(wordsOf(whole.thinking) + wordsOf(whole.answer) + wordsOf(whole.tool)).toBe(wordsOf(text));
      },
    ),
    { seed: 20261126, numRuns: 1000 },
  );
}, 60_000);

test("what is certain is handed out at once", () => {
  const machine = createThinkingSplit({ start: "thinking" });
  expect(machine.push("why <")).toEqual([{ channel: "thinking", text: "why " }]);
  expect(machine.push("/thi")).toEqual([]);
  expect(machine.push("nk>so")).toEqual([{ channel: "answer", text: "so" }]);
});

test.each([
  ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "thinking"],
  ["DeepSeek-R1-Distill-Qwen-7B-q4f16_1-MLC", "thinking"],
  ["Qwen/QwQ-32B", "thinking"],
  ["Qwen3-4B-Thinking-2507", "thinking"],
  ["Qwen/Qwen3-0.6B", "answer"],
  ["microsoft/Phi-4-reasoning", "answer"],
  ["openai/gpt-oss-20b", "answer"],
])("%s streams begin in the %s", (model, start) => {
  expect(thinkingStyleOfModel(model)).toEqual({ start });
});

test("the rendered prompt tells where the stream begins", () => {
  expect(thinkingStyleOfPrompt("<｜Assistant｜><think>\n")).toEqual({ start: "thinking" });
  expect(thinkingStyleOfPrompt("<|im_start|>assistant\n<think>\n\n</think>\n\n")).toEqual({
    start: "answer",
  });
});
