/** What must hold before the first word of a run: the engine knows of no other patient, and all that is said to it fits. */
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { PHASE_BUDGETS } from "../prompts/phase-budgets.ts";
import { fitRun, type FitQuery, type RunMisfit } from "./fit-run.ts";
import { fitTurn, type TurnMisfit } from "./fit-turn.ts";
import type { LiveRun } from "./live-run.ts";
import type { RunRequest } from "./run-request.ts";
import type { Rest, Work } from "./run-work.ts";

export type RunRefusal =
  | RunMisfit
  | TurnMisfit
  | EngineError
  /** A run is under way. */
  | { readonly type: "run-busy" }
  /** There is not one sentence to reason about. */
  | { readonly type: "run-case-empty" }
  /** It was stopped before it began. */
  | { readonly type: "run-called-off" }
  /** There is nothing to take up. */
  | { readonly type: "run-nothing-to-resume" };

/** Makes sure that the engine knows of no other patient, and that all of it fits. */
export async function prepareRun(
  work: Work,
  live: LiveRun,
  rest: Rest,
): Promise<Result<undefined, RunRefusal>> {
  const { about } = rest.request;
  if (work.lastCase !== about.caseId) {
    const forgotten = await work.engine.reset();
    if (!forgotten.ok) return forgotten;
    work.spoken.forget();
    work.rest = undefined;
    work.lastCase = about.caseId;
  }
  const fit = rest.request.turn === undefined ? await fitCase(work, rest) : await fitBehind(work, live, rest);
  if (live.halt !== undefined) return err({ type: "run-called-off" });
  return fit;
}

function fitCase(work: Work, { request }: Rest): Promise<Result<undefined, RunRefusal>> {
  return fitRun(queryOf(work, request));
}

/** What is counted for a request. */
export function queryOf({ engine }: Work, { about, model, choices }: RunRequest): FitQuery {
  const thinkingTokens = choices.isThinking ? (choices.thinkingTokens ?? PHASE_BUDGETS.thinking.usual) : 0;
  const { contextTokens } = model;
  const { sentences } = about;
  return { engine, sentences, contextTokens, thinkingTokens };
}

/** A turn that is taken up again has its place already. */
async function fitBehind(work: Work, live: LiveRun, rest: Rest): Promise<Result<undefined, RunRefusal>> {
  const { turn, about, model } = rest.request;
  if (turn === undefined || rest.conversation !== undefined) return ok(undefined);
  const said = work.spoken.find(turn.after, about);
  const { contextTokens } = model;
  const placed = await fitTurn({ engine: work.engine, turn, said, contextTokens });
  if (!placed.ok) return placed;
  live.conversation = placed.value;
  return ok(undefined);
}
