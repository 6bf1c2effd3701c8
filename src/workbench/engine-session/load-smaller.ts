/** Loads a model with as much context as asked for, and with less where the device cannot hold that. */
import type { ClientNotice, Engine, LoadProgress, LoadedModel } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Result } from "../../shared/result.ts";
import type { SessionModel } from "./session-model.ts";

/** A case, its prompts and a first answer: with less a model is of no use here. */
const LEAST_CONTEXT = 1024;
/** The context is halved at most so often. */
const TRIES = 3;

/** What was loaded, or the error of the last try. */
export async function loadSmaller(
  engine: Engine<ClientNotice>,
  { packId, contextTokens }: Pick<SessionModel, "packId" | "contextTokens">,
  onProgress: (progress: LoadProgress) => void,
): Promise<Result<LoadedModel, EngineError>> {
  let context: number | undefined = contextTokens;
  for (let tries = 1; ; tries += 1) {
    const loaded: Result<LoadedModel, EngineError> = await engine.load(
      { type: "pack", packId, contextTokens: context },
      onProgress,
    );
    if (loaded.ok || tries === TRIES) return loaded;
    context = smallerContext(loaded.error, context);
    if (context === undefined) return loaded;
  }
}

/** The context to try next, where less of it can help at all. */
function smallerContext(error: EngineError, contextTokens: number): number | undefined {
  const next = wantedAfter(error, contextTokens);
  return next === undefined || next < LEAST_CONTEXT || next >= contextTokens ? undefined : next;
}

function wantedAfter(error: EngineError, contextTokens: number): number | undefined {
  if (error.type === "engine-context-too-large") return error.mostTokens;
  if (error.type === "engine-out-of-memory" || error.type === "engine-device-lost")
    return Math.floor(contextTokens / 2);
  return undefined;
}
