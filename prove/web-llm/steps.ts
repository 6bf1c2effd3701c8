/** What the proof does with an installed package, one step after the other. Each gives figures, or says what broke. */
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import { greedy } from "../../src/engines/testing/ask.ts";
import type { Figures } from "../../tools/figures.ts";
import { createSharedSteps, NOTE, QUESTION, type StepOptions } from "../engine/steps.ts";
import type { Visit } from "./visit.ts";

type Step = {
  readonly id: string;
  readonly run: (visit: Visit, options: StepOptions) => Promise<Figures>;
};

const shared = createSharedSteps({ engine: "web-llm", grammar: "xgrammar", cycleGrammar: undefined });

/** In this order: what is proven first is what the rest stands on. */
export const STEPS: readonly Step[] = [
  { id: "load", run: shared.load },
  { id: "promises", run: shared.keepPromises },
  { id: "speed", run: speak },
  { id: "grammar", run: shared.stateUnderGrammar },
  { id: "patients", run: shared.switchPatients },
  { id: "device", run: loseDevice },
  { id: "cycles", run: shared.cycle },
  { id: "flips", run: shared.flipBits },
];

async function speak({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  return page.evaluate(
    async ([model, request]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const { engine } = open("web-llm");
      await engine.load(model, () => undefined);
      // The first answer compiles what the next ones need.
      await ask(engine, { ...request, budget: 4 });
      await engine.reset();
      const start = performance.now();
      let firstMs = 0;
      const answer = await ask(engine, request, () => {
        if (firstMs === 0) firstMs = performance.now() - start;
      });
      const lastMs = performance.now() - start;
      await engine.unload();
      const tokens = answer.result.ok ? answer.result.value.tokens : 0;
      return {
        firstTokenSeconds: Number((firstMs / 1000).toFixed(3)),
        tokensPerSecond: Number((((tokens - 1) * 1000) / (lastMs - firstMs)).toFixed(1)),
        batches: answer.batches.length,
      };
    },
    [source, greedy(QUESTION, { budget: 200 })] as const,
  );
}

/** The process that holds the device ends in the middle of an answer; the next question is answered as before. */
async function loseDevice({ page, crashGraphics }: Visit, { source }: StepOptions): Promise<Figures> {
  const before = await page.evaluate(
    async ([model, short]) => {
      const { ask, kept, open }: EnginePage = globalThis.enginePage;
      const opened = open("web-llm");
      kept.set("lost", opened);
      await opened.engine.load(model, () => undefined);
      return (await ask(opened.engine, short)).text;
    },
    [source, greedy(QUESTION, { budget: 8 })] as const,
  );
  const cut = page.evaluate(
    async (long) => {
      const { ask, kept }: EnginePage = globalThis.enginePage;
      const opened = kept.get("lost");
      if (opened === undefined) throw new Error("the engine is open");
      // Many questions, so that one of them is being answered when it happens.
      for (let round = 0; round < 50; round += 1) {
        const { result } = await ask(opened.engine, { ...long, seed: round });
        if (!result.ok) return result.error.type;
        if (opened.notices.some(({ type }) => type === "device-lost")) return "engine-device-lost";
      }
      return "never lost";
    },
    greedy(NOTE, { budget: 300, temperature: 1 }),
  );
  await page.waitForTimeout(1500);
  await crashGraphics();
  const how = await cut;
  const after = await page.evaluate(
    async (short) => {
      const { ask, kept }: EnginePage = globalThis.enginePage;
      const opened = kept.get("lost");
      if (opened === undefined) throw new Error("the engine is open");
      const { text } = await ask(opened.engine, short);
      await opened.engine.unload();
      return text;
    },
    greedy(QUESTION, { budget: 8 }),
  );
  return { deviceLostAs: how, recovered: after === before };
}
