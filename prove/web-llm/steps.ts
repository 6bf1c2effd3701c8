/** What the proof does with an installed model, one step after the other. Each gives figures, or says what broke. */
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import type { ModelSource } from "../../src/contracts/engine.ts";
import { readSentences } from "../../src/domain/case-text/sentences.ts";
import { readNotation } from "../../src/domain/reasoning/notation/reader.ts";
import { ENGINE_CONTRACT } from "../../src/engines/engine-contract.ts";
import { greedy } from "../../src/engines/testing/ask.ts";
import { askStatements, openConversation, withReply } from "../../src/workbench/prompts/conversation.ts";
import { toRequest } from "../../src/workbench/prompts/phase-request.ts";
import type { Figures } from "../../tools/figures.ts";
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
  { id: "speed", run: speak },
  { id: "grammar", run: stateUnderGrammar },
  { id: "patients", run: switchPatients },
  { id: "device", run: loseDevice },
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
      const { engine } = open("web-llm");
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
        return check("web-llm", promise, model, tries);
      },
      [name, source, interrupts] as const,
    );
    if (wrong !== undefined) broken.push(`${name}: ${wrong}`);
  }
  return { promises: ENGINE_CONTRACT.length, interrupts, broken };
}

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

async function stateUnderGrammar({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  const sentences = readSentences(NOTE);
  const opened = openConversation(sentences);
  const round = { sentences, capabilities: { grammar: "xgrammar" } as const, seed: 4 };
  const thinking = toRequest({ ...round, phase: "thinking", conversation: opened, budget: 60 });
  const thought = await askOnce(page, source, thinking);
  const conversation = askStatements(withReply(opened, thought));
  const stated = await askOnce(
    page,
    source,
    toRequest({ ...round, phase: "statements", conversation, budget: 400 }),
  );
  // A budget may cut the last line; every whole one is a statement.
  const whole = stated.slice(0, stated.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").filter((line) => line !== "").length;
  const { statements } = readNotation(whole);
  return { statements: statements.length, statementLines: lines };
}

async function askOnce(
  page: Visit["page"],
  source: ModelSource,
  request: ReturnType<typeof greedy>,
): Promise<string> {
  return page.evaluate(
    async ([model, asked]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const { engine } = open("web-llm");
      await engine.load(model, () => undefined);
      const { text } = await ask(engine, asked);
      await engine.unload();
      return text;
    },
    [source, request] as const,
  );
}

/** What is said of one patient is the same whether or not another was spoken of before. */
async function switchPatients({ page }: Visit, { source }: StepOptions): Promise<Figures> {
  return page.evaluate(
    async ([model, one, other]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const { engine } = open("web-llm");
      await engine.load(model, () => undefined);
      const fresh = await ask(engine, other);
      await engine.reset();
      await ask(engine, one);
      await engine.reset();
      const after = await ask(engine, other);
      await engine.unload();
      return {
        freshAfterPatient: JSON.stringify(after) === JSON.stringify(fresh) || after.text === fresh.text,
      };
    },
    [source, greedy(`${QUESTION} ${NOTE}`, { budget: 60 }), greedy(QUESTION, { budget: 60 })] as const,
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

/** Question after question, a new patient every tenth; memory is read at the first fifth and at the end. */
async function cycle({ page }: Visit, { source, cycles }: StepOptions): Promise<Figures> {
  return page.evaluate(
    async ([model, request, count]) => {
      const { ask, open, readMemory }: EnginePage = globalThis.enginePage;
      const { engine } = open("web-llm");
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

/** One bit is turned in one file of the pack and turned back, over all files in turn. */
async function flipBits({ page, pack }: Visit, { flips }: StepOptions): Promise<Figures> {
  const names = pack.files.map(({ name }) => name);
  return page.evaluate(
    async ([id, files, count]) => {
      const { checkFile, spoilPack }: EnginePage = globalThis.enginePage;
      let refusals = 0;
      for (let flip = 0; flip < count; flip += 1) {
        const name = files[flip % files.length] ?? "";
        const change = { at: (flip * 104_729 + 17) % 1_000_003, bits: 1 << (flip % 8) };
        await spoilPack(id, name, change);
        if ((await checkFile(id, name)) === "engine-pack-damaged") refusals += 1;
        await spoilPack(id, name, change);
      }
      return { flips: count, refusals };
    },
    [pack.id, names, flips] as const,
  );
}
