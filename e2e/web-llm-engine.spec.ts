/**
 * The WebLLM engine with real inference: the app's client, its built worker, a tiny model in the browser's private file
 * system, on the software adapter. What every engine promises, and what only a model that computes can show.
 */
import type { GenerateRequest } from "../src/contracts/engine.ts";
import { ENGINE_CONTRACT } from "../src/engines/engine-contract.ts";
import { renderChat } from "../src/engines/templates/render-chat.ts";
import { greedy } from "../src/engines/testing/ask.ts";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import { expect, test } from "./engine-page/engine-test.ts";
import { isLong, LEFT_OUT } from "./long-tests.ts";
import { createGreedyReader } from "./engine-page/read-greedily.ts";
import { expectStatements } from "./engine-page/state-note.ts";

const QUESTION = "Why does the calf matter?";

/** What an engine has of its own; the rest is the client's as well, and `prove -- web-llm` holds a model to all of it. */
const OWN = [
  "says what",
  "says why",
  "keeps every budget",
  "repeats itself",
  "ends before a stop",
  "stops at any token",
  "continues a conversation",
  "unloads",
];

for (const { name } of ENGINE_CONTRACT)
  test.describe(() => {
    test.skip(!isLong && !OWN.some((words) => name.startsWith(words)), LEFT_OUT);

    test(`web-llm ${name}`, async ({ page, bench }) => {
      test.slow();
      const source = await bench.installWebLlm("tiny");
      const broken = await page.evaluate(
        ([promise, model, stops]) => globalThis.enginePage.check("web-llm", promise, model, stops),
        [name, source, isLong ? 8 : 4] as const,
      );
      expect(broken).toBeUndefined();
    });
  });

test("reads exactly our template's bytes, and goes on from what it said, as a plain forward pass does", async ({
  page,
  bench,
}) => {
  const source = await bench.installWebLlm("tiny");
  const reader = createGreedyReader(createTestModel());
  const asked = greedy(QUESTION);
  reader.read(renderPrompt(asked));
  const first = reader.say(18);
  // Only what is new is read for the second turn; what the model said is known token by token.
  const followUp = "And the fever?";
  reader.read(`<|im_end|>\n<|im_start|>user\n${followUp}<|im_end|>\n<|im_start|>assistant\n`);
  const second = reader.say(18);
  expect(Math.min(first.tokens, second.tokens)).toBeGreaterThan(7);
  const said = await page.evaluate(
    async ([model, request, next, budgets]) => {
      const { ask, open } = globalThis.enginePage;
      const { engine } = open("web-llm");
      await engine.load(model, () => undefined);
      const one = await ask(engine, { ...request, budget: budgets[0] });
      const messages = [
        ...(request.prompt.type === "chat" ? request.prompt.messages : []),
        { role: "assistant", text: one.text },
        { role: "user", text: next },
      ] as const;
      const prompt = { type: "chat", thinking: false, messages } as const;
      return [one, await ask(engine, { ...request, prompt, budget: budgets[1] })] as const;
    },
    [source, asked, followUp, [first.tokens, second.tokens]] as const,
  );
  expect(said.map(({ text }) => text)).toEqual([first.text, second.text]);
  const [one, two] = said.map(({ result }) => (result.ok ? result.value : undefined));
  expect(one?.reusedTokens).toBe(0);
  // Everything but the token that was drawn last, which no model has read yet.
  expect(two?.reusedTokens).toBe((one?.promptTokens ?? 0) + first.tokens - 1);
});

/** They differ in bytes that unit tests hold; the whole way is shown by the engines that agree. */
const FAMILIES = ["chatml", "qwen3", "qwen3.5"];

for (const template of FAMILIES)
  test.describe(() => {
    test.skip(!isLong, LEFT_OUT);

    test(`a note becomes statements under the grammar of its case, ${template}`, async ({ page, bench }) => {
      const source = await bench.installWebLlm("tiny", { template });
      await expectStatements(page, ["web-llm", source, "xgrammar"]);
    });
  });

function renderPrompt({ prompt }: GenerateRequest): string {
  return prompt.type === "text" ? prompt.text : renderChat("chatml", prompt);
}
