/** A short note, and what a real engine must make of it: thinking, then nothing but statements. */
import type { Page } from "@playwright/test";
import type { EngineCapabilities, ModelSource } from "../../src/contracts/engine.ts";
import { readSentences } from "../../src/domain/case-text/sentences.ts";
import { readNotation } from "../../src/domain/reasoning/notation/reader.ts";
import { askStatements, openConversation, withReply } from "../../src/workbench/prompts/conversation.ts";
import { toRequest } from "../../src/workbench/prompts/phase-request.ts";
import { expect } from "./engine-test.ts";
import type { EngineName } from "./page.ts";

export const NOTE =
  "A 58-year-old man has had chest pain for two hours. It radiates to the left arm. He is on warfarin.";

/** Takes the note through both phases of a run, in one conversation. */
export async function expectStatements(
  page: Page,
  [name, source, grammar]: readonly [EngineName, ModelSource, EngineCapabilities["grammar"]],
): Promise<void> {
  const sentences = readSentences(NOTE);
  const shared = { sentences, capabilities: { grammar }, seed: 4 } as const;
  const opened = openConversation(sentences);
  const thinking = toRequest({ ...shared, phase: "thinking", conversation: opened, budget: 30 });
  const thought = await page.evaluate(
    async ([engine, model, request]) => {
      const opening = globalThis.enginePage.open(engine);
      globalThis.enginePage.kept.set("case", opening);
      await opening.engine.load(model, () => undefined);
      return globalThis.enginePage.ask(opening.engine, request);
    },
    [name, source, thinking] as const,
  );
  expect(thought.result.ok).toBe(true);
  const conversation = askStatements(withReply(opened, thought.text));
  const statements = toRequest({ ...shared, phase: "statements", conversation, budget: 200 });
  const stated = await page.evaluate(async (request) => {
    const opening = globalThis.enginePage.kept.get("case");
    if (opening === undefined) throw new Error("the engine of the case is open");
    return globalThis.enginePage.ask(opening.engine, request);
  }, statements);
  if (!stated.result.ok) throw new Error(stated.result.error.type);
  expectOnlyStatements(stated.text, name);
}

/** A budget may cut the last line; every whole one is a statement. */
export function expectOnlyStatements(text: string, name: EngineName): void {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").filter((line) => line !== "");
  expect(lines.length, name).toBeGreaterThan(0);
  expect(readNotation(whole).statements.length, name).toBe(lines.length);
}
