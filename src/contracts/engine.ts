/**
 * What the core asks of whatever runs a model on this device. Every engine keeps this contract, in its worker and
 * through the client on the page alike; one suite of tests holds all of them to it.
 */
import type { Result } from "../shared/result.ts";
import type { EngineError } from "./engine-error.ts";
import type { Script } from "./engine-script.ts";

/** Two dialects of one notation: XGrammar's and llama.cpp's. */
export type GrammarSyntax = "xgrammar" | "gbnf";

export type EngineCapabilities = {
  /** The form in which it takes a grammar to hold its output to, if it does. */
  readonly grammar: GrammarSyntax | undefined;
  /** Whether it can say how likely each token was. */
  readonly logprobs: boolean;
  /** Whether a model speaks. A script never claims to be one. */
  readonly voice: "model" | "script";
};

/** One line of the engine registry: what may be said about an engine before loading any of it. */
export type EngineEntry = {
  readonly id: string;
  readonly label: string;
  /** What it runs on, in words for the Models page. */
  readonly runsOn: string;
  readonly capabilities: EngineCapabilities;
  /** Address of its worker's program. */
  readonly workerUrl: string;
};

export type EngineProbe = {
  readonly threads: number;
  readonly halfPrecision: boolean;
  /** Undefined where the device does not say. */
  readonly memoryBytes: number | undefined;
};

export type ModelSource =
  | { readonly type: "script"; readonly script: Script }
  /** The files of an installed model; context is a choice, because it costs memory. */
  | { readonly type: "pack"; readonly packId: string; readonly contextTokens: number };

export type LoadProgress = {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** Since loading began. */
  readonly seconds: number;
};

/** How far a prompt is read before the first token. What is still known from before counts as read. */
export type ReadingProgress = { readonly readTokens: number; readonly totalTokens: number };

export type LoadedModel = { readonly id: string; readonly contextTokens: number };

export type ChatMessage = { readonly role: "system" | "user" | "assistant"; readonly text: string };

export type Prompt =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "chat";
      readonly messages: readonly ChatMessage[];
      /** Whether the reply may begin with thinking, for models that have a switch for it. */
      readonly thinking: boolean;
    };

export type EngineGrammar = { readonly syntax: GrammarSyntax; readonly text: string };

export type GenerateRequest = {
  readonly prompt: Prompt;
  readonly grammar: EngineGrammar | undefined;
  /** Most new tokens. */
  readonly budget: number;
  readonly seed: number;
  readonly temperature: number;
  readonly topP: number;
  /** Generation ends before the first of these; it is not part of what is handed out. */
  readonly stop: readonly string[];
  /** How many likely tokens to report for each; 0 for none. */
  readonly logprobs: number;
};

export type TokenChance = { readonly text: string; readonly logprob: number };

/** Some tokens in a row, as they were made. */
export type TokenBatch = {
  readonly texts: readonly string[];
  /** For each token the likely ones, the chosen one first; only where asked for. */
  readonly chances: readonly (readonly TokenChance[])[] | undefined;
};

export type GenerationEnd = {
  readonly reason: "stop" | "stop-string" | "budget" | "context-full" | "interrupted" | "repetition";
  /** New tokens. */
  readonly tokens: number;
  readonly promptTokens: number;
  /** Tokens of the prompt that the engine still knew from before. */
  readonly reusedTokens: number;
};

export type EngineNotice =
  | { readonly type: "device-lost" }
  | { readonly type: "device-error" }
  | { readonly type: "memory"; readonly usedBytes: number };

/** The client's own news beside the engine's. */
export type ClientNotice =
  | EngineNotice
  /** A new worker takes the place of one that failed. */
  | { readonly type: "rebuilding"; readonly attempt: number };

/** Who hears of a generation while it runs. */
export type Listening = {
  readonly onTokens: (batch: TokenBatch) => void;
  readonly onReading: ((progress: ReadingProgress) => void) | undefined;
};

type Answer<Value> = Promise<Result<Value, EngineError>>;

export type Engine<Notice = EngineNotice> = {
  /** What this device can do, or why it cannot run this engine. */
  readonly probe: () => Answer<EngineProbe>;
  readonly load: (source: ModelSource, onProgress: (progress: LoadProgress) => void) => Answer<LoadedModel>;
  /** What was pushed before an error stays the caller's: it is an interrupted answer, not a wrong one. */
  readonly generate: (
    request: GenerateRequest,
    onTokens: (batch: TokenBatch) => void,
    onReading?: (progress: ReadingProgress) => void,
  ) => Answer<GenerationEnd>;
  /** Stops the generation that runs now, which then ends as interrupted. */
  readonly interrupt: () => void;
  readonly countTokens: (prompt: Prompt) => Answer<number>;
  /** Forgets everything that was said, as for a new patient. */
  readonly reset: () => Answer<undefined>;
  readonly unload: () => Answer<undefined>;
  readonly subscribe: (onNotice: (notice: Notice) => void) => () => void;
};
