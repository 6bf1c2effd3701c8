/** What a model asks of a device, the same for one in the catalogue, one on its way in and one that is installed. */
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import { packBytes, type Pack, type PackModel } from "../../contracts/pack.ts";
import type { InspectedPack } from "../install/inspected-pack.ts";

/** `bytesPerContextToken` counts every context that the engine keeps. */
export type Demands = Pick<PackModel, "contextTokens" | "bytesPerContextToken" | "needsHalfPrecision"> & {
  readonly format: Pack["format"];
  /** Everything but the context. */
  readonly fixedBytes: number;
  /** Zero where it is not known. */
  readonly largestTensorBytes: number;
};

/**
 * Prompt buffers and logits beside weights and context: WebLLM's own figures for models from 0.6 to 8 billion
 * parameters leave 0.4 to 0.6 GiB for them; a small model cannot need more than it weighs. For wllama's engine it is what
 * that engine reserves, the library itself included.
 */
const MOST_WORKING_BYTES = 512 * 1024 ** 2;

function withWorkingMemory(format: Pack["format"], weightBytes: number): number {
  return weightBytes + (format === "gguf" ? MOST_WORKING_BYTES : Math.min(weightBytes, MOST_WORKING_BYTES));
}

/** Beside the context in use, wllama's engine keeps the one before it, so that a question can go back to it. */
const KEPT_CONTEXTS = { "web-llm": 1, gguf: 2 } as const;

/** The context that the catalogue's memory figures include. */
const CATALOGUE_CONTEXT = 4096;

/** Of an entry of the catalogue. */
export function demandsOfEntry(entry: CatalogueEntry): Demands {
  const { format, contextTokens, bytesPerContextToken, needsHalfPrecision, memoryBytes } = entry;
  const perToken = bytesPerContextToken * KEPT_CONTEXTS[format];
  const included = perToken * Math.min(CATALOGUE_CONTEXT, contextTokens);
  return {
    format,
    contextTokens,
    bytesPerContextToken: perToken,
    needsHalfPrecision,
    fixedBytes: Math.max(0, memoryBytes - included),
    largestTensorBytes: 0,
  };
}

/** Of files that were looked at. */
export function demandsOfInspected({
  format,
  model,
  weightBytes,
  largestTensorBytes,
}: InspectedPack): Demands {
  return {
    format,
    ...model,
    bytesPerContextToken: model.bytesPerContextToken * KEPT_CONTEXTS[format],
    fixedBytes: withWorkingMemory(format, weightBytes),
    largestTensorBytes,
  };
}

/** Of an installed pack; the small files beside the weights weigh nothing worth mentioning. */
export function demandsOfPack(pack: Pack): Demands {
  return {
    format: pack.format,
    ...pack.model,
    bytesPerContextToken: pack.model.bytesPerContextToken * KEPT_CONTEXTS[pack.format],
    fixedBytes: withWorkingMemory(pack.format, packBytes(pack)),
    largestTensorBytes: 0,
  };
}
