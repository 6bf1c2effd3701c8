/** wllama as an engine: one GGUF model at a time, one request at a time, in a worker of its own. */
import type {
  Engine,
  EngineNotice,
  GenerateRequest,
  Listening,
  LoadProgress,
  ModelSource,
  Prompt,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { countTokens } from "./count-tokens.ts";
import { probeDevice, type Device } from "./device.ts";
import { loadSession, type LoadedSession, type LoadParts } from "./load-session.ts";
import { promptText } from "./prompt-text.ts";
import { markOf } from "./session.ts";
import { speak } from "./speak.ts";

export type WllamaParts = LoadParts & { readonly device: Device };

type State = WllamaParts & {
  loaded: LoadedSession | undefined;
  /** Stops the generation that runs. */
  stopper: AbortController | undefined;
};

/** The engine before anything is loaded. */
export function createWllamaEngine(parts: WllamaParts): Engine {
  const state: State = { ...parts, loaded: undefined, stopper: undefined };
  const listeners = new Set<(notice: EngineNotice) => void>();
  return {
    probe: () => probeDevice(state.device),
    load: (source, onProgress) => load(state, source, onProgress),
    generate: (request, onTokens, onReading) => generate(state, request, { onTokens, onReading }),
    interrupt: () => state.stopper?.abort(),
    countTokens: (prompt) => count(state, prompt),
    reset: async () => {
      state.loaded?.session.renew();
      return ok(undefined);
    },
    unload: async () => {
      await unload(state);
      return ok(undefined);
    },
    subscribe: (onNotice) => {
      listeners.add(onNotice);
      return () => void listeners.delete(onNotice);
    },
  };
}

async function load(
  state: State,
  source: ModelSource,
  onProgress: (progress: LoadProgress) => void,
): ReturnType<Engine["load"]> {
  await unload(state);
  const probed = await probeDevice(state.device);
  if (!probed.ok) return probed;
  if (source.type !== "pack") return err({ type: "engine-model-unfit" });
  const loaded = await loadSession(state, source, probed.value, onProgress);
  if (!loaded.ok) return loaded;
  state.loaded = loaded.value;
  return ok({ id: source.packId, contextTokens: loaded.value.session.contextTokens });
}

async function unload(state: State): Promise<void> {
  const { loaded } = state;
  state.loaded = undefined;
  await loaded?.session.end();
  loaded?.pack.close();
}

async function generate(
  state: State,
  request: GenerateRequest,
  listening: Listening,
): ReturnType<Engine["generate"]> {
  const { loaded } = state;
  if (loaded === undefined) return err({ type: "engine-not-loaded" });
  const refusal = refuse(request);
  if (refusal !== undefined) return err(refusal);
  const stopper = new AbortController();
  state.stopper = stopper;
  try {
    return await answer(loaded, request, stopper, listening);
  } finally {
    state.stopper = undefined;
  }
}

function refuse({ grammar, budget, prompt }: GenerateRequest): EngineError | undefined {
  if (grammar !== undefined && grammar.syntax !== "gbnf")
    return { type: "engine-cannot", feature: "grammar" };
  const isEmpty = prompt.type === "text" && prompt.text === "";
  return isEmpty || budget === 0 ? { type: "engine-request-invalid" } : undefined;
}

async function answer(
  { session }: LoadedSession,
  request: GenerateRequest,
  stopper: AbortController,
  listening: Listening,
): ReturnType<Engine["generate"]> {
  const waiting = await session.runtime();
  if (!waiting.ok) return waiting;
  const prompt = promptText(waiting.value, session.template, request.prompt);
  if (session.conversation.open(prompt)) session.renew();
  const opened = await session.runtime();
  if (!opened.ok) return opened;
  const spoken = await speak({ runtime: opened.value, request, prompt, stopper, ...listening });
  if (!spoken.ok) return spoken;
  const { end, text } = spoken.value;
  session.conversation.grow(text);
  session.conversation.measure(end.promptTokens + end.tokens);
  return ok(end);
}

async function count({ loaded }: State, prompt: Prompt): Promise<Result<number, EngineError>> {
  if (loaded === undefined) return err({ type: "engine-not-loaded" });
  const { session } = loaded;
  const opened = await session.runtime();
  if (!opened.ok) return opened;
  const text = promptText(opened.value, session.template, prompt);
  const counted = await countTokens(opened.value, text, markOf(session.template));
  return counted.ok ? counted : err({ type: "engine-unexpected", where: "count" });
}
