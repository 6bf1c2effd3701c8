/**
 * Two engines, one model. What one of them alone could get wrong without anyone noticing (a kernel, a template, a cache,
 * a sampler), two that share no line of code do not get wrong in the same way.
 *
 * With full-precision weights both compute the same function, so their greedy texts are compared token by token, up to
 * where two tokens are closer than rounding. Their 4-bit formats are different roundings of the weights and rightly say
 * different words: the package's is held to its own rounded weights in `model-library.spec.ts`, and those of GGUF are
 * compared here with what the weights say unrounded.
 */
import type { Page } from "@playwright/test";
import type { GenerateRequest, ModelSource } from "../src/contracts/engine.ts";
import { readSentences } from "../src/domain/case-text/sentences.ts";
import { renderChat } from "../src/engines/templates/render-chat.ts";
import { greedy } from "../src/engines/testing/ask.ts";
import { askStatements, openConversation, withReply } from "../src/workbench/prompts/conversation.ts";
import { toRequest } from "../src/workbench/prompts/phase-request.ts";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import type { EngineName } from "./engine-page/page.ts";
import { expect } from "./engine-page/engine-test.ts";
import { test } from "./engine-page/gguf-test.ts";
import { createGreedyReader } from "./engine-page/read-greedily.ts";
import { expectOnlyStatements, NOTE } from "./engine-page/state-note.ts";

const QUESTIONS = [
  "Why does the calf matter?",
  "What speaks against infection?",
  "Is the troponin of any use so early?",
  "Name the most dangerous explanation first.",
];

type Answer = { readonly text: string; readonly best: readonly (readonly string[])[] };

/** Asks one engine everything, one question after the other. */
async function askAll(
  page: Page,
  name: EngineName,
  source: ModelSource,
  requests: readonly GenerateRequest[],
): Promise<readonly Answer[]> {
  return page.evaluate(
    async ([engineName, model, asked]) => {
      const { engine } = globalThis.enginePage.open(engineName);
      const loaded = await engine.load(model, () => undefined);
      if (!loaded.ok) throw new Error(loaded.error.type);
      const answers = [];
      for (const request of asked) {
        const { text, batches, result } = await globalThis.enginePage.ask(engine, request);
        if (!result.ok) throw new Error(result.error.type);
        const chances = batches.flatMap((batch) => batch.chances ?? []);
        answers.push({ text, best: chances.map((likely) => likely.map((token) => token.text)) });
      }
      await engine.unload();
      return answers;
    },
    [name, source, requests] as const,
  );
}

test("the same weights in full precision give the same greedy text", async ({ page, bench, ggufBench }) => {
  test.slow();
  const requests = QUESTIONS.map((question) => greedy(question, { budget: 40 }));
  const webLlm = await askAll(page, "web-llm", await bench.installWebLlm("compiled"), requests);
  const gguf = await ggufBench.installGguf("file");
  const wllama = await askAll(page, "wllama", gguf, requests);
  let compared = 0;
  for (const [place, question] of QUESTIONS.entries()) {
    const reader = createGreedyReader(createTestModel());
    const messages = [{ role: "user", text: question }] as const;
    reader.read(renderChat("chatml", { type: "chat", thinking: false, messages }));
    // Up to where the two likeliest tokens are no matter of rounding.
    const { text, tokens } = reader.say(40);
    compared += tokens;
    expect(wllama[place]?.text.slice(0, text.length), question).toBe(text);
    expect(webLlm[place]?.text.slice(0, text.length), question).toBe(text);
  }
  expect(compared).toBeGreaterThan(40);
});

/** How far down its list of likely words a format must hold what is likeliest without rounding. */
const DEPTHS = { F16: 1, Q8_0: 3, Q4_0: 20 } as const;

test("rounded weights keep the likeliest word among the likely ones", async ({ page, ggufBench }) => {
  test.slow();
  const first = QUESTIONS.map((question) => greedy(question, { budget: 1, logprobs: 20 }));
  const exact = await askAll(page, "wllama", await ggufBench.installGguf("exact"), first);
  for (const type of ["F16", "Q8_0", "Q4_0"] as const) {
    const answers = await askAll(page, "wllama", await ggufBench.installGguf(type, { type }), first);
    for (const [place, { best }] of answers.entries())
      expect(best[0]?.slice(0, DEPTHS[type]), `${type}: ${QUESTIONS[place]}`).toContain(
        exact[place]?.best[0]?.[0],
      );
  }
});

test("one note, two engines, statements from both under the grammar of the case", async ({
  page,
  bench,
  ggufBench,
}) => {
  test.slow();
  const sources = {
    "web-llm": await bench.installWebLlm("case-compiled"),
    wllama: await ggufBench.installGguf("case-file"),
  };
  const sentences = readSentences(NOTE);
  const conversation = askStatements(withReply(openConversation(sentences), "So."));
  for (const [name, grammar] of [
    ["web-llm", "xgrammar"],
    ["wllama", "gbnf"],
  ] as const) {
    const request = toRequest({
      phase: "statements",
      conversation,
      sentences,
      capabilities: { grammar },
      budget: 200,
      seed: 4,
    });
    const [answer] = await askAll(page, name, sources[name], [request]);
    expectOnlyStatements(answer?.text ?? "", name);
  }
});
