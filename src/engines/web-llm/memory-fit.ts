/**
 * Whether a context fits before anything is loaded. WebLLM takes one too large without a word, and its next request
 * dies of it with an error that says nothing.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { PackModel } from "../../contracts/pack.ts";

type Fit = {
  readonly model: Pick<PackModel, "contextTokens" | "bytesPerContextToken">;
  /** How many layers share what a token of context takes: each keeps its part in a buffer of its own. */
  readonly layers: number;
  readonly bufferBytes: number;
};

/** The most tokens of context that this model can have here. */
function mostContextTokens({ model, layers, bufferBytes }: Fit): number {
  const { contextTokens, bytesPerContextToken } = model;
  if (bytesPerContextToken === 0) return contextTokens;
  const fitting = Math.floor((bufferBytes * layers) / bytesPerContextToken);
  return Math.min(contextTokens, fitting);
}

/** Why so many tokens of context cannot be had, with the numbers. */
export function refuseContext(contextTokens: number, fit: Fit): EngineError | undefined {
  const mostTokens = mostContextTokens(fit);
  if (contextTokens >= 1 && contextTokens <= mostTokens) return undefined;
  return { type: "engine-context-too-large", contextTokens, mostTokens };
}
