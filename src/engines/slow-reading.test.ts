import { expect, test } from "vitest";
import type { Engine, ReadingProgress } from "../contracts/engine.ts";
import { ok } from "../shared/result.ts";
import { createEngineClient } from "./engine-client.ts";
import { ENGINE_LIMITS } from "./engine-limits.ts";
import { createScriptedEngine } from "./scripted/scripted-engine.ts";
import { serveEngine } from "./serve-engine.ts";
import { greedy } from "./testing/ask.ts";
import { longScript } from "./testing/open-scripted.ts";
import { createTestWorld } from "./testing/test-world.ts";

const SOURCE = { type: "script", script: longScript() } as const;

/** A client of an engine that takes so long for each tenth of a prompt before its first word. */
async function openSlow(tenthMs: number) {
  const { timer, createChannel } = createTestWorld(setImmediate);
  const engine = createEngineClient({
    timer,
    limits: ENGINE_LIMITS,
    createPort: () => {
      const { page, worker } = createChannel();
      const quick = createScriptedEngine({
        timer,
        worker: 0,
        crash: () => undefined,
        hang: () => undefined,
      });
      const generate: Engine["generate"] = async (_, onTokens, onReading) => {
        for (let readTokens = 0; readTokens < 1000; readTokens += 100) {
          onReading?.({ readTokens, totalTokens: 1000 });
          await new Promise<void>((resolve) => void timer.after(tenthMs, resolve));
        }
        onTokens({ texts: ["Embolism."], chances: undefined });
        return ok({ reason: "stop", tokens: 1, promptTokens: 1000, reusedTokens: 0 });
      };
      serveEngine({ engine: { ...quick, generate }, port: worker, timer });
      return page;
    },
  });
  await engine.load(SOURCE, () => undefined);
  return { engine, timer };
}

test("an engine that reads for a quarter of an hour and says how far it is, is waited for", async () => {
  const { engine, timer } = await openSlow(90_000);
  const startMs = timer.now();
  const heard: ReadingProgress[] = [];
  const texts: string[] = [];
  const result = await engine.generate(
    greedy("Why?"),
    (batch) => texts.push(...batch.texts),
    (reading) => heard.push(reading),
  );
  expect(result).toMatchObject({ ok: true, value: { reason: "stop" } });
  expect(texts).toEqual(["Embolism."]);
  expect(timer.now() - startMs).toBeGreaterThan(5 * ENGINE_LIMITS.firstTokenMs);
  expect(heard.map(({ readTokens }) => readTokens)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
});

test("one that stops reading on the way is found out", async () => {
  const { engine } = await openSlow(ENGINE_LIMITS.firstTokenMs + 1000);
  const result = await engine.generate(greedy("Why?"), () => undefined);
  expect(result).toEqual({ ok: false, error: { type: "engine-stalled", step: "first-token" } });
});
