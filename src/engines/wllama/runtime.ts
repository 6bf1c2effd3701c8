/** The library as the engine sees it: a model that is loaded, and one run at a time. */
import type { Result } from "../../shared/result.ts";
import type { Chunk } from "./read-chunk.ts";

export type RunOrder = {
  readonly prompt: string;
  readonly budget: number;
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
  readonly grammar: string | undefined;
  readonly logprobs: number;
  /** Whether it may go on from what it has read before. */
  readonly mayReuse: boolean;
};

export type RunFault =
  | { readonly type: "stopped" }
  | { readonly type: "too-long"; readonly tokens: number }
  | { readonly type: "bad-grammar" }
  /** It made bytes that are no text, and could not say so. */
  | { readonly type: "unwritable" }
  | { readonly type: "out-of-memory" }
  | { readonly type: "dead" };

export type Runtime = {
  readonly contextTokens: number;
  /** Whether it puts the mark of a beginning before every prompt by itself. */
  readonly addsBegin: boolean;
  readonly run: (
    order: RunOrder,
    onChunk: (chunk: Chunk) => void,
    signal: AbortSignal,
  ) => Promise<Result<undefined, RunFault>>;
  /** Ends its workers, and with them all that was said. */
  readonly end: () => void;
};

export type RuntimePlan = {
  readonly file: File;
  readonly contextTokens: number;
  readonly threads: number;
  readonly usesGraphics: boolean;
};

export type OpenFault = "unfit" | "out-of-memory" | "unsupported" | "stalled";

/** Loads the model; says meanwhile how many of its bytes are read. */
export type OpenRuntime = (
  plan: RuntimePlan,
  onBytes: (bytes: number) => void,
) => Promise<Result<Runtime, OpenFault>>;
