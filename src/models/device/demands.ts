/** What a model asks of a device, the same for one in the catalogue, one on its way in and one that is installed. */
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import { packBytes, type Pack, type PackModel } from "../../contracts/pack.ts";
import type { InspectedPack } from "../install/inspected-pack.ts";

export type Demands = Pick<PackModel, "contextTokens" | "bytesPerContextToken" | "needsHalfPrecision"> & {
  readonly format: Pack["format"];
  /** Everything but the context. */
  readonly fixedBytes: number;
  /** Zero where it is not known. */
  readonly largestTensorBytes: number;
};

/**
 * Prompt buffers and logits beside weights and context: WebLLM's own figures for models from 0.6 to 8 billion
 * parameters leave 0.4 to 0.6 GiB for them. A small model cannot need more than it weighs.
 */
const MOST_WORKING_BYTES = 512 * 1024 ** 2;

function withWorkingMemory(weightBytes: number): number {
  return weightBytes + Math.min(weightBytes, MOST_WORKING_BYTES);
}

/** The context that the catalogue's memory figures include. */
const CATALOGUE_CONTEXT = 4096;

/** Of an entry of the catalogue. */
export function demandsOfEntry(entry: CatalogueEntry): Demands {
  const { format, contextTokens, bytesPerContextToken, needsHalfPrecision, memoryBytes } = entry;
  const included = bytesPerContextToken * Math.min(CATALOGUE_CONTEXT, contextTokens);
  return {
    format,
    contextTokens,
    bytesPerContextToken,
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
  return { format, ...model, fixedBytes: withWorkingMemory(weightBytes), largestTensorBytes };
}

/** Of an installed pack; the small files beside the weights weigh nothing worth mentioning. */
export function demandsOfPack(pack: Pack): Demands {
  return {
    format: pack.format,
    ...pack.model,
    fixedBytes: withWorkingMemory(packBytes(pack)),
    largestTensorBytes: 0,
  };
}
