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
  | {
      readonly type: "script";
      readonly teachingCase: string;
      /** What it says again when it is asked to after a correction. */
      readonly again?: string;
    };

/** How fast a script is told; a model speaks as fast as it can. */
export type ScriptPace = "reading" | "fast" | "at-once";

export type CaseRunChoices = RunChoices & {
  /** Only a script heeds it. */
  readonly pace: ScriptPace;
};

/** What the clinician has chosen to run on, kept here so that every panel runs on the same. */
export type RunChosen = {
  readonly choices: CaseRunChoices;
  /** What a run of the whole case is on; undefined while there is nothing. */
  readonly wish: RunWish | undefined;
  /** What states again what a correction set aside: a walk-through can, where the note was corrected too. */
  readonly rerunWish: RunWish | undefined;
  /** Sentences that are left out of what is run next. */
  readonly leftOut: readonly string[];
  /** Whether a model is loaded that can be asked. */
  readonly hasModel: boolean;
};

/** Until somebody chooses otherwise. */
export const USUAL_CHOICES: CaseRunChoices = {
  seed: 1,
  temperature: 0.6,
  isThinking: true,
  thinkingTokens: 1500,
  pace: "reading",
};

/** Opens what is wished for, or says why it cannot. */
export type OpenRunSource = (
  wish: RunWish,
  pace: ScriptPace,
) => Promise<Result<RunSource, EngineError | TeachingLibraryError>>;
