/** What can be seen of the engine from every screen. A snapshot is a plain value. */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { SessionModel } from "./session-model.ts";

export type EngineStatus =
  /** Nothing is loaded; a model may be chosen all the same. */
  | { readonly type: "none" }
  | {
      readonly type: "loading";
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly seconds: number;
    }
  | { readonly type: "idle" }
  /** The prompt is read; no word has come yet. */
  | { readonly type: "reading" }
  | { readonly type: "thinking" | "answering"; readonly tokens: number; readonly tokensPerSecond: number }
  /** A new worker takes the place of one that failed. */
  | { readonly type: "rebuilding"; readonly attempt: number }
  | {
      readonly type: "failed";
      readonly error: EngineError;
      /** An installed model that may do better; undefined where there is none. */
      readonly next: SessionModel | undefined;
    };

export type EngineState = {
  /** The model that was chosen, loaded or not. */
  readonly model: SessionModel | undefined;
  readonly status: EngineStatus;
  /** The context it runs with; undefined while nothing is loaded. */
  readonly contextTokens: number | undefined;
  /** The context that was asked for first, where the device only managed less. */
  readonly reducedFrom: number | undefined;
};

/** Whether a model is in memory or on its way there. */
export function isInMemory({ type }: EngineStatus): boolean {
  return type !== "none" && type !== "failed";
}

/** Whether the model is at work on a request, and can be told to stop. */
export function isSpeaking({ type }: EngineStatus): boolean {
  return type === "reading" || type === "thinking" || type === "answering";
}
