/**
 * What the proof of any engine does with an installed model, whichever engine runs it. Each step gives figures, or says
 * what broke; what only one engine has (its device, its threads) stands beside that engine's proof.
 */
import type { Page } from "@playwright/test";
import type { EngineName, EnginePage } from "../../e2e/engine-page/page.ts";
import type { GenerateRequest, GrammarSyntax, ModelSource } from "../../src/contracts/engine.ts";
import type { Pack } from "../../src/contracts/pack.ts";
import { readSentences } from "../../src/domain/case-text/sentences.ts";
import { readNotation } from "../../src/domain/reasoning/notation/reader.ts";
import { ENGINE_CONTRACT } from "../../src/engines/engine-contract.ts";
import { greedy } from "../../src/engines/testing/ask.ts";
import { askStatements, openConversation, withReply } from "../../src/workbench/prompts/conversation.ts";
import { toRequest } from "../../src/workbench/prompts/phase-request.ts";
import type { Figures } from "../../tools/figures.ts";

/** As much of a visit as the shared steps need. */
type Visited = { readonly page: Page; readonly pack: Pack };

export type StepOptions = {
  readonly source: ModelSource;
  /** After how many different tokens an answer is stopped. */
  readonly interrupts: number;
  readonly cycles: number;
  readonly flips: number;
};

/** Which engine, and what of it the steps must know. */
export type Subject = {
  readonly engine: EngineName;
  readonly grammar: GrammarSyntax;
  /** What the answers of the many cycles are held to, where not every text can be handed out. */
  readonly cycleGrammar: GenerateRequest["grammar"];
};

type SharedStep = (visit: Visited, options: StepOptions) => Promise<Figures>;

export type SharedSteps = {
  readonly load: SharedStep;
  readonly keepPromises: SharedStep;
  readonly stateUnderGrammar: SharedStep;
  readonly switchPatients: SharedStep;
  readonly cycle: SharedStep;
  readonly flipBits: SharedStep;
};

/** Asked and told in every proof of an engine. */
export const QUESTION = "Why does the calf matter?";
export const NOTE =
  "A 58-year-old man has had chest pain for two hours. It radiates to the left arm. He is on warfarin.";

/** The steps on one engine. */
export function createSharedSteps(subject: Subject): SharedSteps {
  return {
    load: ({ page }, { source }) => load(page, subject.engine, source),
    keepPromises: ({ page }, options) => keepPromises(page, subject.engine, options),
    stateUnderGrammar: ({ page }, { source }) => stateUnderGrammar(page, subject, source),
    switchPatients: ({ page }, { source }) => switchPatients(page, subject.engine, source),
    cycle: ({ page }, options) => cycle(page, subject, options),
    flipBits,
  };
}

/** The first load asks the canary twice and keeps its words, the second holds it to them. */
async function load(page: Page, engine: EngineName, source: ModelSource): Promise<Figures> {
  return page.evaluate(
    async ([name, model]) => {
      const { open }: EnginePage = globalThis.enginePage;
      const seconds: number[] = [];
      const errors: string[] = [];
      for (let round = 0; round < 2; round += 1) {
        const opened = open(name).engine;
        const start = performance.now();
        const loaded = await opened.load(model, () => undefined);
        seconds.push(Number(((performance.now() - start) / 1000).toFixed(2)));
        if (!loaded.ok) errors.push(loaded.error.type);
        await opened.unload();
      }
      return { loadSeconds: seconds, loadErrors: errors };
    },
    [engine, source] as const,
  );
}

async function keepPromises(
  page: Page,
  engine: EngineName,
  { source, interrupts }: StepOptions,
): Promise<Figures> {
  const broken: string[] = [];
  for (const { name } of ENGINE_CONTRACT) {
    const wrong = await page.evaluate(
      ([tested, promise, model, tries]) => {
        const { check }: EnginePage = globalThis.enginePage;
        return check(tested, promise, model, tries);
      },
      [engine, name, source, interrupts] as const,
    );
    if (wrong !== undefined) broken.push(`${name}: ${wrong}`);
  }
  return { promises: ENGINE_CONTRACT.length, interrupts, broken };
}

async function stateUnderGrammar(
  page: Page,
  { engine, grammar }: Subject,
  source: ModelSource,
): Promise<Figures> {
  const sentences = readSentences(NOTE);
  const opened = openConversation(sentences);
  const round = { sentences, capabilities: { grammar }, seed: 4 };
  const thinking = toRequest({ ...round, phase: "thinking", conversation: opened, budget: 60 });
  const [thought = ""] = await askInOneWorker(page, engine, source, [thinking]);
  const conversation = askStatements(withReply(opened, thought));
  const statements = toRequest({ ...round, phase: "statements", conversation, budget: 400 });
  const [stated = ""] = await askInOneWorker(page, engine, source, [statements]);
  // A budget may cut the last line; every whole one is a statement.
  const whole = stated.slice(0, stated.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").filter((line) => line !== "").length;
  return { statements: readNotation(whole).statements.length, statementLines: lines };
}

/** The answers of one worker, each question as the first of a patient. */
export async function askInOneWorker(
  page: Page,
  engine: EngineName,
  source: ModelSource,
  requests: readonly GenerateRequest[],
): Promise<readonly string[]> {
  return page.evaluate(
    async ([name, model, asked]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const opened = open(name).engine;
      await opened.load(model, () => undefined);
      const texts: string[] = [];
      for (const request of asked) {
        texts.push((await ask(opened, request)).text);
        await opened.reset();
      }
      await opened.unload();
      return texts;
    },
    [engine, source, requests] as const,
  );
}

/** What is said of one patient is the same whether or not another was spoken of before. */
async function switchPatients(page: Page, engine: EngineName, source: ModelSource): Promise<Figures> {
  const [one, other] = [greedy(`${QUESTION} ${NOTE}`, { budget: 60 }), greedy(QUESTION, { budget: 60 })];
  const [fresh, , after] = await askInOneWorker(page, engine, source, [other, one, other]);
  return { freshAfterPatient: fresh === after && fresh !== "" };
}

/** Question after question, a new patient every tenth; memory is read at the first fifth and at the end. */
async function cycle(
  page: Page,
  { engine, cycleGrammar }: Subject,
  { source, cycles }: StepOptions,
): Promise<Figures> {
  const request = greedy(QUESTION, { budget: 12, temperature: 0.8, grammar: cycleGrammar });
  return page.evaluate(
    async ([name, model, asked, count]) => {
      const { ask, open, readMemory }: EnginePage = globalThis.enginePage;
      const opened = open(name).engine;
      await opened.load(model, () => undefined);
      const bytes: number[] = [];
      const errors: string[] = [];
      for (let round = 1; round <= count; round += 1) {
        const { result } = await ask(opened, { ...asked, seed: round });
        if (!result.ok) errors.push(result.error.type);
        if (round % 10 === 0) await opened.reset();
        if (round === Math.ceil(count / 5) || round === count) bytes.push(await readMemory());
      }
      await opened.unload();
      const [first = 0, last = 0] = bytes;
      return {
        cycles: count,
        cycleFailures: errors.length,
        cycleErrors: [...new Set(errors)],
        memoryMegabytes: [first, last].map((value) => Math.round(value / 1e6)),
        memoryGrowth: Number((last / first).toFixed(3)),
      };
    },
    [engine, source, request, cycles] as const,
  );
}

/** One bit is turned in one file of the pack and turned back, over all files in turn. */
async function flipBits({ page, pack }: Visited, { flips }: StepOptions): Promise<Figures> {
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
