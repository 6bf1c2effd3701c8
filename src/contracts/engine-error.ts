/**
 * Everything that can go wrong between asking a model and its answer, as plain values that survive a worker hop.
 * They hold kinds and numbers only: neither a library's sentence nor a word of the patient's ever gets in.
 */
import { isCount, isFilledText, isShape, isTagged, isWordOf, type Guard } from "./guards.ts";

const MISSING = ["adapter", "half-precision", "memory", "isolation", "browser-feature"] as const;
const FEATURES = ["grammar", "logprobs"] as const;
const STEPS = [
  "probe",
  "load",
  "first-token",
  "next-token",
  "interrupt",
  "count",
  "reset",
  "unload",
  "heartbeat",
] as const;
const BREAKS = ["missing-batch", "unreadable-message"] as const;
const PLACES = ["probe", "load", "generate", "count", "reset", "unload", "memory"] as const;

/** What the engine was doing when its time ran out. */
export type EngineStep = (typeof STEPS)[number];
/** Where something happened that nobody foresaw. */
export type EnginePlace = (typeof PLACES)[number];

export type EngineError =
  /** This device lacks what the model needs; known before any harm. */
  | { readonly type: "engine-unsupported"; readonly missing: (typeof MISSING)[number] }
  /** The engine cannot run this kind of model. */
  | { readonly type: "engine-model-unfit" }
  /** A request came before a model was loaded. */
  | { readonly type: "engine-not-loaded" }
  /** The graphics device is gone, and with it everything the engine held. */
  | { readonly type: "engine-device-lost" }
  /** The graphics device reported an error: what it computed since may be wrong, and is not shown. */
  | { readonly type: "engine-device-error" }
  | { readonly type: "engine-out-of-memory" }
  /** The worker died. */
  | { readonly type: "engine-crashed" }
  /** Nothing came for longer than this step may take. */
  | { readonly type: "engine-stalled"; readonly step: EngineStep }
  /** A part of the answer never arrived, or what arrived could not be read. */
  | { readonly type: "engine-broken-stream"; readonly how: (typeof BREAKS)[number] }
  /** Nothing is ever cut silently, so a prompt that does not fit is refused with the numbers. */
  | { readonly type: "engine-prompt-too-long"; readonly promptTokens: number; readonly contextTokens: number }
  /** This engine does not have what the request asks for. */
  | { readonly type: "engine-cannot"; readonly feature: (typeof FEATURES)[number] }
  | { readonly type: "engine-bad-grammar" }
  /** The model ended without a word. */
  | { readonly type: "engine-empty-answer" }
  /** A script was asked something it holds no answer for. */
  | { readonly type: "engine-off-script" }
  | { readonly type: "engine-request-invalid" }
  /** A second generation was asked for while one runs. */
  | { readonly type: "engine-busy" }
  /** Another tab holds a model on the graphics device. */
  | { readonly type: "engine-device-in-use" }
  /** It was built anew as often as makes sense; a person decides what next. */
  | { readonly type: "engine-given-up" }
  /** No such model is installed. */
  | { readonly type: "engine-pack-missing" }
  /** The model is being installed, checked or removed right now. */
  | { readonly type: "engine-pack-busy" }
  /** A file of the model is gone or is not what was installed; nothing of it was used. */
  | { readonly type: "engine-pack-damaged"; readonly file: string }
  /** The context asked for does not fit: the most that this model can have on this device. */
  | { readonly type: "engine-context-too-large"; readonly contextTokens: number; readonly mostTokens: number }
  /** Loaded, but it does not compute what it must: its first words were not the known ones, or not twice the same. */
  | { readonly type: "engine-canary-failed" }
  /** A bug. Its text stays where it happened, because it may quote a prompt. */
  | { readonly type: "engine-unexpected"; readonly where: EnginePlace };

function isPlain<Type extends string>(type: Type): Guard<{ readonly type: Type }> {
  return isShape<{ readonly type: Type }>({ type: isWordOf([type]) });
}

/** Whether a value that arrived is one of our errors. */
export const isEngineError: Guard<EngineError> = isTagged<EngineError>({
  "engine-unsupported": isShape({ type: isWordOf(["engine-unsupported"]), missing: isWordOf(MISSING) }),
  "engine-model-unfit": isPlain("engine-model-unfit"),
  "engine-not-loaded": isPlain("engine-not-loaded"),
  "engine-device-lost": isPlain("engine-device-lost"),
  "engine-device-error": isPlain("engine-device-error"),
  "engine-out-of-memory": isPlain("engine-out-of-memory"),
  "engine-crashed": isPlain("engine-crashed"),
  "engine-stalled": isShape({ type: isWordOf(["engine-stalled"]), step: isWordOf(STEPS) }),
  "engine-broken-stream": isShape({ type: isWordOf(["engine-broken-stream"]), how: isWordOf(BREAKS) }),
  "engine-prompt-too-long": isShape({
    type: isWordOf(["engine-prompt-too-long"]),
    promptTokens: isCount,
    contextTokens: isCount,
  }),
  "engine-cannot": isShape({ type: isWordOf(["engine-cannot"]), feature: isWordOf(FEATURES) }),
  "engine-bad-grammar": isPlain("engine-bad-grammar"),
  "engine-empty-answer": isPlain("engine-empty-answer"),
  "engine-off-script": isPlain("engine-off-script"),
  "engine-request-invalid": isPlain("engine-request-invalid"),
  "engine-busy": isPlain("engine-busy"),
  "engine-device-in-use": isPlain("engine-device-in-use"),
  "engine-given-up": isPlain("engine-given-up"),
  "engine-pack-missing": isPlain("engine-pack-missing"),
  "engine-pack-busy": isPlain("engine-pack-busy"),
  "engine-pack-damaged": isShape({ type: isWordOf(["engine-pack-damaged"]), file: isFilledText }),
  "engine-context-too-large": isShape({
    type: isWordOf(["engine-context-too-large"]),
    contextTokens: isCount,
    mostTokens: isCount,
  }),
  "engine-canary-failed": isPlain("engine-canary-failed"),
  "engine-unexpected": isShape({ type: isWordOf(["engine-unexpected"]), where: isWordOf(PLACES) }),
});

/** Whether the worker behind this error must be thrown away: only a new one can be trusted again. */
export function isFatal({ type }: EngineError): boolean {
  return (
    type === "engine-device-lost" ||
    type === "engine-device-error" ||
    type === "engine-out-of-memory" ||
    type === "engine-crashed" ||
    type === "engine-stalled" ||
    type === "engine-broken-stream" ||
    type === "engine-canary-failed" ||
    type === "engine-unexpected"
  );
}
