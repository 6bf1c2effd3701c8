/** An engine whose work shows: what it is doing, how many tokens it made and how fast. */
import type { ClientNotice, Engine, GenerateRequest } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { createRateMeter } from "../run/rate-meter.ts";
import type { EngineStatus } from "./engine-state.ts";

/** A figure that changes more often than this cannot be read. */
const SHOW_EVERY_MS = 100;

export type Watcher = {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly onStatus: (status: EngineStatus) => void;
  /** How a generation ended; undefined where it went well. */
  readonly onEnd: (error: EngineError | undefined) => void;
};

/** The same engine, told about. */
export function watchEngine(engine: Engine<ClientNotice>, watcher: Watcher): Engine<ClientNotice> {
  return {
    ...engine,
    generate: (request, ...hearing) => generate({ engine, watcher }, request, hearing),
  };
}

type Hearing = Parameters<Engine["generate"]> extends [unknown, ...infer Rest] ? Rest : never;
type Watched = { readonly engine: Engine<ClientNotice>; readonly watcher: Watcher };

async function generate(
  { engine, watcher }: Watched,
  request: GenerateRequest,
  [onTokens, onReading]: Hearing,
): ReturnType<Engine["generate"]> {
  const { now, onStatus, onEnd } = watcher;
  const type = isThinking(request) ? "thinking" : "answering";
  const meter = createRateMeter();
  let tokens = 0;
  let shownMs = Number.NEGATIVE_INFINITY;
  onStatus({ type: "reading" });
  const take: typeof onTokens = (batch) => {
    tokens += batch.texts.length;
    const nowMs = now();
    meter.add(tokens, nowMs);
    onTokens(batch);
    if (nowMs - shownMs < SHOW_EVERY_MS) return;
    shownMs = nowMs;
    onStatus({ type, tokens, tokensPerSecond: meter.read(nowMs) });
  };
  const result = await engine.generate(request, take, onReading);
  onEnd(result.ok ? undefined : result.error);
  return result;
}

/** Free text that may begin with thinking; what a grammar holds is an answer from its first token. */
function isThinking({ prompt, grammar }: GenerateRequest): boolean {
  return prompt.type === "chat" && prompt.thinking && grammar === undefined;
}
