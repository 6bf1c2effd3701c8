import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { GenerateRequest } from "./engine.ts";
import type { EngineError } from "./engine-error.ts";
import {
  parseEngineEvent,
  parseEngineRequest,
  readRequestId,
  type EngineEvent,
  type EngineRequest,
} from "./engine-messages.ts";
import { SCRIPT_FAULTS } from "./engine-script.ts";

type ByType<Union extends { readonly type: string }> = {
  readonly [Type in Union["type"]]: readonly Extract<Union, { readonly type: Type }>[];
};

const generate: GenerateRequest = {
  prompt: { type: "chat", thinking: true, messages: [{ role: "user", text: "Why?" }] },
  grammar: { syntax: "xgrammar", text: "root ::= [a-z]" },
  budget: 1000,
  seed: 7,
  temperature: 0.6,
  topP: 0.95,
  stop: ["```"],
  logprobs: 0,
};
const script = {
  id: "case-1",
  answers: [{ when: "", texts: ["finding f1 [s1]: Fever"] }],
  tokensPerSecond: 60,
  contextTokens: 4096,
  faults: SCRIPT_FAULTS.map((kind) => ({ kind, generation: 0, token: 3, workers: 1 })),
};

/** Every request there is; a new one without an example does not compile. */
const REQUESTS: ByType<EngineRequest> = {
  probe: [{ type: "probe", requestId: 1 }],
  load: [
    { type: "load", requestId: 2, source: { type: "script", script } },
    { type: "load", requestId: 2, source: { type: "pack", packId: "qwen3-4b", contextTokens: 8192 } },
  ],
  generate: [
    { type: "generate", requestId: 3, request: generate },
    {
      type: "generate",
      requestId: 3,
      request: { ...generate, grammar: undefined, prompt: { type: "text", text: "" } },
    },
  ],
  interrupt: [{ type: "interrupt", requestId: 3 }],
  "count-tokens": [{ type: "count-tokens", requestId: 4, prompt: generate.prompt }],
  reset: [{ type: "reset", requestId: 5 }],
  unload: [{ type: "unload", requestId: 6 }],
  ping: [{ type: "ping", requestId: 7 }],
};

const ERRORS: ByType<EngineError> = {
  "engine-unsupported": [{ type: "engine-unsupported", missing: "adapter" }],
  "engine-model-unfit": [{ type: "engine-model-unfit" }],
  "engine-not-loaded": [{ type: "engine-not-loaded" }],
  "engine-device-lost": [{ type: "engine-device-lost" }],
  "engine-device-error": [{ type: "engine-device-error" }],
  "engine-out-of-memory": [{ type: "engine-out-of-memory" }],
  "engine-crashed": [{ type: "engine-crashed" }],
  "engine-stalled": [{ type: "engine-stalled", step: "first-token" }],
  "engine-broken-stream": [{ type: "engine-broken-stream", how: "missing-batch" }],
  "engine-prompt-too-long": [{ type: "engine-prompt-too-long", promptTokens: 9, contextTokens: 8 }],
  "engine-cannot": [{ type: "engine-cannot", feature: "grammar" }],
  "engine-bad-grammar": [{ type: "engine-bad-grammar" }],
  "engine-empty-answer": [{ type: "engine-empty-answer" }],
  "engine-off-script": [{ type: "engine-off-script" }],
  "engine-request-invalid": [{ type: "engine-request-invalid" }],
  "engine-busy": [{ type: "engine-busy" }],
  "engine-device-in-use": [{ type: "engine-device-in-use" }],
  "engine-given-up": [{ type: "engine-given-up" }],
  "engine-pack-missing": [{ type: "engine-pack-missing" }],
  "engine-pack-busy": [{ type: "engine-pack-busy" }],
  "engine-pack-damaged": [{ type: "engine-pack-damaged", file: "params_shard_0.bin" }],
  "engine-context-too-large": [{ type: "engine-context-too-large", contextTokens: 9, mostTokens: 8 }],
  "engine-canary-failed": [{ type: "engine-canary-failed" }],
  "engine-unexpected": [{ type: "engine-unexpected", where: "generate" }],
};

const EVENTS: ByType<EngineEvent> = {
  "probe-end": [
    {
      type: "probe-end",
      requestId: 1,
      probe: { threads: 8, halfPrecision: true, memoryBytes: undefined },
    },
  ],
  "load-progress": [
    { type: "load-progress", requestId: 2, progress: { loadedBytes: 1, totalBytes: 2, seconds: 0.5 } },
  ],
  "load-end": [{ type: "load-end", requestId: 2, model: { id: "qwen3-4b", contextTokens: 8192 } }],
  reading: [{ type: "reading", requestId: 3, progress: { readTokens: 4, totalTokens: 9 } }],
  tokens: [
    { type: "tokens", requestId: 3, batch: 0, texts: [" the", "calf"], chances: undefined },
    {
      type: "tokens",
      requestId: 3,
      batch: 1,
      texts: ["\uD83D"],
      chances: [[{ text: "\uD83D", logprob: -0.1 }]],
    },
  ],
  "generate-end": [
    {
      type: "generate-end",
      requestId: 3,
      end: { reason: "stop", tokens: 3, promptTokens: 9, reusedTokens: 0 },
      batches: 2,
    },
  ],
  "count-tokens-end": [{ type: "count-tokens-end", requestId: 4, tokens: 12 }],
  "reset-end": [{ type: "reset-end", requestId: 5 }],
  "unload-end": [{ type: "unload-end", requestId: 6 }],
  failed: Object.values(ERRORS)
    .flat()
    .map((error) => ({ type: "failed", requestId: 3, error })),
  notice: [
    { type: "notice", requestId: 0, notice: { type: "device-lost" } },
    { type: "notice", requestId: 0, notice: { type: "device-error" } },
    { type: "notice", requestId: 0, notice: { type: "memory", usedBytes: 1 } },
  ],
  pong: [{ type: "pong", requestId: 7 }],
};

const CASES = [
  { side: "request", parse: parseEngineRequest, messages: Object.values(REQUESTS).flat() },
  { side: "event", parse: parseEngineEvent, messages: Object.values(EVENTS).flat() },
] as const;

test.each(CASES)("every $side arrives as it was sent", ({ parse, messages }) => {
  for (const message of messages) expect(parse(structuredClone(message))).toEqual(message);
});

/** Every copy of a value with one field gone, one too many, or one of another kind, at any depth. */
function spoil(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, place) => spoil(item).map((spoilt) => items.with(place, spoilt)));
  }
  if (typeof value !== "object" || value === null) return [Symbol.iterator, null, {}, Number.NaN];
  const fields = Object.entries(value);
  return [
    { ...value, stack: "at model.ts" },
    ...fields.flatMap(([name, field]) => spoil(field).map((spoilt) => ({ ...value, [name]: spoilt }))),
    ...fields
      .filter(([, field]) => field !== undefined)
      .map(([gone]) => Object.fromEntries(fields.filter(([name]) => name !== gone))),
  ];
}

test.each(CASES)("a $side that is not whole is refused, whatever is wrong with it", ({ parse, messages }) => {
  for (const message of messages)
    for (const spoilt of spoil(message)) expect(parse(spoilt), JSON.stringify(spoilt)).toBeUndefined();
});

test("no number that a sampler could not use gets through", () => {
  const wrong: readonly Partial<GenerateRequest>[] = [
    { budget: -1 },
    { budget: 1.5 },
    { temperature: 2.1 },
    { topP: -0.1 },
    { logprobs: 21 },
    { logprobs: 1.5 },
    { seed: 2 ** 53 },
    { stop: [""] },
  ];
  for (const part of wrong) {
    const request = { type: "generate", requestId: 1, request: { ...generate, ...part } };
    expect(parseEngineRequest(request), JSON.stringify(part)).toBeUndefined();
  }
});

test("anything at all is parsed or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseEngineRequest(data)).toBeUndefined();
      expect(parseEngineEvent(data)).toBeUndefined();
      expect(readRequestId(data)).toBe(0);
    }),
    { seed: 41, numRuns: 2000 },
  );
});

test("a request that cannot be read is answered under its number where it has one", () => {
  expect(readRequestId({ requestId: 12, type: "sing" })).toBe(12);
  expect(readRequestId({ requestId: "12" })).toBe(0);
});
