/**
 * The runs of one open case, whichever source they are on: every panel sees one state, and closing the case stops what
 * is said, keeps it, and only then lets go of the record.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { RunSize } from "../run/fit-run.ts";
import { IDLE_RUN, type RunState } from "../run/run-state.ts";
import { askModel, rerunStale, type ModelQuestion } from "./ask-more.ts";
import { letGo, type CaseRunParts, type CaseRunStatus, type Runs } from "./held-runs.ts";
import { USUAL_CHOICES, type CaseRunChoices, type RunChosen, type RunWish } from "./run-source.ts";
import { measureRun, resumeRun, startRun } from "./start-run.ts";

export type CaseRun = {
  readonly store: Pick<StoreApi<RunState>, "getState" | "getInitialState" | "subscribe">;
  readonly status: Pick<StoreApi<CaseRunStatus>, "getState" | "getInitialState" | "subscribe">;
  /** What a run and a re-run are on; the run bar keeps it up to date. */
  readonly chosen: Pick<StoreApi<RunChosen>, "getState" | "getInitialState" | "subscribe">;
  readonly choose: (chosen: Partial<RunChosen>) => void;
  /** Counts what a run would be told if these sentences were left out; undefined where nothing can count now. */
  readonly measure: (leftOut: readonly string[]) => Promise<RunSize | undefined>;
  /** Resolves when the run is over. */
  readonly start: (wish: RunWish, choices: CaseRunChoices) => Promise<void>;
  /**
   * On the branch that is shown, which was begun without what is stale: states again what was left out there and still
   * holds. Nothing that a person took back comes back. Resolves when it is over; why it could not begin is in `status`.
   */
  readonly rerun: () => Promise<void>;
  /** Puts a question to the loaded model; its answer streams in `store` and is kept under the question. */
  readonly askModel: (question: ModelQuestion) => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => void;
  readonly answerNow: () => void;
  readonly extend: (tokens: number) => void;
  readonly saveAgain: () => void;
  /** Stops, waits until what was said is with the record, and frees the source. */
  readonly close: () => Promise<void>;
};

/** Runs for this case; nothing is opened before the first one. */
export function createCaseRun(parts: CaseRunParts): CaseRun {
  const runs: Runs = {
    ...parts,
    store: createStore<RunState>(() => IDLE_RUN),
    status: createStore<CaseRunStatus>(() => ({ isOpening: false, problem: undefined })),
    chosen: createStore<RunChosen>(() => ({
      choices: USUAL_CHOICES,
      wish: undefined,
      rerunWish: undefined,
      leftOut: [],
      hasModel: false,
    })),
    opened: undefined,
    running: undefined,
    isClosed: false,
  };
  const unwatch = parts.desk.case.subscribe(({ isClosed }) => {
    // A vault that locks takes with it what the model still knows of the patient.
    if (isClosed) void runs.opened?.source.runner.forget();
  });
  return {
    store: runs.store,
    status: runs.status,
    chosen: runs.chosen,
    choose: (chosen) => runs.chosen.setState(chosen),
    measure: (leftOut) => measureRun(runs, leftOut),
    askModel: (question) => once(runs, () => askModel(runs, question)),
    rerun: () => once(runs, () => rerunStale(runs)),
    start: (wish, choices) => once(runs, () => startRun(runs, wish, choices)),
    resume: () => once(runs, () => resumeRun(runs)),
    stop: () => runs.opened?.source.runner.stop(),
    answerNow: () => runs.opened?.source.runner.answerNow(),
    extend: (tokens) => runs.opened?.source.runner.extend(tokens),
    saveAgain: () => runs.opened?.source.runner.saveAgain(),
    close: async () => {
      runs.isClosed = true;
      unwatch();
      runs.opened?.source.runner.stop();
      await runs.running;
      letGo(runs);
    },
  };
}

async function once(runs: Runs, work: () => Promise<void>): Promise<void> {
  if (runs.running !== undefined) return runs.status.setState({ problem: { type: "run-busy" } });
  if (runs.desk.case.getState().lookingAt !== undefined)
    return runs.status.setState({ problem: { type: "desk-looking-back" } });
  runs.status.setState({ problem: undefined });
  runs.running = work();
  try {
    return await runs.running;
  } finally {
    runs.running = undefined;
    runs.status.setState({ isOpening: false });
  }
}
