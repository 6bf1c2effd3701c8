/** What a case can be run on: the loaded model, or the written walk-through of a teaching case. */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";
import type { Result } from "../../shared/result.ts";
import type { RunChoices, RunModel } from "../run/run-request.ts";
import type { Runner } from "../run/runner.ts";

export type RunSource = {
  readonly runner: Runner;
  /** As it will stand in the header of the run. */
  readonly model: RunModel;
  /** Frees what was opened for this source alone. */
  readonly end: () => void;
};

export type RunWish =
  | { readonly type: "model" }
  /** The walk-through of the teaching case of this id. */
  | { readonly type: "script"; readonly teachingCase: string };

/** How fast a script is told; a model speaks as fast as it can. */
export type ScriptPace = "reading" | "fast" | "at-once";

export type CaseRunChoices = RunChoices & {
  /** Only a script heeds it. */
  readonly pace: ScriptPace;
};

/** Opens what is wished for, or says why it cannot. */
export type OpenRunSource = (
  wish: RunWish,
  pace: ScriptPace,
) => Promise<Result<RunSource, EngineError | TeachingLibraryError>>;
