/**
 * Loads an installed pack into WebLLM: everything that can be refused is refused first, every byte is checked, and
 * what is loaded must sing before it may speak.
 */
import { MLCEngine, type AppConfig } from "@mlc-ai/web-llm";
import type { LoadProgress, ModelSource } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { packBytes } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { CanaryFile } from "../pack-files/canary-file.ts";
import type { OpenPack } from "../pack-files/open-pack.ts";
import { CHAT_TEMPLATES, type ChatTemplateId } from "../templates/families.ts";
import type { Timer } from "../timer.ts";
import { tryCanary } from "./canary.ts";
import { readChatConfig } from "./chat-config.ts";
import type { Graphics, GraphicsAdapter } from "./graphics.ts";
import { faultBehind } from "./graphics-watch.ts";
import { errorOfLoad } from "./library-errors.ts";
import { createLoadedModel, type LoadedModel } from "./loaded-model.ts";
import { refuseContext } from "./memory-fit.ts";
import { addressOf, createPackCaches, PACK_ADDRESS, type PackCaches } from "./pack-caches.ts";
import { pipelineOf } from "./pipeline.ts";

export type LoadParts = {
  readonly openPack: (packId: string) => Promise<Result<OpenPack, EngineError>>;
  readonly openCanary: (packId: string, device: string) => CanaryFile;
  readonly graphics: Graphics;
  readonly timer: Timer;
  /** Puts these caches where WebLLM looks for the browser's. */
  readonly showCaches: (caches: PackCaches["storage"]) => void;
};

/** A model that forgets its oldest tokens by itself would forget the case. */
const NO_SLIDING = { sliding_window_size: -1, attention_sink_size: -1 };

type PackModelSource = Extract<ModelSource, { readonly type: "pack" }>;
type Refused = Result<never, EngineError>;

export type LoadedEngine = {
  readonly engine: MLCEngine;
  readonly model: LoadedModel;
  /** Held as long as the model is: a worker that must be replaced loads it again. */
  readonly pack: OpenPack;
};

/** Loads, or says why not; after a refusal nothing is held. */
export async function loadModel(
  parts: LoadParts,
  source: PackModelSource,
  onProgress: (progress: LoadProgress) => void,
): Promise<Result<LoadedEngine, EngineError>> {
  const adapter = await parts.graphics.findAdapter();
  if (!adapter.ok) return adapter;
  const opened = await parts.openPack(source.packId);
  if (!opened.ok) return opened;
  const pack = opened.value;
  let loaded: Result<LoadedEngine, EngineError> | undefined;
  try {
    const plan = await planLoad(pack, adapter.value, source.contextTokens);
    loaded = plan.ok
      ? await carryOut(parts, pack, { ...plan.value, adapter: adapter.value }, onProgress)
      : plan;
    return loaded;
  } finally {
    if (loaded?.ok !== true) pack.close();
  }
}

type LoadPlan = {
  readonly contextTokens: number;
  readonly template: ChatTemplateId;
  readonly library: string;
};

/** Whether this pack can run here at all, before anything large is read. */
async function planLoad(
  { pack, readBytes }: OpenPack,
  adapter: GraphicsAdapter,
  contextTokens: number,
): Promise<Result<LoadPlan, EngineError>> {
  const { model, format, files } = pack;
  if (model.needsHalfPrecision && !adapter.halfPrecision)
    return err({ type: "engine-unsupported", missing: "half-precision" });
  const config = await readBytes("mlc-chat-config.json");
  if (!config.ok) return config;
  const layers = readChatConfig(config.value)?.layers;
  const template = CHAT_TEMPLATES.find(({ id }) => id === model.template)?.id;
  const libraries = files.filter(({ name }) => name.endsWith(".wasm"));
  const [library] = libraries;
  const isWhole = libraries.length === 1 && format === "web-llm";
  if (!isWhole || library === undefined || layers === undefined || template === undefined)
    return err({ type: "engine-model-unfit" });
  const refusal = refuseContext(contextTokens, { model, layers, bufferBytes: adapter.bufferBytes });
  return refusal === undefined ? ok({ contextTokens, template, library: library.name }) : err(refusal);
}

async function carryOut(
  parts: LoadParts,
  pack: OpenPack,
  plan: LoadPlan & { readonly adapter: GraphicsAdapter },
  onProgress: (progress: LoadProgress) => void,
): Promise<Result<LoadedEngine, EngineError>> {
  const caches = createPackCaches(pack, createProgress(parts.timer, packBytes(pack.pack), onProgress));
  parts.showCaches(caches.storage);
  const engine = new MLCEngine({ appConfig: describe(pack, plan.library), logLevel: "SILENT" });
  const { id } = pack.pack;
  try {
    const window = { context_window_size: plan.contextTokens, ...NO_SLIDING };
    await endOnFault(parts.graphics, engine.reload(id, window));
    await caches.checkRest();
    const model = createLoadedModel(pipelineOf(engine, id), plan.template);
    const store = parts.openCanary(id, plan.adapter.name);
    const wrong = faultOfLoad(parts.graphics) ?? (await tryCanary(model, store));
    return wrong === undefined ? ok({ engine, model, pack }) : await giveUp(parts, engine, wrong);
  } catch (thrown) {
    const damage = caches.fault();
    if (damage === undefined) await faultBehind(parts.graphics.watch(), parts.timer);
    return giveUp(parts, engine, damage ?? faultOfLoad(parts.graphics) ?? errorOfLoad(thrown));
  }
}

function faultOfLoad({ watch }: Graphics): EngineError | undefined {
  const found = watch();
  return found?.lackedMemory() === true ? { type: "engine-out-of-memory" } : found?.fault();
}

/** Leaves nothing on the graphics device of a model that may not speak. */
async function giveUp({ graphics }: LoadParts, engine: MLCEngine, wrong: EngineError): Promise<Refused> {
  graphics.watch()?.stop();
  await engine.unload().catch(() => undefined);
  return err(wrong);
}

/** A device that is gone leaves a load waiting for ever. */
function endOnFault<Value>(graphics: Graphics, work: Promise<Value>): Promise<Value> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      graphics.onWatch((watch) =>
        watch.onFault(() => reject(new Error("The graphics device failed while a model was loaded"))),
      );
    }),
  ]);
}

function createProgress(
  timer: Timer,
  totalBytes: number,
  onProgress: (progress: LoadProgress) => void,
): (bytes: number) => void {
  const startMs = timer.now();
  let loadedBytes = 0;
  onProgress({ loadedBytes, totalBytes, seconds: 0 });
  return (bytes) => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes, seconds: (timer.now() - startMs) / 1000 });
  };
}

function describe({ pack }: OpenPack, library: string): AppConfig {
  const record = { model: PACK_ADDRESS, model_id: pack.id, model_lib: addressOf(library) };
  return { model_list: [record], cacheBackend: "cache" };
}
