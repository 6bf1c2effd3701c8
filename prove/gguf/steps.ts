/** What the proof does with an installed GGUF file, one step after the other. Each gives figures, or says what broke. */
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import { greedy } from "../../src/engines/testing/ask.ts";
import type { Figures } from "../../tools/figures.ts";
import { askInOneWorker, createSharedSteps, NOTE, QUESTION, type StepOptions } from "../engine/steps.ts";
import { measureThreads } from "./threads.ts";
import type { Visit } from "./visit.ts";

type Step = {
  readonly id: string;
  readonly run: (visit: Visit, options: StepOptions) => Promise<Figures>;
};

const shared = createSharedSteps({
  engine: "wllama",
  grammar: "gbnf",
  // The library cannot hand out bytes that are no text, which a model of random weights says now and then.
  cycleGrammar: { syntax: "gbnf", text: "root ::= [ -~]+" },
});

/** In this order: what is proven first is what the rest stands on. */
export const STEPS: readonly Step[] = [
  { id: "load", run: shared.load },
  { id: "promises", run: shared.keepPromises },
  {
    id: "threads",
    run: (visit, { source }) => measureThreads(visit, source, greedy(QUESTION, { budget: 60 })),
  },
  { id: "grammar", run: shared.stateUnderGrammar },
  { id: "patients", run: shared.switchPatients },
  { id: "worker", run: loseWorker },
  { id: "cycles", run: shared.cycle },
  { id: "flips", run: shared.flipBits },
];

/** The worker dies in the middle of an answer; the next question is answered as before. */
async function loseWorker({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  const short = greedy(QUESTION, { budget: 12 });
  const [before] = await askInOneWorker(page, "wllama", source, [short]);
  const asking = page.evaluate(
    async ([model, long, again]) => {
      const { ask, kept, open }: EnginePage = globalThis.enginePage;
      const { engine, notices } = open("wllama");
      await engine.load(model, () => undefined);
      const cut = await ask(engine, long, () => kept.set("dying", { engine, notices }));
      const { text } = await ask(engine, again);
      await engine.unload();
      return { diedAs: cut.result.ok ? "never" : cut.result.error.type, text };
    },
    [source, greedy(NOTE, { budget: 1500 }), short] as const,
  );
  await page.waitForFunction(() => globalThis.enginePage.kept.has("dying"));
  const worker = page.workers().findLast((one) => one.url().includes("wllama.worker"));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("The worker was ended by the proof");
    });
  });
  const { diedAs, text } = await asking;
  return { diedAs, recovered: diedAs === "engine-crashed" && text === before };
}
