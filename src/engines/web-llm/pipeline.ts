/**
 * The part of WebLLM's pipeline that this engine drives by itself: reading tokens, sampling one, forgetting some. Its
 * public methods keep a conversation of their own, decode the whole answer for every token and read a whole prompt
 * again after every stop; these do not. They are private to WebLLM, which is why its version is pinned exactly and
 * why everything used is checked to be there before a model counts as loaded.
 */
import type { MLCEngine } from "@mlc-ai/web-llm";
import { invariant } from "../../shared/assert.ts";

/** How a token is drawn, in WebLLM's words. */
export type SamplingChoice = {
  readonly temperature: number;
  readonly top_p: number;
  readonly frequency_penalty: number;
  readonly presence_penalty: number;
  readonly repetition_penalty: number;
  readonly logprobs: boolean;
  readonly top_logprobs: number;
  readonly response_format?: { readonly type: "grammar"; readonly grammar: string };
};

export type LikelyToken = { readonly token: string; readonly logprob: number };

type Tensor = { readonly dispose: () => void };

type Runtime = {
  readonly beginScope: () => void;
  readonly endScope: () => void;
  readonly detachFromCurrentScope: <Value>(value: Value) => Value;
  readonly getGlobalFunc: (name: string) => (...values: readonly unknown[]) => unknown;
  readonly scalar: (value: number, type: string) => unknown;
};

export type Pipeline = {
  readonly tvm: Runtime;
  readonly device: { readonly sync: () => Promise<void> };
  readonly tokenizer: {
    readonly encode: (text: string) => Int32Array;
    readonly decode: (tokens: Int32Array) => string;
  };
  readonly kvStateKind: string;
  readonly kvCache: unknown;
  readonly contextWindowSize: number;
  readonly prefillChunkSize: number;
  readonly stopTokens: readonly number[];
  readonly stopStr: readonly string[];
  /** How many tokens the model holds. */
  filledKVCacheLength: number;
  /** By what its grammar is found again. */
  responseFormatCacheKey: string | undefined;
  readonly resetChat: () => void;
  readonly resetKVCache: () => void;
  readonly resetGenerationRoundState: () => void;
  readonly setSeed: (seed: number) => void;
  readonly embedAndForward: (pieces: readonly (readonly number[])[], tokens: number) => Promise<Tensor>;
  readonly prepareGrammarMatcherForSampling: (choice: SamplingChoice) => Promise<void> | undefined;
  readonly sampleFromRawLogits: (logits: Tensor, choice: SamplingChoice) => Promise<number>;
  readonly commitSamplerState: (token: number, choice: SamplingChoice) => void;
  readonly getTokenLogprobArray: () => readonly {
    readonly token: string;
    readonly logprob: number;
    readonly top_logprobs: readonly LikelyToken[];
  }[];
};

const METHODS = [
  "resetChat",
  "resetKVCache",
  "resetGenerationRoundState",
  "setSeed",
  "embedAndForward",
  "prepareGrammarMatcherForSampling",
  "sampleFromRawLogits",
  "commitSamplerState",
  "getTokenLogprobArray",
] as const;
const NUMBERS = ["contextWindowSize", "prefillChunkSize", "filledKVCacheLength"] as const;

/** The pipeline of a model that WebLLM has loaded. */
export function pipelineOf(engine: MLCEngine, modelId: string): Pipeline {
  const pipelines: unknown = Reflect.get(engine, "loadedModelIdToPipeline");
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : undefined;
  invariant(isPipeline(pipeline), "this is the WebLLM that the engine was written for");
  return pipeline;
}

function isPipeline(value: unknown): value is Pipeline {
  if (typeof value !== "object" || value === null) return false;
  return (
    METHODS.every((name) => typeof Reflect.get(value, name) === "function") &&
    NUMBERS.every((name) => typeof Reflect.get(value, name) === "number") &&
    hasMethods(value, "tvm", [
      "beginScope",
      "endScope",
      "detachFromCurrentScope",
      "getGlobalFunc",
      "scalar",
    ]) &&
    hasMethods(value, "tokenizer", ["encode", "decode"]) &&
    hasMethods(value, "device", ["sync"]) &&
    Array.isArray(Reflect.get(value, "stopTokens")) &&
    Array.isArray(Reflect.get(value, "stopStr"))
  );
}

function hasMethods(value: object, part: string, names: readonly string[]): boolean {
  const found: unknown = Reflect.get(value, part);
  return (
    typeof found === "object" &&
    found !== null &&
    names.every((name) => typeof Reflect.get(found, name) === "function")
  );
}

/** Reads these tokens, which become part of what the model holds, and returns what it would say next. */
export async function forward(pipeline: Pipeline, tokens: readonly number[]): Promise<Tensor> {
  pipeline.tvm.beginScope();
  try {
    return pipeline.tvm.detachFromCurrentScope(await pipeline.embedAndForward([tokens], tokens.length));
  } finally {
    pipeline.tvm.endScope();
  }
}

/** What forgets the last tokens and keeps the ones before; undefined where the model's state cannot be taken apart. */
export function findTakeBack(pipeline: Pipeline): ((tokens: number) => void) | undefined {
  const { tvm, kvCache, kvStateKind } = pipeline;
  // A recurrent state knows no earlier moment of itself.
  if (kvStateKind !== "kv_cache" || kvCache === undefined) return undefined;
  tvm.beginScope();
  try {
    const pop = tvm.detachFromCurrentScope(tvm.getGlobalFunc("vm.builtin.kv_state_popn"));
    return (tokens) => {
      pop(kvCache, tvm.scalar(0, "int64"), tvm.scalar(tokens, "int32"));
      pipeline.filledKVCacheLength -= tokens;
    };
  } catch {
    return undefined;
  } finally {
    tvm.endScope();
  }
}

/** Forgets everything the model holds. */
export function forgetAll(pipeline: Pipeline): void {
  pipeline.resetChat();
  pipeline.resetGenerationRoundState();
  // The next grammar is compiled anew: the last one names sentences of a case.
  pipeline.responseFormatCacheKey = undefined;
}
