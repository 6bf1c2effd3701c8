/** WebLLM as an engine: one model at a time, one request at a time, in a worker of its own. */
import type {
  Engine,
  EngineNotice,
  EngineProbe,
  GenerateRequest,
  Listening,
  LoadProgress,
  ModelSource,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { promptTokens, type RoundPlan } from "./known-context.ts";
import { faultBehind } from "./graphics-watch.ts";
import { errorOfRun } from "./library-errors.ts";
import { loadModel, type LoadedEngine, type LoadParts } from "./load-model.ts";
import { forget, planPrompt, promptText } from "./loaded-model.ts";
import { speak } from "./speak.ts";

export type WebLlmParts = LoadParts & {
  readonly threads: number;
};

type State = WebLlmParts & {
  readonly listeners: Set<(notice: EngineNotice) => void>;
  loaded: LoadedEngine | undefined;
  isInterrupted: boolean;
};

/** The engine before anything is loaded. */
export function createWebLlmEngine(parts: WebLlmParts): Engine {
  const state: State = { ...parts, listeners: new Set(), loaded: undefined, isInterrupted: false };
  return {
    probe: () => probe(state),
    load: (source, onProgress) => load(state, source, onProgress),
    generate: (request, onTokens, onReading) => generate(state, request, { onTokens, onReading }),
    interrupt: () => {
      state.isInterrupted = true;
    },
    countTokens: async (prompt) => {
      const { loaded } = state;
      if (loaded === undefined) return err({ type: "engine-not-loaded" });
      return ok(promptTokens(planPrompt(loaded.model, promptText(loaded.model, prompt))));
    },
    reset: async () => {
      if (state.loaded !== undefined) forget(state.loaded.model);
      return ok(undefined);
    },
    unload: async () => {
      await unload(state);
      return ok(undefined);
    },
    subscribe: (onNotice) => {
      state.listeners.add(onNotice);
      return () => void state.listeners.delete(onNotice);
    },
  };
}

async function probe({ graphics, threads }: State): Promise<Result<EngineProbe, EngineError>> {
  const adapter = await graphics.findAdapter();
  if (!adapter.ok) return adapter;
  // WebGPU tells no memory: what fits is known by trying.
  return ok({ threads, halfPrecision: adapter.value.halfPrecision, memoryBytes: undefined });
}

async function load(
  state: State,
  source: ModelSource,
  onProgress: (progress: LoadProgress) => void,
): ReturnType<Engine["load"]> {
  await unload(state);
  if (source.type !== "pack") return err({ type: "engine-model-unfit" });
  const loaded = await loadModel(state, source, onProgress);
  if (!loaded.ok) return loaded;
  state.loaded = loaded.value;
  state.graphics.watch()?.onFault((fault) => {
    state.loaded = undefined;
    loaded.value.pack.close();
    tell(state, { type: fault.type === "engine-device-lost" ? "device-lost" : "device-error" });
  });
  return ok({ id: source.packId, contextTokens: loaded.value.model.contextTokens });
}

function tell({ listeners }: State, notice: EngineNotice): void {
  for (const listener of listeners) listener(notice);
}

async function unload(state: State): Promise<void> {
  const { loaded } = state;
  state.loaded = undefined;
  if (loaded === undefined) return;
  // WebLLM destroys the device with the model.
  state.graphics.watch()?.stop();
  loaded.pack.close();
  await loaded.engine.unload();
}

type Admitted = LoadedEngine & { readonly prompt: string; readonly plan: RoundPlan };

/** Whether this can be answered at all. */
function admit({ loaded }: State, request: GenerateRequest): Result<Admitted, EngineError> {
  if (loaded === undefined) return err({ type: "engine-not-loaded" });
  const { model } = loaded;
  if (request.grammar !== undefined && request.grammar.syntax !== "xgrammar")
    return err({ type: "engine-cannot", feature: "grammar" });
  const prompt = promptText(model, request.prompt);
  if (prompt === "" || request.budget === 0) return err({ type: "engine-request-invalid" });
  const plan = planPrompt(model, prompt);
  const { contextTokens } = model;
  const tokens = promptTokens(plan);
  if (tokens >= contextTokens)
    return err({ type: "engine-prompt-too-long", promptTokens: tokens, contextTokens });
  return ok({ ...loaded, prompt, plan });
}

async function generate(
  state: State,
  request: GenerateRequest,
  listening: Listening,
): ReturnType<Engine["generate"]> {
  state.isInterrupted = false;
  const admitted = admit(state, request);
  if (!admitted.ok) return admitted;
  const { model, prompt, plan } = admitted.value;
  const isInterrupted = (): boolean => state.isInterrupted;
  try {
    const end = await speak({ model, request, prompt, plan, isInterrupted, ...listening });
    const fault = state.graphics.watch()?.fault();
    if (fault !== undefined) return err(fault);
    tellMemory(state);
    return ok(end);
  } catch (thrown) {
    const error = errorOfRun(thrown) ?? (await faultBehind(state.graphics.watch(), state.timer));
    if (error === undefined) throw thrown;
    return err(error);
  }
}

/** A model's memory is that of its graphics device: what else the worker holds is small against it. */
function tellMemory(state: State): void {
  const usedBytes = state.graphics.watch()?.usedBytes();
  if (usedBytes !== undefined) tell(state, { type: "memory", usedBytes });
}
