/**
 * `bench -- reprefill`: tokens that the model reads again, against tokens that are new, over a whole dialogue. Once as
 * it goes on turn by turn, once with questions asked again in other words and answers stopped half-way.
 */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { EnginePage } from "../e2e/engine-page/page.ts";
import { visitEnginePage } from "../e2e/engine-page/visit-engine-page.ts";
import type { ModelSource } from "../src/contracts/engine.ts";
import type { FigureTask } from "../tools/figures.ts";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import { smallShape } from "../tools/test-models/shape.ts";
import { writeWebLlmPackage } from "../tools/test-models/web-llm-package.ts";

type Counts = { readonly read: number; readonly fresh: number; readonly turns: number };

const NOTE =
  "A 58-year-old man has had chest pain for two hours. It radiates to the left arm. He is on warfarin. ".repeat(
    6,
  );
const QUESTIONS = [
  "What speaks against infection?",
  "Why does the calf matter?",
  "How sure is that?",
  "What would change your mind?",
  "Which finding comes first?",
  "What is still missing?",
  "Is the fever explained?",
  "What is the next test?",
];
const CONTEXT_TOKENS = 4000;

export const reprefill: FigureTask = {
  id: "reprefill",
  about: "tokens read again / new tokens over a dialogue, as it goes on and with edits and stops",
  run: async ({ progress }) => {
    const visit = await visitEnginePage();
    try {
      const model = createTestModel({ ...smallShape, contextLength: CONTEXT_TOKENS });
      writeWebLlmPackage(join(visit.modelsFolder, "tiny"), {
        ...model,
        isQuantised: false,
        opensThinking: false,
      });
      const source = await visit.install("tiny", CONTEXT_TOKENS);
      const linear = await count(visit.page, source, 0);
      progress(`linear: ${linear.read} read for ${linear.fresh} new in ${linear.turns} turns`);
      const edited = await count(visit.page, source, 3);
      progress(`edited: ${edited.read} read for ${edited.fresh} new in ${edited.turns} turns`);
      return {
        linear: ratio(linear),
        edited: ratio(edited),
        turns: linear.turns,
        tokensRead: linear.read,
        tokensReadEdited: edited.read,
      };
    } finally {
      await visit.close();
    }
  },
};

function ratio({ read, fresh }: Counts): number {
  return Number((read / fresh).toFixed(3));
}

async function count(page: Page, source: ModelSource, editEvery: number): Promise<Counts> {
  return page.evaluate(talk, { source, note: NOTE, questions: QUESTIONS, editEvery });
}

type Talk = {
  readonly source: ModelSource;
  readonly note: string;
  readonly questions: readonly string[];
  /** Every how-manieth question is asked again in other words, after an answer that was stopped; 0 for none. */
  readonly editEvery: number;
};

/** Runs in the page. New is what nobody had said before: all of the first prompt, then a turn and its frame each time. */
async function talk({ source, note, questions, editEvery }: Talk): Promise<Counts> {
  const { ask, greedy, open }: EnginePage = globalThis.enginePage;
  const { engine } = open("web-llm");
  await engine.load(source, () => undefined);
  type Message = { readonly role: "user" | "assistant"; readonly text: string };
  const prompt = (messages: readonly Message[]) => ({ type: "chat", thinking: false, messages }) as const;
  const history: Message[] = [{ role: "user", text: note }];
  let counts = { read: 0, fresh: 0, turns: 0 };
  const take = async (messages: readonly Message[], known: number, stopAfter: number) => {
    const request = greedy("", { prompt: prompt(messages), budget: 40 });
    const answer = await ask(engine, request, (pieces) => {
      if (pieces >= stopAfter) engine.interrupt();
    });
    if (!answer.result.ok) throw new Error(answer.result.error.type);
    const { promptTokens, reusedTokens, tokens } = answer.result.value;
    counts = {
      read: counts.read + promptTokens - reusedTokens,
      fresh: counts.fresh + promptTokens - known,
      turns: counts.turns + 1,
    };
    return { text: answer.text, known: promptTokens + tokens };
  };
  let last = await take(history, 0, 1000);
  for (const [place, question] of questions.entries()) {
    history.push({ role: "assistant", text: last.text });
    const isEdited = editEvery > 0 && place % editEvery === editEvery - 1;
    const asked: Message = { role: "user", text: question };
    const { known } = last;
    if (isEdited) await take([...history, asked], known, 12);
    const words: Message = isEdited ? { role: "user", text: `Once more, please: ${question}` } : asked;
    last = await take([...history, words], known, 1000);
    history.push(words);
  }
  await engine.unload();
  return counts;
}
