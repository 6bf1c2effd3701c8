/**
 * The runs of one open case, whichever source they are on: every panel sees one state, and closing the case stops what
 * is said, keeps it, and only then lets go of the record.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";
import type { Desk } from "../desk/desk.ts";
import type { RunRequest } from "../run/run-request.ts";
import { IDLE_RUN, type RunState } from "../run/run-state.ts";
import type { RunRefusal } from "../run/runner.ts";
import type { CaseRunChoices, OpenRunSource, RunSource, RunWish } from "./run-source.ts";

export type RunProblem = RunRefusal | TeachingLibraryError;

export type CaseRunStatus = {
  /** The source is being opened; nothing is asked of it yet. */
  readonly isOpening: boolean;
  /** Why the last run did not begin. */
  readonly problem: RunProblem | undefined;
};

export type CaseRun = {
  readonly store: Pick<StoreApi<RunState>, "getState" | "getInitialState" | "subscribe">;
  readonly status: Pick<StoreApi<CaseRunStatus>, "getState" | "getInitialState" | "subscribe">;
  /** Resolves when the run is over. */
  readonly start: (wish: RunWish, choices: CaseRunChoices) => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => void;
  readonly answerNow: () => void;
  readonly extend: (tokens: number) => void;
  readonly saveAgain: () => void;
  /** Stops, waits until what was said is with the record, and frees the source. */
  readonly close: () => Promise<void>;
};

export type CaseRunParts = {
  readonly desk: Pick<Desk, "session" | "case" | "newId">;
  readonly openSource: OpenRunSource;
};

type Runs = CaseRunParts & {
  readonly store: StoreApi<RunState>;
  readonly status: StoreApi<CaseRunStatus>;
  opened: { readonly key: string; readonly source: RunSource; readonly unfollow: () => void } | undefined;
  running: Promise<void> | undefined;
  isClosed: boolean;
};

/** Runs for this case; nothing is opened before the first one. */
export function createCaseRun(parts: CaseRunParts): CaseRun {
  const runs: Runs = {
    ...parts,
    store: createStore<RunState>(() => IDLE_RUN),
    status: createStore<CaseRunStatus>(() => ({ isOpening: false, problem: undefined })),
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
    start: (wish, choices) => once(runs, () => start(runs, wish, choices)),
    resume: () => once(runs, () => resume(runs)),
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
  runs.status.setState({ problem: undefined });
  runs.running = work();
  try {
    return await runs.running;
  } finally {
    runs.running = undefined;
    runs.status.setState({ isOpening: false });
  }
}

async function start(runs: Runs, wish: RunWish, choices: CaseRunChoices): Promise<void> {
  runs.status.setState({ isOpening: true });
  const opened = await open(runs, wish, choices);
  runs.status.setState({ isOpening: false });
  if (opened === undefined || runs.isClosed) return;
  const result = await opened.runner.start(requestOf(runs, opened, choices));
  if (!result.ok) runs.status.setState({ problem: result.error });
}

async function resume({ opened, status }: Runs): Promise<void> {
  const result = await opened?.source.runner.resume();
  if (result?.ok === false) status.setState({ problem: result.error });
}

/** A model may have been loaded, changed or removed since the last run; a script stays what it is. */
async function open(runs: Runs, wish: RunWish, { pace }: CaseRunChoices): Promise<RunSource | undefined> {
  const key = wish.type === "script" ? `${wish.teachingCase} ${pace}` : "";
  if (key !== "" && runs.opened?.key === key) return runs.opened.source;
  letGo(runs);
  const result = await runs.openSource(wish, pace);
  if (!result.ok) {
    runs.status.setState({ problem: result.error });
    return undefined;
  }
  const source = result.value;
  const caseId = runs.desk.case.getState().view.state.caseId;
  const unfollow = source.runner.store.subscribe((state) => {
    // The runner of a model is the page's: what it says of another case is not for this one.
    if (state.caseId === caseId) runs.store.setState(state, true);
  });
  runs.opened = { key, source, unfollow };
  return source;
}

function letGo(runs: Runs): void {
  runs.opened?.unfollow();
  runs.opened?.source.end();
  runs.opened = undefined;
}

function requestOf({ desk }: Runs, { model }: RunSource, choices: CaseRunChoices): RunRequest {
  const { view, branch } = desk.case.getState();
  const { session, newId } = desk;
  return {
    about: {
      caseId: view.state.caseId,
      branch,
      revision: view.state.revision,
      sentences: view.state.text?.sentences ?? [],
    },
    model,
    choices,
    record: { newRunId: newId, stamp: session.stamp, save: session.take },
  };
}
