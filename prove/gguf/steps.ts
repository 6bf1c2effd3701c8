/** What the proof does with an installed model, one step after the other. Each gives figures, or says what broke. */
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import type { GenerateRequest, ModelSource } from "../../src/contracts/engine.ts";
import { readSentences } from "../../src/domain/case-text/sentences.ts";
import { readNotation } from "../../src/domain/reasoning/notation/reader.ts";
import { ENGINE_CONTRACT } from "../../src/engines/engine-contract.ts";
import { greedy } from "../../src/engines/testing/ask.ts";
import { askStatements, openConversation, withReply } from "../../src/workbench/prompts/conversation.ts";
import { toRequest } from "../../src/workbench/prompts/phase-request.ts";
import type { Figures } from "../../tools/figures.ts";
import { measureThreads } from "./threads.ts";
import type { Visit } from "./visit.ts";

export type StepOptions = {
  readonly source: ModelSource;
  /** After how many different tokens an answer is stopped. */
  readonly interrupts: number;
  readonly cycles: number;
  readonly flips: number;
};

export type Step = {
  readonly id: string;
  readonly run: (visit: Visit, options: StepOptions) => Promise<Figures>;
};

const QUESTION = "Why does the calf matter?";
const NOTE =
  "A 58-year-old man has had chest pain for two hours. It radiates to the left arm. He is on warfarin.";

/** In this order: what is proven first is what the rest stands on. */
export const STEPS: readonly Step[] = [
  { id: "load", run: load },
  { id: "promises", run: keepPromises },
  {
    id: "threads",
    run: (visit, { source }) => measureThreads(visit, source, greedy(QUESTION, { budget: 60 })),
  },
  { id: "grammar", run: stateUnderGrammar },
  { id: "patients", run: switchPatients },
  { id: "worker", run: loseWorker },
  { id: "cycles", run: cycle },
  { id: "flips", run: flipBits },
];

/** The first load asks the canary twice and keeps its words, the second holds it to them. */
async function load({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  return page.evaluate(async (model) => {
    const { open }: EnginePage = globalThis.enginePage;
    const seconds: number[] = [];
    const errors: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { engine } = open("wllama");
      const start = performance.now();
      const loaded = await engine.load(model, () => undefined);
      seconds.push(Number(((performance.now() - start) / 1000).toFixed(2)));
      if (!loaded.ok) errors.push(loaded.error.type);
      await engine.unload();
    }
    return { loadSeconds: seconds, loadErrors: errors };
  }, source);
}

async function keepPromises({ page }: Visit, { source, interrupts }: StepOptions): Promise<Figures> {
  const broken: string[] = [];
  for (const { name } of ENGINE_CONTRACT) {
    const wrong = await page.evaluate(
      ([promise, model, tries]) => {
        const { check }: EnginePage = globalThis.enginePage;
        return check("wllama", promise, model, tries);
      },
      [name, source, interrupts] as const,
    );
    if (wrong !== undefined) broken.push(`${name}: ${wrong}`);
  }
  return { promises: ENGINE_CONTRACT.length, interrupts, broken };
}

async function stateUnderGrammar({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  const sentences = readSentences(NOTE);
  const opened = openConversation(sentences);
  const round = { sentences, capabilities: { grammar: "gbnf" } as const, seed: 4 };
  const thinking = toRequest({ ...round, phase: "thinking", conversation: opened, budget: 60 });
  const [thought = ""] = await askInOneWorker(page, source, [thinking]);
  const conversation = askStatements(withReply(opened, thought));
  const statements = toRequest({ ...round, phase: "statements", conversation, budget: 400 });
  const [stated = ""] = await askInOneWorker(page, source, [statements]);
  // A budget may cut the last line; every whole one is a statement.
  const whole = stated.slice(0, stated.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").filter((line) => line !== "").length;
  return { statements: readNotation(whole).statements.length, statementLines: lines };
}

/** The answers of one worker, each question as the first of a patient. */
async function askInOneWorker(
  page: Visit["page"],
  source: ModelSource,
  requests: readonly GenerateRequest[],
): Promise<readonly string[]> {
  return page.evaluate(
    async ([model, asked]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const { engine } = open("wllama");
      await engine.load(model, () => undefined);
      const texts: string[] = [];
      for (const request of asked) {
        texts.push((await ask(engine, request)).text);
        await engine.reset();
      }
      await engine.unload();
      return texts;
    },
    [source, requests] as const,
  );
}

/** What is said of one patient is the same whether or not another was spoken of before. */
async function switchPatients({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  const [one, other] = [greedy(`${QUESTION} ${NOTE}`, { budget: 60 }), greedy(QUESTION, { budget: 60 })];
  const [fresh, , after] = await askInOneWorker(page, source, [other, one, other]);
  return { freshAfterPatient: fresh === after && fresh !== "" };
}

/** The worker dies in the middle of an answer; the next question is answered as before. */
async function loseWorker({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  const short = greedy(QUESTION, { budget: 12 });
  const [before] = await askInOneWorker(page, source, [short]);
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

/** Question after question, a new patient every tenth; memory is read at the first fifth and at the end. */
async function cycle({ page }: Visit, { source, cycles }: StepOptions): Promise<Figures> {
  return page.evaluate(
    async ([model, request, count]) => {
      const { ask, open, readMemory }: EnginePage = globalThis.enginePage;
      const { engine } = open("wllama");
      await engine.load(model, () => undefined);
      const bytes: number[] = [];
      let failures = 0;
      for (let round = 1; round <= count; round += 1) {
        const { result } = await ask(engine, { ...request, seed: round });
        if (!result.ok) failures += 1;
        if (round % 10 === 0) await engine.reset();
        if (round === Math.ceil(count / 5) || round === count) bytes.push(await readMemory());
      }
      await engine.unload();
      const [first = 0, last = 0] = bytes;
      return {
        cycles: count,
        cycleFailures: failures,
        memoryMegabytes: [first, last].map((value) => Math.round(value / 1e6)),
        memoryGrowth: Number((last / first).toFixed(3)),
      };
    },
    [source, greedy(QUESTION, { budget: 12, temperature: 0.8 }), cycles] as const,
  );
}

/** One bit is turned in the file and turned back. */
async function flipBits({ page, pack }: Visit, { flips }: StepOptions): Promise<Figures> {
  return page.evaluate(
    async ([id, name, count]) => {
      const { checkFile, spoilPack }: EnginePage = globalThis.enginePage;
      let refusals = 0;
      for (let flip = 0; flip < count; flip += 1) {
        const change = { at: (flip * 104_729 + 17) % 1_000_003, bits: 1 << (flip % 8) };
        await spoilPack(id, name, change);
        if ((await checkFile(id, name)) === "engine-pack-damaged") refusals += 1;
        await spoilPack(id, name, change);
      }
      return { flips: count, refusals };
    },
    [pack.id, pack.files[0]?.name ?? "", flips] as const,
  );
}
