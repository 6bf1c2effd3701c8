/**
 * What page and engine worker say to each other. Both unions are told apart by `type`, carry the number of the request
 * they belong to, and are checked on arrival at either side: what does not parse is refused, never guessed at.
 */
import type {
  EngineNotice,
  EngineProbe,
  GenerateRequest,
  GenerationEnd,
  LoadProgress,
  LoadedModel,
  ModelSource,
  Prompt,
  ReadingProgress,
  TokenChance,
} from "./engine.ts";
import { isEngineError, type EngineError } from "./engine-error.ts";
import {
  isCount,
  isFilledText,
  isFiniteNumber,
  isListOf,
  isMaybe,
  isShape,
  isTagged,
  isText,
  isWordOf,
  isYesOrNo,
  type Guard,
} from "./guards.ts";
import {
  isChances,
  isEngineNotice,
  isGenerateRequest,
  isGenerationEnd,
  isModelSource,
  isPrompt,
} from "./engine-values.ts";

type Numbered = { readonly requestId: number };

/** Page to worker. */
export type EngineRequest = Numbered &
  (
    | { readonly type: "probe" }
    | { readonly type: "load"; readonly source: ModelSource }
    | { readonly type: "generate"; readonly request: GenerateRequest }
    /** Its number is that of the generation to stop. */
    | { readonly type: "interrupt" }
    | { readonly type: "count-tokens"; readonly prompt: Prompt }
    | { readonly type: "reset" }
    | { readonly type: "unload" }
    /** Asks for a sign of life. */
    | { readonly type: "ping" }
  );

/** Worker to page. The worker never waits for an answer to any of these. */
export type EngineEvent = Numbered &
  (
    | { readonly type: "probe-end"; readonly probe: EngineProbe }
    | { readonly type: "load-progress"; readonly progress: LoadProgress }
    | { readonly type: "load-end"; readonly model: LoadedModel }
    /** Only before the first token. */
    | { readonly type: "reading"; readonly progress: ReadingProgress }
    | {
        readonly type: "tokens";
        /** Place of this batch in its generation, from 0. */
        readonly batch: number;
        readonly texts: readonly string[];
        readonly chances: readonly (readonly TokenChance[])[] | undefined;
      }
    /** `batches` says how many there were, so that a lost one is noticed. */
    | { readonly type: "generate-end"; readonly end: GenerationEnd; readonly batches: number }
    | { readonly type: "count-tokens-end"; readonly tokens: number }
    | { readonly type: "reset-end" }
    | { readonly type: "unload-end" }
    | { readonly type: "failed"; readonly error: EngineError }
    /** Of no request: its number is 0. */
    | { readonly type: "notice"; readonly notice: EngineNotice }
    | { readonly type: "pong" }
  );

type Type<Message extends { readonly type: string }> = Message["type"];

function isBare<Name extends Type<EngineRequest> | Type<EngineEvent>>(
  name: Name,
): Guard<Numbered & { readonly type: Name }> {
  return isShape<Numbered & { readonly type: Name }>({ type: isWordOf([name]), requestId: isCount });
}

const isEngineRequest = isTagged<EngineRequest>({
  probe: isBare("probe"),
  load: isShape({ type: isWordOf(["load"]), requestId: isCount, source: isModelSource }),
  generate: isShape({ type: isWordOf(["generate"]), requestId: isCount, request: isGenerateRequest }),
  interrupt: isBare("interrupt"),
  "count-tokens": isShape({ type: isWordOf(["count-tokens"]), requestId: isCount, prompt: isPrompt }),
  reset: isBare("reset"),
  unload: isBare("unload"),
  ping: isBare("ping"),
});

const isProbe = isShape<EngineProbe>({
  threads: isCount,
  halfPrecision: isYesOrNo,
  memoryBytes: isMaybe(isCount),
});
const isProgress = isShape<LoadProgress>({
  loadedBytes: isCount,
  totalBytes: isCount,
  seconds: isFiniteNumber,
});
const isReading = isShape<ReadingProgress>({ readTokens: isCount, totalTokens: isCount });
const isLoadedModel = isShape<LoadedModel>({ id: isFilledText, contextTokens: isCount });

const isEngineEvent = isTagged<EngineEvent>({
  "probe-end": isShape({ type: isWordOf(["probe-end"]), requestId: isCount, probe: isProbe }),
  "load-progress": isShape({ type: isWordOf(["load-progress"]), requestId: isCount, progress: isProgress }),
  "load-end": isShape({ type: isWordOf(["load-end"]), requestId: isCount, model: isLoadedModel }),
  reading: isShape({ type: isWordOf(["reading"]), requestId: isCount, progress: isReading }),
  tokens: isShape({
    type: isWordOf(["tokens"]),
    requestId: isCount,
    batch: isCount,
    texts: isListOf(isText),
    chances: isMaybe(isChances),
  }),
  "generate-end": isShape({
    type: isWordOf(["generate-end"]),
    requestId: isCount,
    end: isGenerationEnd,
    batches: isCount,
  }),
  "count-tokens-end": isShape({ type: isWordOf(["count-tokens-end"]), requestId: isCount, tokens: isCount }),
  "reset-end": isBare("reset-end"),
  "unload-end": isBare("unload-end"),
  failed: isShape({ type: isWordOf(["failed"]), requestId: isCount, error: isEngineError }),
  notice: isShape({ type: isWordOf(["notice"]), requestId: isCount, notice: isEngineNotice }),
  pong: isBare("pong"),
});

/** A request as it arrived in the worker; undefined for anything else. */
export function parseEngineRequest(data: unknown): EngineRequest | undefined {
  return isEngineRequest(data) ? data : undefined;
}

/** An event as it arrived on the page; undefined for anything else. */
export function parseEngineEvent(data: unknown): EngineEvent | undefined {
  return isEngineEvent(data) ? data : undefined;
}

/** The number of a request that did not parse, so that its sender gets an answer. */
export function readRequestId(data: unknown): number {
  const holds = typeof data === "object" && data !== null && "requestId" in data;
  return holds && isCount(data.requestId) ? data.requestId : 0;
}
