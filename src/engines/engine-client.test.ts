import { expect, test } from "vitest";
import type { ClientNotice } from "../contracts/engine.ts";
import type { ScriptFault, ScriptFaultKind } from "../contracts/engine-script.ts";
import { createEngineClient } from "./engine-client.ts";
import { ENGINE_LIMITS } from "./engine-limits.ts";
import { serveScripted } from "./scripted/serve-scripted.ts";
import { ask, greedy } from "./testing/ask.ts";
import { fault, longScript, openScripted } from "./testing/open-scripted.ts";
import { createTestWorld } from "./testing/test-world.ts";

/** A loaded engine whose first workers have these faults, and the clock that its time runs on. */
async function openWith(faults: readonly ScriptFault[], more: Partial<ReturnType<typeof longScript>> = {}) {
  const world = createTestWorld(setImmediate);
  const engine = openScripted(world);
  const notices: ClientNotice[] = [];
  engine.subscribe((notice) => notices.push(notice));
  const source = { type: "script", script: { ...longScript(faults), ...more } } as const;
  const loaded = await engine.load(source, () => undefined);
  return { engine, notices, loaded, source, timer: world.timer };
}

const request = greedy("Why the calf?", { budget: 50 });

async function rightAnswer(): Promise<string> {
  const { engine } = await openWith([]);
  return (await ask(engine, request)).text;
}

const LOSSES: readonly (readonly [ScriptFaultKind, string])[] = [
  ["device-lost-before-prefill", "engine-device-lost"],
  ["device-lost-during-prefill", "engine-device-lost"],
  ["device-lost-at-token", "engine-device-lost"],
  ["worker-error", "engine-crashed"],
  ["infinite-loop", "engine-stalled"],
  ["silence", "engine-stalled"],
  ["bug", "engine-unexpected"],
  ["garbage-tokens", "engine-device-error"],
];

test.each(LOSSES)(
  "%s before anything was said: a new worker answers as if nothing had been",
  async (kind) => {
    const { engine, notices } = await openWith([fault(kind)]);
    const answer = await ask(engine, request);
    expect(answer.text).toBe(await rightAnswer());
    expect(notices).toContainEqual({ type: "rebuilding", attempt: 1 });
  },
);

test.each(LOSSES)(
  "%s in every worker: two new ones are tried, then it is the person's turn",
  async (kind, type) => {
    const { engine, notices, source } = await openWith([fault(kind, 0, 3)]);
    const first = await ask(engine, request);
    expect(first.result).toMatchObject({ ok: false, error: { type } });
    expect(first.text).toBe("");
    expect(notices.filter((notice) => notice.type === "rebuilding")).toHaveLength(2);
    const second = await ask(engine, request);
    expect(second.result).toEqual({ ok: false, error: { type: "engine-given-up" } });
    // Loading again is the person's fresh start; the fourth worker is well.
    await engine.load(source, () => undefined);
    expect((await ask(engine, request)).text).toBe(await rightAnswer());
  },
);

const MIDWAY = LOSSES.filter(([kind]) => !/prefill|bug/.test(kind));

test.each(MIDWAY)(
  "%s after twenty tokens: what was said stays, the next answer is whole",
  async (kind, type) => {
    const { engine } = await openWith([fault(kind, 20)]);
    const right = await rightAnswer();
    const cut = await ask(engine, request);
    expect(cut.result).toMatchObject({ ok: false, error: { type } });
    expect(cut.text).not.toBe("");
    expect(right.startsWith(cut.text)).toBe(true);
    const next = await ask(engine, request);
    expect(next.text).toBe(right);
  },
);

test("a lost device takes none of the tokens with it that were said before", async () => {
  const { engine } = await openWith([fault("device-lost-at-token", 20)], { tokensPerSecond: 5000 });
  const { batches } = await ask(engine, request);
  expect(batches.flatMap(({ texts }) => texts)).toHaveLength(20);
});

test("silence is noticed after thirty seconds, a first token that never comes after two minutes", async () => {
  const { engine, timer } = await openWith([fault("silence", 20, 1)]);
  const startMs = timer.now();
  const cut = await ask(engine, request);
  expect(cut.result).toEqual({ ok: false, error: { type: "engine-stalled", step: "next-token" } });
  expect(Math.round((timer.now() - startMs) / 1000)).toBe(30);
  const slow = await openWith([fault("silence", 0, 3)]);
  const slowStartMs = slow.timer.now();
  const never = await ask(slow.engine, request);
  expect(never.result).toEqual({ ok: false, error: { type: "engine-stalled", step: "first-token" } });
  expect(Math.round((slow.timer.now() - slowStartMs) / 1000)).toBe(360);
});

test("a worker that runs in a circle before its first token is found out by its silence to pings", async () => {
  const { engine } = await openWith([fault("infinite-loop", 0, 3)]);
  const answer = await ask(engine, request);
  expect(answer.result).toEqual({ ok: false, error: { type: "engine-stalled", step: "heartbeat" } });
});

test("a worker that does not stop within two seconds is ended, and stopping was still no failure", async () => {
  const { engine, notices, timer } = await openWith([fault("silence", 5)]);
  const startMs = timer.now();
  const cut = await ask(engine, request, (pieces) => {
    if (pieces === 5) engine.interrupt();
  });
  expect(cut.result).toMatchObject({ ok: true, value: { reason: "interrupted", tokens: 5 } });
  expect(timer.now() - startMs).toBeLessThan(2500);
  expect((await ask(engine, request)).text).toBe(await rightAnswer());
  expect(notices).toEqual([]);
});

test("however often a worker has to be ended to stop it, the engine is not given up", async () => {
  const { engine } = await openWith([fault("silence", 5, 5)]);
  for (let stop = 0; stop < 5; stop += 1) {
    const cut = await ask(engine, request, (pieces) => {
      if (pieces === 5) engine.interrupt();
    });
    expect(cut.result).toMatchObject({ ok: true, value: { reason: "interrupted" } });
  }
  expect((await ask(engine, request)).text).toBe(await rightAnswer());
});

test("a model that loads slowly is not ended by an interrupt that came too early", async () => {
  // Loading takes longer than stopping may.
  const engine = openScripted(createTestWorld(setImmediate), { ...ENGINE_LIMITS, interruptMs: 20 });
  const source = { type: "script", script: longScript() } as const;
  const loading = engine.load(source, () => engine.interrupt());
  expect(await loading).toMatchObject({ ok: true });
  expect((await ask(engine, request)).text).toBe(await rightAnswer());
});

const LOAD_FAULTS: readonly (readonly [ScriptFaultKind, object])[] = [
  ["no-adapter", { type: "engine-unsupported", missing: "adapter" }],
  ["no-half-precision", { type: "engine-unsupported", missing: "half-precision" }],
  ["out-of-memory", { type: "engine-out-of-memory" }],
  ["device-lost-while-loading", { type: "engine-device-lost" }],
];

test.each(LOAD_FAULTS)("%s fails the loading with its reason", async (kind, error) => {
  const { loaded, engine } = await openWith([fault(kind, 0, 9)]);
  expect(loaded).toEqual({ ok: false, error });
  expect((await ask(engine, request)).result).toEqual({ ok: false, error: { type: "engine-not-loaded" } });
});

test("a device lost once while loading is another worker's to load on", async () => {
  const { loaded } = await openWith([fault("device-lost-while-loading")]);
  expect(loaded).toEqual({ ok: true, value: { id: "long", contextTokens: 4096 } });
});

test.each(["duplicate-batch", "reordered-batch", "late-token"] as const)(
  "%s leaves the answer right, and the next one too",
  async (kind) => {
    const { engine } = await openWith([fault(kind)]);
    const right = await rightAnswer();
    const first = await ask(engine, request);
    const second = await ask(engine, request);
    expect([first.text, second.text]).toEqual([right, right]);
    expect(first.result).toMatchObject({ ok: true, value: { reason: "budget" } });
  },
);

test.each(["missing-batch", "unreadable-message"] as const)(
  "%s is an error with the beginning kept, and a new worker",
  async (kind) => {
    const { engine } = await openWith([fault(kind)]);
    const right = await rightAnswer();
    const cut = await ask(engine, request);
    expect(cut.result).toEqual({ ok: false, error: { type: "engine-broken-stream", how: kind } });
    expect(cut.text).not.toBe("");
    expect(right.startsWith(cut.text)).toBe(true);
    const next = await ask(engine, request);
    expect(next.text).toBe(right);
  },
);

test("endless repetition is stopped long before the budget, and what was said stays", async () => {
  const { engine } = await openWith([fault("endless-repetition", 10)]);
  const answer = await ask(engine, greedy("Why the calf?", { budget: 4000 }));
  expect(answer.result).toMatchObject({ ok: true, value: { reason: "repetition" } });
  expect(answer.text).toMatch(/^The calf is tender.* but wait, the calf is tender, so but wait/);
  expect(answer.batches.flatMap(({ texts }) => texts).length).toBeLessThan(200);
});

test("a fast engine stops at the very token that closed the circle", async () => {
  const { engine } = await openWith([fault("endless-repetition", 10)], { tokensPerSecond: 5000 });
  const { result, batches } = await ask(engine, greedy("Why the calf?", { budget: 4000 }));
  const tokens = batches.flatMap(({ texts }) => texts).length;
  expect(result).toMatchObject({ ok: true, value: { reason: "repetition", tokens } });
});

test("an empty answer is an error and not an answer", async () => {
  const { engine } = await openWith([fault("empty-answer")]);
  const answer = await ask(engine, request);
  expect(answer.result).toEqual({ ok: false, error: { type: "engine-empty-answer" } });
  expect((await ask(engine, request)).text).toBe(await rightAnswer());
});

test("thinking that never closes spends its text without the mark", async () => {
  const text = "<think>The calf, the flight.</think>finding f1 [s1]: Calf";
  const answers = [{ when: "", texts: [text] }];
  const { engine } = await openWith([fault("unclosed-thinking")], { answers });
  expect((await ask(engine, request)).text).toBe("<think>The calf, the flight.finding f1 [s1]: Calf");
  expect((await ask(engine, request)).text).toBe(text);
});

test("a grammar can be broken on purpose, so that the reader's second look is tested", async () => {
  const { engine } = await openWith([fault("breaks-grammar", 4)]);
  const grammar = { syntax: "gbnf", text: 'root ::= "yes"' } as const;
  const answer = await ask(engine, { ...request, grammar });
  expect(answer.text).toMatch(/^The calf is tender\n%%% this is no statement \[s999999\]\n/);
});

test("one token too many for the context is refused, one fewer is read", async () => {
  const { engine } = await openWith([], { contextTokens: 60 });
  const fits = { type: "text", text: "a ".repeat(29) } as const;
  const counted = await engine.countTokens(fits);
  expect(counted).toEqual({ ok: true, value: 30 });
  const answer = await ask(engine, { ...request, prompt: fits, budget: 1000 });
  expect(answer.result).toMatchObject({ ok: true, value: { reason: "context-full", tokens: 30 } });
  const over = { type: "text", text: ".".repeat(60) } as const;
  const refused = await ask(engine, { ...request, prompt: over });
  expect(refused.result).toEqual({
    ok: false,
    error: { type: "engine-prompt-too-long", promptTokens: 60, contextTokens: 60 },
  });
  const last = await ask(engine, { ...request, prompt: { type: "text", text: ".".repeat(59) } });
  expect(last.result).toMatchObject({ ok: true, value: { reason: "context-full", tokens: 1 } });
});

test("tells of growing memory", async () => {
  const { engine, notices } = await openWith([fault("memory-grows")]);
  await ask(engine, request);
  expect(notices).toEqual([{ type: "memory", usedBytes: 16_000_000 }]);
});

test("a worker that keeps more and more memory is replaced between two answers", async () => {
  const { engine, notices } = await openWith([fault("memory-grows")], { tokensPerSecond: 5000 });
  const right = await rightAnswer();
  for (let cycle = 0; cycle < 60; cycle += 1) {
    const { text } = await ask(engine, request);
    expect(text).toBe(right);
  }
  // 16 MB an answer: after 24 of them it is a quarter of a gigabyte, and the second worker is well.
  expect(notices).toHaveLength(24);
});

test("a script does not answer what it does not hold, nor load what it is not", async () => {
  const { engine } = await openWith([], { answers: [{ when: "calf", texts: ["Yes."] }] });
  expect((await ask(engine, greedy("Which dose?"))).result).toEqual({
    ok: false,
    error: { type: "engine-off-script" },
  });
  const pack = { type: "pack", packId: "any", contextTokens: 4096 } as const;
  expect(await engine.load(pack, () => undefined)).toEqual({
    ok: false,
    error: { type: "engine-model-unfit" },
  });
});

test("a patient's words are in no error, whatever fails", async () => {
  const secret = "Zanzibar";
  for (const [kind] of LOSSES) {
    const { engine, notices } = await openWith([fault(kind, 0, 9)]);
    const { result } = await ask(engine, greedy(`Why, ${secret}?`));
    expect(JSON.stringify([result, notices])).not.toContain(secret);
  }
});

test("5,000 tokens a second arrive at most once a frame", async () => {
  const { engine } = await openWith([], { tokensPerSecond: 5000 });
  const { batches, result } = await ask(engine, greedy("Why the calf?"));
  const pieces = batches.flatMap(({ texts }) => texts).length;
  expect(result).toMatchObject({ ok: true, value: { reason: "stop", tokens: pieces } });
  // 16 ms at this rate are 80 tokens.
  expect(batches.length).toBeLessThanOrEqual(Math.ceil(pieces / 80) + 2);
});

/** Full counts by `CURBSIDE_LONG=1`. */
const IS_LONG = process.env["CURBSIDE_LONG"] === "1";

test("many generations leave nothing waiting", { timeout: 120_000 }, async () => {
  const { engine, timer } = await openWith([], { tokensPerSecond: 5000 });
  for (let cycle = 0; cycle < (IS_LONG ? 5000 : 500); cycle += 1) await ask(engine, request);
  const quietMs = timer.now();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(timer.now()).toBe(quietMs);
});

test("of many patients, none finds a trace of the one before", { timeout: 120_000 }, async () => {
  const fresh = await openWith([]);
  const untouched = await ask(fresh.engine, request);
  const { engine, notices } = await openWith([]);
  for (let patient = 0; patient < (IS_LONG ? 1000 : 100); patient += 1) {
    const secret = `Zanzibar-${patient}`;
    await ask(engine, greedy(`${secret} has a swollen calf.`, { stop: ["remark 24"] }));
    await engine.reset();
    const next = await ask(engine, request);
    expect(next).toEqual(untouched);
    expect(JSON.stringify([next, notices])).not.toContain(secret);
    await engine.reset();
  }
});

test("every worker that is replaced, unloaded or does not stop is ended, and only those", async () => {
  const { timer, createChannel } = createTestWorld(setImmediate);
  const ended: number[] = [];
  const engine = createEngineClient({
    timer,
    limits: ENGINE_LIMITS,
    createPort: (worker) => {
      const channel = createChannel();
      serveScripted({ ...channel, port: channel.worker, timer, worker });
      return {
        ...channel.page,
        close: () => {
          ended.push(worker);
          channel.page.close();
        },
      };
    },
  });
  const faults = [fault("device-lost-at-token", 20, 1), { ...fault("silence", 5, 2), generation: 1 }];
  await engine.load({ type: "script", script: longScript(faults) }, () => undefined);
  await ask(engine, request);
  expect(ended).toEqual([0]);
  await ask(engine, request);
  expect(ended).toEqual([0]);
  await ask(engine, request, () => engine.interrupt());
  expect(ended).toEqual([0, 1]);
  await ask(engine, request);
  await engine.unload();
  expect(ended).toEqual([0, 1, 2]);
});
