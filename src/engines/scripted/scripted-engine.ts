/**
 * An engine without a model: it replays a written or recorded transcript, says so in its capabilities, and fails on
 * request in every way a real one can. Teaching cases, tests and recorded traces run on it.
 */
import type {
  Engine,
  EngineNotice,
  EngineProbe,
  GenerateRequest,
  GenerationEnd,
  Listening,
  LoadProgress,
  ModelSource,
  Prompt,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Script, ScriptFault, ScriptFaultKind } from "../../contracts/engine-script.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Timer } from "../timer.ts";
import { chooseText, spoilTokens } from "./choose-text.ts";
import { replay } from "./replay.ts";
import { promptToText, tokenise } from "./tokenise.ts";

const LOAD_TICKS = 4;
const LOAD_TICK_MS = 10;
const PREFILL_MS = 10;
const MEMORY_STEP_BYTES = 16_000_000;

export type ScriptedEngineParts = {
  readonly timer: Timer;
  /** The how-manieth worker of its client this is, from 0. */
  readonly worker: number;
  /** Kills the worker, as a crash would. */
  readonly crash: () => void;
  /** Never returns control to the worker, as an endless loop would. */
  readonly hang: () => void;
};

type State = ScriptedEngineParts & {
  readonly listeners: Set<(notice: EngineNotice) => void>;
  script: Script | undefined;
  /** What the engine still knows of the conversation, as its cache would. */
  context: readonly string[];
  generations: number;
  isInterrupted: boolean;
};

/** A scripted engine before anything is loaded. */
export function createScriptedEngine(parts: ScriptedEngineParts): Engine {
  const state: State = {
    ...parts,
    listeners: new Set(),
    script: undefined,
    context: [],
    generations: 0,
    isInterrupted: false,
  };
  return {
    probe: async () => ok<EngineProbe>({ threads: 1, halfPrecision: false, memoryBytes: undefined }),
    load: (source, onProgress) => load(state, source, onProgress),
    generate: (request, onTokens, onReading) => generate(state, request, { onTokens, onReading }),
    interrupt: () => {
      state.isInterrupted = true;
    },
    countTokens: async (prompt) =>
      state.script === undefined ? err({ type: "engine-not-loaded" }) : ok(promptTokens(prompt).length),
    reset: async () => {
      state.context = [];
      return ok(undefined);
    },
    unload: async () => {
      state.script = undefined;
      state.context = [];
      return ok(undefined);
    },
    subscribe: (onNotice) => {
      state.listeners.add(onNotice);
      return () => void state.listeners.delete(onNotice);
    },
  };
}

function promptTokens(prompt: Prompt): readonly string[] {
  return tokenise(promptToText(prompt));
}

/** The fault that this worker shows in the generation that runs, if it is one of these. */
function faultOf(state: State, kinds: readonly ScriptFaultKind[]): ScriptFault | undefined {
  return state.script?.faults.find(
    ({ kind, generation, workers }) =>
      kinds.includes(kind) && state.worker < workers && generation === state.generations,
  );
}

/** Memory grows with every answer, not with one. */
function growsMemory({ script, worker }: State): boolean {
  return script?.faults.some(({ kind, workers }) => kind === "memory-grows" && worker < workers) === true;
}

function tell({ listeners }: State, notice: EngineNotice): void {
  for (const listener of listeners) listener(notice);
}

function pause({ timer }: State, ms: number): Promise<void> {
  return new Promise((resolve) => void timer.after(ms, resolve));
}

async function load(
  state: State,
  source: ModelSource,
  onProgress: (progress: LoadProgress) => void,
): ReturnType<Engine["load"]> {
  state.script = undefined;
  state.context = [];
  if (source.type !== "script") return err({ type: "engine-model-unfit" });
  const { script } = source;
  const totalBytes = script.answers.flatMap(({ texts }) => texts).join("").length;
  const startMs = state.timer.now();
  for (let tick = 0; tick <= LOAD_TICKS; tick += 1) {
    const seconds = (state.timer.now() - startMs) / 1000;
    onProgress({ loadedBytes: Math.round((totalBytes * tick) / LOAD_TICKS), totalBytes, seconds });
    await pause(state, LOAD_TICK_MS);
  }
  const fault = script.faults.find(({ workers }) => state.worker < workers)?.kind;
  const failure = fault === undefined ? undefined : LOAD_FAILURES.get(fault);
  if (failure !== undefined) return err(failure);
  state.script = script;
  state.generations = 0;
  return ok({ id: script.id, contextTokens: script.contextTokens });
}

const LOAD_FAILURES: ReadonlyMap<ScriptFaultKind, EngineError> = new Map([
  ["no-adapter", { type: "engine-unsupported", missing: "adapter" }],
  ["no-half-precision", { type: "engine-unsupported", missing: "half-precision" }],
  ["out-of-memory", { type: "engine-out-of-memory" }],
  ["device-lost-while-loading", { type: "engine-device-lost" }],
]);

async function generate(
  state: State,
  request: GenerateRequest,
  listening: Listening,
): ReturnType<Engine["generate"]> {
  state.isInterrupted = false;
  const admitted = admit(state, request);
  if (!admitted.ok) return admitted;
  try {
    return await speak(state, admitted.value, request, listening);
  } finally {
    state.generations += 1;
  }
}

type Admitted = { readonly script: Script; readonly text: string; readonly prompt: readonly string[] };

function admit(state: State, request: GenerateRequest): Result<Admitted, EngineError> {
  const { script } = state;
  if (script === undefined) return err({ type: "engine-not-loaded" });
  if (request.grammar !== undefined && faultOf(state, ["breaks-grammar"]) === undefined)
    return err({ type: "engine-cannot", feature: "grammar" });
  if (request.logprobs > 0) return err({ type: "engine-cannot", feature: "logprobs" });
  const prompt = promptTokens(request.prompt);
  const { contextTokens } = script;
  if (prompt.length >= contextTokens)
    return err({ type: "engine-prompt-too-long", promptTokens: prompt.length, contextTokens });
  const text = chooseText(script, request);
  return text === undefined ? err({ type: "engine-off-script" }) : ok({ script, text, prompt });
}

async function speak(
  state: State,
  { script, text, prompt }: Admitted,
  request: GenerateRequest,
  { onTokens, onReading }: Listening,
): Promise<Result<GenerationEnd, EngineError>> {
  if (faultOf(state, ["device-lost-before-prefill"])) return loseDevice(state);
  if (faultOf(state, ["bug"])) throw new Error("A bug that a script asked for");
  const reusedTokens = commonStart(state.context, prompt);
  onReading?.({ readTokens: reusedTokens, totalTokens: prompt.length });
  await pause(state, PREFILL_MS);
  if (faultOf(state, ["device-lost-during-prefill"])) return loseDevice(state);

  const room = Math.min(request.budget, script.contextTokens - prompt.length);
  const whole = spoilTokens(tokenise(text), faultOf(state, TEXT_FAULTS), room);
  const end = await replay({
    tokens: whole.slice(0, room),
    tokensPerSecond: script.tokensPerSecond,
    stop: request.stop,
    timer: state.timer,
    isInterrupted: () => state.isInterrupted && faultOf(state, ["silence"]) === undefined,
    onTokens,
    beforeToken: (place) => suffer(state, place),
  });
  if (growsMemory(state))
    tell(state, { type: "memory", usedBytes: (state.generations + 1) * MEMORY_STEP_BYTES });
  const wasCut = end.reason === "stop" && whole.length > room;
  const cutReason = request.budget === room ? "budget" : "context-full";
  const reason = wasCut ? cutReason : end.reason;
  // A round that a stop ended can be continued from the cache; any other is read again from the start.
  const isKept = reason === "stop" || reason === "stop-string";
  state.context = isKept ? [...prompt, ...whole.slice(0, end.tokens)] : [];
  return ok({ reason, tokens: end.tokens, promptTokens: prompt.length, reusedTokens });
}

const TEXT_FAULTS: readonly ScriptFaultKind[] = [
  "empty-answer",
  "endless-repetition",
  "garbage-tokens",
  "breaks-grammar",
  "unclosed-thinking",
];

function loseDevice(state: State): { readonly ok: false; readonly error: EngineError } {
  state.context = [];
  tell(state, { type: "device-lost" });
  return err({ type: "engine-device-lost" });
}

/** What befalls the engine before this token; false where it says nothing more. */
function suffer(state: State, place: number): boolean {
  const fault = faultOf(state, TOKEN_FAULTS);
  if (fault?.token !== place) return fault?.kind !== "silence" || place < fault.token;
  switch (fault.kind) {
    case "device-lost-at-token":
      tell(state, { type: "device-lost" });
      return false;
    case "worker-error":
      state.crash();
      return false;
    case "infinite-loop":
      state.hang();
      return false;
    case "garbage-tokens":
      tell(state, { type: "device-error" });
      return true;
    default:
      return false;
  }
}

const TOKEN_FAULTS: readonly ScriptFaultKind[] = [
  "device-lost-at-token",
  "worker-error",
  "infinite-loop",
  "silence",
  "garbage-tokens",
];

function commonStart(known: readonly string[], prompt: readonly string[]): number {
  const different = prompt.findIndex((token, place) => known[place] !== token);
  return different === -1 ? prompt.length : different;
}
