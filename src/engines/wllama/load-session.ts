/** From an installed pack to a model that is loaded, checked and proven, with its progress in bytes. */
import type { EngineProbe, LoadProgress, ModelSource } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { CanaryFile } from "../pack-files/canary-file.ts";
import type { OpenPack } from "../pack-files/open-pack.ts";
import type { Timer } from "../timer.ts";
import { passesCanary } from "./canary.ts";
import { ggufFileOf, planLoad, type LoadPlan } from "./plan-load.ts";
import type { OpenRuntime } from "./runtime.ts";
import { openSession, type Session } from "./session.ts";

export type LoadParts = {
  readonly openPack: (packId: string) => Promise<Result<OpenPack, EngineError>>;
  readonly openCanary: (packId: string, device: string) => CanaryFile;
  readonly openRuntime: OpenRuntime;
  readonly timer: Timer;
};

/** The pack stays open: the library may be started anew from its file. */
export type LoadedSession = { readonly session: Session; readonly pack: OpenPack };

type PackModelSource = Extract<ModelSource, { readonly type: "pack" }>;

/** Loads, or says why not; after a refusal nothing is held. */
export async function loadSession(
  parts: LoadParts,
  { packId, contextTokens }: PackModelSource,
  { threads, halfPrecision }: EngineProbe,
  onProgress: (progress: LoadProgress) => void,
): Promise<Result<LoadedSession, EngineError>> {
  const opened = await parts.openPack(packId);
  if (!opened.ok) return opened;
  const pack = opened.value;
  const progress = createProgress(parts.timer, ggufFileOf(pack.pack)?.bytes ?? 0, onProgress);
  const plan = await checkPack(pack, contextTokens, progress.onChecked);
  const session = plan.ok
    ? await openOn(parts, pack, plan.value, threads, halfPrecision, progress.onRead)
    : plan;
  if (!session.ok) {
    pack.close();
    return session;
  }
  progress.finish();
  return ok({ session: session.value, pack });
}

async function checkPack(
  { pack, readFile }: OpenPack,
  contextTokens: number,
  onBytes: (bytes: number) => void,
): Promise<Result<LoadPlan, EngineError>> {
  const listed = ggufFileOf(pack);
  if (listed === undefined) return err({ type: "engine-model-unfit" });
  const file = await readFile(listed.name, onBytes);
  return file.ok ? planLoad(pack, file.value, contextTokens) : file;
}

/** On the graphics device where the library's kernels run; what fails there may still be right on the processor. */
async function openOn(
  { openRuntime, openCanary }: LoadParts,
  { pack }: OpenPack,
  plan: LoadPlan,
  threads: number,
  halfPrecision: boolean,
  onBytes: (bytes: number) => void,
): Promise<Result<Session, EngineError>> {
  const open = (usesGraphics: boolean) => {
    const canary = openCanary(pack.id, usesGraphics ? "wllama-graphics" : "wllama-processor");
    const isTrusted = (runtime: Parameters<typeof passesCanary>[0]) => passesCanary(runtime, canary);
    return openSession({ plan, openRuntime, threads, usesGraphics, isTrusted, onBytes });
  };
  const first = await open(halfPrecision);
  return first.ok || !halfPrecision ? first : open(false);
}

/** Every byte is passed twice: once to check it, once to load it. Each counts for half. */
function createProgress(timer: Timer, totalBytes: number, onProgress: (progress: LoadProgress) => void) {
  const startMs = timer.now();
  let most = 0;
  const tell = (loadedBytes: number): void => {
    most = Math.max(most, Math.floor(loadedBytes));
    onProgress({ loadedBytes: most, totalBytes, seconds: (timer.now() - startMs) / 1000 });
  };
  return {
    onChecked: (bytes: number) => tell(bytes / 2),
    onRead: (bytes: number) => tell((totalBytes + bytes) / 2),
    finish: () => tell(totalBytes),
  };
}
