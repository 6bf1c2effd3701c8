import { expect, test } from "vitest";
import type { Engine, GenerationEnd } from "../contracts/engine.ts";
import { parseEngineEvent, type EngineRequest } from "../contracts/engine-messages.ts";
import { ok } from "../shared/result.ts";
import type { PortListener } from "./engine-port.ts";
import { serveEngine } from "./serve-engine.ts";
import { greedy } from "./testing/ask.ts";

type Generate = Engine["generate"];

const END: GenerationEnd = { reason: "stop", tokens: 1, promptTokens: 1, reusedTokens: 0 };

/** A served engine that generates as told, with a clock that is set by hand and timers that never fire. */
function serve(generate: Generate) {
  const posted: unknown[] = [];
  const clock = { nowMs: 0 };
  let listener: PortListener | undefined;
  let interrupts = 0;
  const engine: Engine = {
    probe: async () => ok({ threads: 1, halfPrecision: false, memoryBytes: undefined }),
    load: async () => ok({ id: "stub", contextTokens: 10 }),
    generate,
    interrupt: () => {
      interrupts += 1;
    },
    countTokens: async () => ok(1),
    reset: async () => ok(undefined),
    unload: async () => ok(undefined),
    subscribe: () => () => undefined,
  };
  serveEngine({
    engine,
    timer: { now: () => clock.nowMs, after: () => () => undefined },
    port: {
      post: (event) => posted.push(event),
      listen: (given) => {
        listener = given;
      },
      close: () => undefined,
    },
  });
  const send = (request: EngineRequest | object): void => listener?.onMessage(request);
  return { posted, clock, send, interrupts: () => interrupts };
}

function settle(): Promise<unknown> {
  return new Promise((resolve) => setImmediate(resolve));
}

function tokensIn(data: unknown): number {
  const event = parseEngineEvent(data);
  return event?.type === "tokens" ? event.texts.length : 0;
}

const request = greedy("Why?");

test("a loop that never yields to timers still sends on time, at most once a frame", async () => {
  const served = serve(async (_, onTokens) => {
    for (let token = 0; token < 40; token += 1) {
      onTokens({ texts: [`${token}`], chances: undefined });
      served.clock.nowMs += 4;
    }
    return ok(END);
  });
  served.send({ type: "generate", requestId: 1, request });
  await settle();
  const sizes = served.posted.map((event) => tokensIn(event));
  expect(sizes).toEqual([1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 0]);
});

test("chances travel with their tokens", async () => {
  const chances = [[{ text: "yes", logprob: -0.1 }]];
  const served = serve(async (_, onTokens) => {
    onTokens({ texts: ["yes"], chances });
    return ok(END);
  });
  served.send({ type: "generate", requestId: 1, request });
  await settle();
  expect(served.posted).toEqual([
    { type: "tokens", requestId: 1, batch: 0, texts: ["yes"], chances },
    { type: "generate-end", requestId: 1, end: END, batches: 1 },
  ]);
});

test("what an engine throws is told by its place, never by its words", async () => {
  const served = serve(async () => {
    throw new Error("prompt was: Zanzibar");
  });
  served.send({ type: "generate", requestId: 1, request });
  await settle();
  expect(served.posted).toEqual([
    { type: "failed", requestId: 1, error: { type: "engine-unexpected", where: "generate" } },
  ]);
});

test("a second generation beside the first is refused, an interrupt reaches only the one that runs", async () => {
  const served = serve(() => new Promise(() => undefined));
  served.send({ type: "generate", requestId: 1, request });
  served.send({ type: "generate", requestId: 2, request });
  served.send({ type: "interrupt", requestId: 2 });
  served.send({ type: "ping", requestId: 1 });
  await settle();
  expect(served.interrupts()).toBe(0);
  served.send({ type: "interrupt", requestId: 1 });
  expect(served.interrupts()).toBe(1);
  expect(served.posted).toEqual([
    { type: "pong", requestId: 1 },
    { type: "failed", requestId: 2, error: { type: "engine-busy" } },
  ]);
});

test("a request that does not parse gets an answer under its number", async () => {
  const served = serve(async () => ok(END));
  served.send({ type: "generate", requestId: 9, request: { ...request, budget: -1 } });
  expect(served.posted).toEqual([
    { type: "failed", requestId: 9, error: { type: "engine-request-invalid" } },
  ]);
});

test.each([
  ["stop", { type: "failed", requestId: 1, error: { type: "engine-empty-answer" } }],
  ["stop-string", { type: "failed", requestId: 1, error: { type: "engine-empty-answer" } }],
  ["budget", { type: "generate-end", requestId: 1, end: { ...END, reason: "budget" }, batches: 1 }],
  ["interrupted", { type: "generate-end", requestId: 1, end: { ...END, reason: "interrupted" }, batches: 1 }],
] as const)("blanks alone, ended by %s", async (reason, last) => {
  const served = serve(async (_, onTokens) => {
    onTokens({ texts: [" ", "\n"], chances: undefined });
    return ok({ ...END, reason });
  });
  served.send({ type: "generate", requestId: 1, request });
  await settle();
  expect(served.posted.at(-1)).toEqual(last);
});
