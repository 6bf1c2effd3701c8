/**
 * What every engine must do, as checks that any test runner can run: in Node over a channel, or in a browser over a
 * real worker. An engine hands in how to open it and a model whose answers run to a few hundred tokens.
 */
import type {
  ClientNotice,
  Engine,
  EngineCapabilities,
  GenerateRequest,
  LoadProgress,
  ModelSource,
} from "../contracts/engine.ts";
import { invariant } from "../shared/assert.ts";
import { ask, greedy, type Asked } from "./testing/ask.ts";

export type EngineContractParts = {
  /** A client of a worker that never ran before. */
  readonly open: () => Engine<ClientNotice>;
  readonly source: ModelSource;
  readonly capabilities: EngineCapabilities;
  /** Interrupts are tried after each of so many tokens. */
  readonly interrupts: number;
};

export type ContractCheck = {
  readonly name: string;
  /** Throws, naming the broken promise. */
  readonly run: (parts: EngineContractParts) => Promise<void>;
};

const QUESTION = "Why does the calf matter?";
const OTHER_QUESTION = "What speaks against infection?";

async function openLoaded({ open, source }: EngineContractParts): Promise<Engine<ClientNotice>> {
  const engine = open();
  const loaded = await engine.load(source, () => undefined);
  invariant(loaded.ok, "the model loads");
  return engine;
}

function same(actual: unknown, wanted: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(wanted)];
  invariant(left === right, `${what}: ${left} is not ${right}`);
}

function ended({ result }: Asked, reason: string): void {
  same(result.ok ? result.value.reason : result.error, reason, "how the generation ended");
}

function failed(result: { readonly ok: boolean; readonly error?: unknown }, error: unknown): void {
  same(result.ok ? "no error" : result.error, error, "the error");
}

/** The promises, one check each. */
export const ENGINE_CONTRACT: readonly ContractCheck[] = [
  {
    name: "says what the device can do",
    run: async ({ open }) => {
      const probed = await open().probe();
      invariant(probed.ok && probed.value.threads >= 1, "at least one thread");
    },
  },
  {
    name: "tells the progress of loading in bytes and seconds",
    run: async ({ open, source }) => {
      const seen: LoadProgress[] = [];
      const loaded = await open().load(source, (progress) => void seen.push(progress));
      invariant(loaded.ok && loaded.value.contextTokens > 0, "the model loads");
      for (const [place, progress] of seen.entries()) {
        const before = seen[place - 1] ?? { loadedBytes: 0, seconds: 0 };
        invariant(progress.loadedBytes >= before.loadedBytes, "bytes never run backwards");
        invariant(progress.seconds >= before.seconds, "seconds never run backwards");
      }
      const last = seen.at(-1);
      invariant(last !== undefined && last.totalBytes > 0, "there is progress");
      same(last.loadedBytes, last.totalBytes, "bytes at the end");
    },
  },
  {
    name: "says why a model cannot be loaded, and loads another",
    run: async ({ open, source }) => {
      const engine = open();
      const absent = { type: "pack", packId: "never-installed", contextTokens: 512 } as const;
      const refused = await engine.load(absent, () => undefined);
      const reasons = ["engine-pack-missing", "engine-model-unfit"];
      invariant(!refused.ok && reasons.includes(refused.error.type), "the reason is told");
      failed(await engine.generate(greedy(QUESTION), () => undefined), { type: "engine-not-loaded" });
      invariant((await engine.load(source, () => undefined)).ok, "another model loads");
    },
  },
  {
    name: "answers nothing before a model is loaded",
    run: async ({ open }) => {
      failed(await open().generate(greedy(QUESTION), () => undefined), { type: "engine-not-loaded" });
      failed(await open().countTokens({ type: "text", text: "x" }), { type: "engine-not-loaded" });
    },
  },
  {
    name: "streams: many batches, as many tokens as it says",
    run: async (parts) => {
      const answer = await ask(await openLoaded(parts), greedy(QUESTION, { budget: 100 }));
      ended(answer, "budget");
      invariant(answer.batches.length > 1, "more than one batch");
      const pieces = answer.batches.flatMap(({ texts }) => texts).length;
      same(answer.result.ok && answer.result.value.tokens, 100, "tokens");
      invariant(pieces > 50 && pieces <= 100, "about a piece a token");
    },
  },
  {
    name: "keeps every budget",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const whole = await ask(engine, greedy(QUESTION, { budget: 40 }));
      for (const budget of [1, 2, 7, 39]) {
        const answer = await ask(engine, greedy(QUESTION, { budget }));
        ended(answer, "budget");
        same(answer.result.ok && answer.result.value.tokens, budget, "tokens");
        invariant(whole.text.startsWith(answer.text), "a smaller budget gives the beginning");
      }
    },
  },
  {
    name: "repeats itself for the same seed, and not for every other",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const texts = new Set<string>();
      for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const request = greedy(QUESTION, { seed, temperature: 1, budget: 60 });
        const [first, again] = [await ask(engine, request), await ask(engine, request)];
        same(again.text, first.text, `the text of seed ${seed}`);
        texts.add(first.text);
      }
      invariant(texts.size > 1, "eight seeds give more than one text");
      const cold = [1, 2, 3].map((seed) => ask(engine, greedy(QUESTION, { seed, budget: 60 })));
      const greedyTexts = new Set((await Promise.all(cold)).map(({ text }) => text));
      same(greedyTexts.size, 1, "texts without temperature, whatever the seed");
    },
  },
  {
    name: "ends before a stop string and never shows a part of it",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const whole = await ask(engine, greedy(QUESTION, { budget: 80 }));
      for (const from of [9, 24, 41]) {
        const stop = whole.text.slice(from, from + 5);
        const answer = await ask(engine, greedy(QUESTION, { budget: 80, stop: ["never said", stop] }));
        ended(answer, "stop-string");
        same(answer.text, whole.text.slice(0, whole.text.indexOf(stop)), "the text before the stop string");
      }
    },
  },
  {
    name: "stops at any token, and the next answer is right",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const [whole, other] = [await ask(engine, greedy(QUESTION)), greedy(OTHER_QUESTION, { budget: 6 })];
      const right = await ask(engine, other);
      for (let token = 1; token <= parts.interrupts; token += 1) {
        const cut = await ask(engine, greedy(QUESTION), (pieces) => {
          if (pieces >= token) engine.interrupt();
        });
        ended(cut, "interrupted");
        invariant(whole.text.startsWith(cut.text) && cut.text !== "", "what was said is the beginning");
        same((await ask(engine, other)).text, right.text, `the answer after stopping at token ${token}`);
      }
    },
  },
  {
    name: "is not disturbed by an interrupt when nothing runs",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      engine.interrupt();
      const request = greedy(QUESTION, { budget: 10 });
      const [answer, again] = [await ask(engine, request), await ask(engine, request)];
      ended(answer, "budget");
      same(again.text, answer.text, "the same question");
    },
  },
  {
    name: "counts the tokens that a prompt will take",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const request = greedy(QUESTION, { budget: 3 });
      const counted = await engine.countTokens(request.prompt);
      const answer = await ask(engine, request);
      same(counted.ok && counted.value, answer.result.ok && answer.result.value.promptTokens, "tokens");
      invariant(answer.readings.length > 0, "how far it has read is told");
      let read = 0;
      for (const { readTokens, totalTokens } of answer.readings) {
        same(totalTokens, counted.ok && counted.value, "tokens to read");
        invariant(
          readTokens >= read && readTokens <= totalTokens,
          "it reads on, and no further than to the end",
        );
        read = readTokens;
      }
      const longer = await engine.countTokens(greedy(`${QUESTION} ${OTHER_QUESTION}`).prompt);
      invariant(longer.ok && counted.ok && longer.value > counted.value, "more text is more tokens");
    },
  },
  {
    name: "refuses a prompt that does not fit, with the numbers, and goes on",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const long = greedy("tender calf ".repeat(20_000));
      const refused = await engine.generate(long, () => undefined);
      invariant(!refused.ok && refused.error.type === "engine-prompt-too-long", "refused as too long");
      const { promptTokens, contextTokens } = refused.error;
      invariant(promptTokens >= contextTokens && contextTokens > 0, "the numbers say why");
      ended(await ask(engine, greedy(QUESTION, { budget: 5 })), "budget");
    },
  },
  {
    name: "continues a conversation from what it has read already",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const whole = await ask(engine, greedy(QUESTION, { budget: 40 }));
      const stop = whole.text.slice(30, 36);
      const first = await ask(engine, greedy(QUESTION, { budget: 40, stop: [stop] }));
      const followUp = await ask(engine, followUpOf(first.text));
      const { result } = followUp;
      invariant(result.ok && result.value.reusedTokens > 0, "the first turn is not read again");
    },
  },
  {
    name: "forgets one patient before the next",
    run: async (parts) => {
      const [used, fresh] = [await openLoaded(parts), await openLoaded(parts)];
      const secret = "Zanzibar-4711";
      await ask(used, greedy(`${QUESTION} ${secret}`), () => used.interrupt());
      const told = greedy(`${QUESTION} It is ${secret}.`, { budget: 40 });
      // Ended by a stop string, so that the conversation is still in the engine's cache.
      const stop = (await ask(used, told)).text.slice(30, 36);
      ended(await ask(used, { ...told, stop: [stop] }), "stop-string");
      const reset = await used.reset();
      invariant(reset.ok, "the engine resets");
      const [after, untouched] = [await ask(used, greedy(QUESTION)), await ask(fresh, greedy(QUESTION))];
      same(after.text, untouched.text, "what is said of the next patient");
      same(after.result, untouched.result, "tokens, prompt and cache");
      invariant(!after.text.includes(secret), "no word of the patient before");
    },
  },
  {
    name: "takes two requests at once, one after the other",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const [one, two] = [greedy(QUESTION, { budget: 30 }), greedy(OTHER_QUESTION, { budget: 30 })];
      const apart = [await ask(engine, one), await ask(engine, two)];
      const together = await Promise.all([ask(engine, one), ask(engine, two)]);
      same(
        together.map(({ text }) => text),
        apart.map(({ text }) => text),
        "both answers",
      );
    },
  },
  {
    name: "unloads, and loads again",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const request = greedy(QUESTION, { budget: 20 });
      const before = await ask(engine, request);
      invariant((await engine.unload()).ok, "the model unloads");
      failed(await engine.generate(request, () => undefined), { type: "engine-not-loaded" });
      invariant((await engine.load(parts.source, () => undefined)).ok, "the model loads again");
      same((await ask(engine, request)).text, before.text, "the same answer");
    },
  },
  {
    name: "has the capabilities that its registry line says, and a plain word for the others",
    run: async (parts) => {
      const engine = await openLoaded(parts);
      const { grammar, logprobs } = parts.capabilities;
      const yesOrNo = { syntax: grammar ?? "gbnf", text: 'root ::= "yes" | "no"' } as const;
      const held = await ask(engine, greedy(QUESTION, { grammar: yesOrNo, budget: 20 }));
      if (grammar !== undefined) invariant(held.text === "yes" || held.text === "no", "the grammar holds");
      else failed(held.result, { type: "engine-cannot", feature: "grammar" });
      const told = await ask(engine, greedy(QUESTION, { logprobs: 3, budget: 20 }));
      if (logprobs) invariant(told.batches.every(hasChances), "chances for every token");
      else failed(told.result, { type: "engine-cannot", feature: "logprobs" });
      ended(await ask(engine, greedy(QUESTION, { budget: 5 })), "budget");
    },
  },
];

function hasChances({ texts, chances }: Asked["batches"][number]): boolean {
  return chances?.length === texts.length && chances.every((likely) => likely.length > 0);
}

function followUpOf(reply: string): GenerateRequest {
  const messages = [
    { role: "user", text: QUESTION },
    { role: "assistant", text: reply },
    { role: "user", text: OTHER_QUESTION },
  ] as const;
  return greedy("", { prompt: { type: "chat", thinking: false, messages }, budget: 10 });
}
