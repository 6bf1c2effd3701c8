/**
 * The runs of one open case, whichever source they are on: every panel sees one state, and closing the case stops what
 * is said, keeps it, and only then lets go of the record.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import type { Desk } from "../desk/desk.ts";
import type { LookingBack } from "../desk/desk-case.ts";
import type { RunCase, RunRequest, RunTurn } from "../run/run-request.ts";
import type { RunSize } from "../run/fit-run.ts";
import { IDLE_RUN, type RunState } from "../run/run-state.ts";
import type { Runner, RunRefusal } from "../run/runner.ts";
import { readArgumentNow } from "./argument-now.ts";
import { questionTurn } from "./question-turn.ts";
import { readRunCase } from "./read-run-case.ts";
import { rerunTurn } from "./rerun-turn.ts";
import {
  USUAL_CHOICES,
  type CaseRunChoices,
  type OpenRunSource,
  type RunChosen,
  type RunSource,
  type RunWish,
} from "./run-source.ts";
import { sayAgain } from "./say-again.ts";

export type RunProblem =
  | RunRefusal
  | TeachingLibraryError
  | LookingBack
  /** Nothing that the script said was set aside and can stand again. */
  | { readonly type: "run-nothing-to-say-again" };

/** A question for a model. */
export type ModelQuestion = {
  /** As it was asked. */
  readonly text: string;
  /** Which of the known questions it is; empty for one in free words. */
  readonly op: string;
  readonly target: RecordTarget;
  /** Its id in the record; undefined where it was not asked yet. */
  readonly question: string | undefined;
};

export type CaseRunStatus = {
  /** The source is being opened; nothing is asked of it yet. */
  readonly isOpening: boolean;
  /** Why the last run did not begin. */
  readonly problem: RunProblem | undefined;
};

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

export type CaseRunParts = {
  readonly desk: Pick<Desk, "session" | "case" | "newId">;
  readonly openSource: OpenRunSource;
};

type Runs = CaseRunParts & {
  readonly store: StoreApi<RunState>;
  readonly status: StoreApi<CaseRunStatus>;
  readonly chosen: StoreApi<RunChosen>;
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
    measure: (leftOut) => measure(runs, leftOut),
    askModel: (question) => once(runs, () => askModel(runs, question)),
    rerun: () => once(runs, () => rerun(runs)),
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

async function start(
  runs: Runs,
  wish: RunWish,
  choices: CaseRunChoices,
  turn?: (about: RunCase) => RunTurn,
): Promise<void> {
  runs.status.setState({ isOpening: true });
  const opened = await open(runs, wish, choices);
  runs.status.setState({ isOpening: false });
  if (opened === undefined || runs.isClosed) return;
  const { leftOut } = runs.chosen.getState();
  await heed(runs, () => opened.runner.start(requestOf(runs, opened, { choices, leftOut }, turn)));
}

/** A run that did not begin leaves what was seen of the one before it. */
async function heed({ store, status }: Runs, run: () => ReturnType<Runner["start"]>): Promise<void> {
  const before = store.getState();
  const result = await run();
  if (result.ok) return;
  store.setState(before, true);
  status.setState({ problem: result.error });
}

async function rerun(runs: Runs): Promise<void> {
  const { rerunWish: wish, choices } = runs.chosen.getState();
  const { view, branch } = runs.desk.session.store.getState();
  const now = readArgumentNow(view, branch);
  if (wish === undefined || now === undefined)
    return runs.status.setState({ problem: { type: "engine-not-loaded" } });
  const again = wish.type === "script" ? sayAgain(now, view.state) : undefined;
  if (wish.type === "script" && again === undefined)
    return runs.status.setState({ problem: { type: "run-nothing-to-say-again" } });
  const on = again === undefined ? wish : { ...wish, again };
  // What was thought stands in what was said; anew there is only to be stated what is missing.
  return start(runs, on, { ...choices, isThinking: false }, (about) => rerunTurn(now, about));
}

async function askModel(runs: Runs, { text, op, target, question }: ModelQuestion): Promise<void> {
  const { session, newId } = runs.desk;
  const { view, branch } = session.store.getState();
  const now = readArgumentNow(view, branch);
  const words = text.trim();
  if (now === undefined || words === "") return undefined;
  const id = question ?? newId();
  const keep = (): void => {
    if (question === undefined)
      void session.write([{ type: "question-ask", branch, question: id, op, target, text: words }]);
  };
  const { choices } = runs.chosen.getState();
  const asked = { question: id, answer: newId(), keep };
  return start(runs, { type: "model" }, { ...choices, isThinking: false }, (about) =>
    questionTurn({ now, words, target, asked }, about),
  );
}

async function resume(runs: Runs): Promise<void> {
  const { opened } = runs;
  if (opened !== undefined) await heed(runs, opened.source.runner.resume);
}

/** A model may have been loaded, changed or removed since the last run; a script stays what it is. */
async function open(runs: Runs, wish: RunWish, { pace }: CaseRunChoices): Promise<RunSource | undefined> {
  const key = wish.type === "script" ? JSON.stringify([wish, pace]) : "";
  if (key !== "" && runs.opened?.key === key) return runs.opened.source;
  letGo(runs);
  const result = await runs.openSource(wish, pace);
  if (!result.ok) {
    runs.status.setState({ problem: result.error });
    return undefined;
  }
  const source = result.value;
  const caseId = runs.desk.session.store.getState().view.state.caseId;
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

function requestOf(
  { desk }: Pick<Runs, "desk">,
  { model }: RunSource,
  { choices, leftOut }: Pick<RunChosen, "choices" | "leftOut">,
  turn?: (about: RunCase) => RunTurn,
): RunRequest {
  const { session, newId } = desk;
  // What is written belongs to the case as it is, wherever one looks back to. A script was written for all of the text.
  const isScript = model.capabilities.voice === "script";
  const about = readRunCase(session.store.getState(), isScript ? [] : leftOut);
  return {
    about,
    model,
    choices,
    record: { newRunId: newId, stamp: session.stamp, save: session.take },
    ...(turn === undefined ? {} : { turn: turn(about) }),
  };
}

async function measure(runs: Runs, leftOut: readonly string[]): Promise<RunSize | undefined> {
  const { opened, chosen, running } = runs;
  if (opened === undefined || running !== undefined) return undefined;
  const { source } = opened;
  const { choices } = chosen.getState();
  const size = await source.runner.measure(requestOf(runs, source, { choices, leftOut }));
  return size.ok ? size.value : undefined;
}
