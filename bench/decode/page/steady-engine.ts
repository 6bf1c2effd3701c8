/**
 * A scripted engine whose decode takes its time for every token, as a model's does: what a token costs after it was
 * decoded delays the next. The script's own pace is by the clock and would catch up in silence.
 */
import type { Engine, GenerateRequest, TokenBatch } from "../../../src/contracts/engine.ts";
import type { Script } from "../../../src/contracts/engine-script.ts";
import { chooseText } from "../../../src/engines/scripted/choose-text.ts";
import { createScriptedEngine } from "../../../src/engines/scripted/scripted-engine.ts";
import { promptToText, tokenise } from "../../../src/engines/scripted/tokenise.ts";
import type { Timer } from "../../../src/engines/timer.ts";
import { err, ok } from "../../../src/shared/result.ts";

/** Timers are no finer; a faster decode says several tokens a tick. */
const SHORTEST_TICK_MS = 4;

/** A scripted engine without faults. */
export function createPlainScripted(timer: Timer): Engine {
  return createScriptedEngine({ timer, worker: 0, crash: () => undefined, hang: () => undefined });
}

/** The steady engine. */
export function createSteadyEngine(timer: Timer): Engine {
  const scripted = createPlainScripted(timer);
  let script: Script | undefined;
  const stop = { isAsked: false };
  const generate = async (request: GenerateRequest, onTokens: (batch: TokenBatch) => void) => {
    const text = script === undefined ? undefined : chooseText(script, request);
    if (script === undefined || text === undefined) return err({ type: "engine-off-script" } as const);
    stop.isAsked = false;
    const tokens = tokenise(text).slice(0, request.budget);
    const tickMs = Math.max(SHORTEST_TICK_MS, 1000 / script.tokensPerSecond);
    const perTick = Math.max(1, Math.round((script.tokensPerSecond * tickMs) / 1000));
    for (let at = 0; at < tokens.length && !stop.isAsked; at += perTick) {
      await new Promise<void>((resolve) => void timer.after(tickMs, resolve));
      for (const token of tokens.slice(at, at + perTick)) onTokens({ texts: [token], chances: undefined });
    }
    const promptTokens = tokenise(promptToText(request.prompt)).length;
    return ok({ reason: "stop", tokens: tokens.length, promptTokens, reusedTokens: 0 } as const);
  };
  return {
    ...scripted,
    load: (source, onProgress) => {
      script = source.type === "script" ? source.script : undefined;
      return scripted.load(source, onProgress);
    },
    generate,
    interrupt: () => {
      stop.isAsked = true;
    },
  };
}
