/**
 * Runs a case on an engine: from case text to recorded statements. One run at a time; a run goes on whatever the screen
 * or the disk do, stops on request with everything it has, and a new patient meets an engine that knows of no other.
 */
import type { StoreApi } from "zustand/vanilla";
import type { ClientNotice, Engine } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { openConversation, openStatements, type Conversation } from "../prompts/conversation.ts";
import { PHASE_BUDGETS } from "../prompts/phase-budgets.ts";
import { askMoreStatements } from "../prompts/conversation.ts";
import { fitRun, measureRun, type FitQuery, type RunMisfit, type RunSize } from "./fit-run.ts";
import { fitTurn, type TurnMisfit } from "./fit-turn.ts";
import { createFrameStore, type FrameStore } from "./frame-store.ts";
import { itemsFrom } from "./growing-list.ts";
import { createLiveRun, type Halt, type LiveRun, raiseFlag, snapshotOf, toSettings } from "./live-run.ts";
import type { NextFrame, RunClock } from "./run-clock.ts";
import { type PhaseEnd, runQuestion, runStatements, runThinking } from "./run-phases.ts";
import { createRunRecorder } from "./run-recorder.ts";
import type { RunRequest } from "./run-request.ts";
import { IDLE_RUN, isSpeaking, type RunEnd, type RunState } from "./run-state.ts";
import { createSpoken, type Spoken } from "./spoken.ts";
import { createSaveQueue } from "./save-queue.ts";

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

export type Runner = {
  readonly store: StoreApi<RunState>;
  /** Resolves when the run has ended, or at once where it cannot begin. */
  readonly start: (request: RunRequest) => Promise<Result<RunEnd, RunRefusal>>;
  /** Counts what a run would be told, without a word being said. */
  readonly measure: (request: RunRequest) => Promise<Result<RunSize, RunRefusal>>;
  /** Stops and keeps what there is. */
  readonly stop: () => void;
  /** Ends the thinking here and asks for the argument. */
  readonly answerNow: () => void;
  /** Allows the phase that runs more tokens, up to the hard limit. */
  readonly extend: (tokens: number) => void;
  /** A new run that takes up what the last one left open. */
  readonly resume: () => Promise<Result<RunEnd, RunRefusal>>;
  readonly saveAgain: () => void;
  /** Ends everything and remembers nothing: for a vault that locks. */
  readonly forget: () => Promise<void>;
};

export type RunnerParts = {
  readonly engine: Engine<ClientNotice>;
  readonly clock: RunClock;
  readonly nextFrame: NextFrame;
};

/** So often the screen hears of a run in which nothing happens, so that its clock goes on. */
const TICK_MS = 500;

/** Where a run that ended can be taken up. */
type Rest = {
  readonly request: RunRequest;
  /** Undefined to begin at the beginning. */
  readonly conversation: Conversation | undefined;
  readonly known: ReadonlySet<string>;
};

type Work = RunnerParts & {
  readonly view: FrameStore<RunState>;
  live: LiveRun | undefined;
  running: Promise<unknown> | undefined;
  rest: Rest | undefined;
  /** The case whose words the engine may still know. */
  lastCase: string | undefined;
  /** Of that case. */
  readonly spoken: Spoken;
};

/** A runner of this engine. */
export function createRunner(parts: RunnerParts): Runner {
  const work: Work = {
    ...parts,
    view: createFrameStore(IDLE_RUN, () => snapshotOf(work.live, parts.clock.now()), parts.nextFrame),
    live: undefined,
    running: undefined,
    rest: undefined,
    lastCase: undefined,
    spoken: createSpoken(),
  };
  parts.engine.subscribe((notice) => hearNotice(work, notice));
  return {
    store: work.view.store,
    start: (request) =>
      begin(work, { request, conversation: undefined, known: request.turn?.known ?? new Set() }),
    measure: async (request) =>
      work.running === undefined ? measureRun(queryOf(work, request)) : err({ type: "run-busy" }),
    stop: () => halt(work, "stop"),
    answerNow: () => {
      if (work.live?.phase !== "thinking") return;
      work.live.allowed = work.live.spent;
      work.engine.interrupt();
    },
    extend: (tokens) => extend(work, tokens),
    resume: async () =>
      work.rest === undefined ? err({ type: "run-nothing-to-resume" }) : begin(work, work.rest),
    saveAgain: () => {
      work.live?.queue.retry();
      work.view.touch();
    },
    forget: () => forget(work),
  };
}

async function begin(work: Work, rest: Rest): Promise<Result<RunEnd, RunRefusal>> {
  if (work.running !== undefined) return err({ type: "run-busy" });
  const running = runCase(work, rest);
  work.running = running;
  try {
    return await running;
  } finally {
    work.running = undefined;
  }
}

async function runCase(work: Work, rest: Rest): Promise<Result<RunEnd, RunRefusal>> {
  const { request } = rest;
  if (request.about.sentences.length === 0) return err({ type: "run-case-empty" });
  const live = createLive(work, rest);
  const before = work.live;
  work.live = live;
  work.view.flush();
  const prepared = await prepare(work, live, rest);
  if (!prepared.ok) {
    work.live = before;
    work.view.flush();
    return prepared;
  }
  const callOff = tick(work);
  rest.request.turn?.asked?.keep();
  live.recorder.start(live.settings);
  const end = await speakAll(work, live, rest);
  callOff();
  await finish(work, live, end);
  return ok(live.end ?? { reason: end.reason, error: undefined, canResume: false });
}

function createLive(work: Work, { request, conversation, known }: Rest): LiveRun {
  const { clock, view } = work;
  const run = request.record.newRunId();
  const queue = createSaveQueue(request.record.save, view.touch);
  const recorder = createRunRecorder({ request, run, clock, queue });
  const settings = toSettings(request);
  const { sentences } = request.about;
  const opened = request.choices.isThinking ? openConversation(sentences) : openStatements(sentences);
  const startMs = clock.now();
  return createLiveRun({
    request,
    run,
    settings,
    queue,
    recorder,
    startMs,
    known,
    conversation: conversation ?? opened,
  });
}

/** Makes sure that the engine knows of no other patient, and that all of it fits. */
async function prepare(work: Work, live: LiveRun, rest: Rest): Promise<Result<undefined, RunRefusal>> {
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

function queryOf({ engine }: Work, { about, model, choices }: RunRequest): FitQuery {
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

async function speakAll(work: Work, live: LiveRun, rest: Rest): Promise<PhaseEnd> {
  const { engine, clock, view } = work;
  const parts = { live, engine, now: clock.now, touch: view.touch };
  const { turn, choices } = rest.request;
  if (rest.conversation === undefined && turn === undefined && choices.isThinking) {
    const end = await runThinking(parts);
    if (end !== undefined) return end;
  }
  return turn?.asked === undefined ? runStatements(parts) : runQuestion(parts, turn.asked);
}

async function finish(work: Work, live: LiveRun, { reason, detail }: PhaseEnd): Promise<void> {
  const isQuestion = live.request.turn?.asked !== undefined;
  const answer = itemsFrom(live.answer.view()).join("");
  if (answer.trim() !== "") live.recorder.give(answer);
  live.recorder.end(reason, detail);
  work.spoken.keep(live);
  const isOver = reason === "finished" || reason === "abandoned";
  // A question is asked again, not taken up; what a run before it left open stays open.
  if (!isQuestion) work.rest = isOver ? undefined : restOf(live);
  const error = reason === "failed" ? live.error : undefined;
  live.end = { reason, error, canResume: work.rest !== undefined };
  live.endMs = work.clock.now();
  live.phase = "ended";
  live.rebuilding = undefined;
  work.view.flush();
  await live.queue.settle();
  work.view.flush();
}

/** Thinking that broke off is thought anew; an argument goes on behind what was said. */
function restOf({ phase, request, conversation, known }: LiveRun): Rest {
  if (phase !== "statements") return { request, conversation: undefined, known };
  const hasReply = conversation.at(-1)?.role === "assistant";
  return { request, conversation: hasReply ? askMoreStatements(conversation) : conversation, known };
}

/** Keeps the clock on the screen going, until called off. */
function tick({ clock, view }: Work): () => void {
  let callOff: (() => void) | undefined;
  const beat = (): void => {
    callOff = clock.after(TICK_MS, beat);
    view.touch();
  };
  beat();
  return () => callOff?.();
}

function halt(work: Work, how: Halt): void {
  const { live } = work;
  if (live === undefined || live.end !== undefined) return;
  live.halt = how;
  work.engine.interrupt();
}

function extend({ live, view }: Work, tokens: number): void {
  if (live === undefined || !isSpeaking(live.phase)) return;
  live.allowed = Math.min(live.allowed + tokens, PHASE_BUDGETS[live.phase].most);
  view.touch();
}

function hearNotice({ live, view }: Work, notice: ClientNotice): void {
  if (notice.type !== "rebuilding" || live === undefined || live.end !== undefined) return;
  live.rebuilding = notice.attempt;
  raiseFlag(live, "engine-rebuilt");
  view.touch();
}

async function forget(work: Work): Promise<void> {
  halt(work, "forget");
  await work.running;
  work.live = undefined;
  work.rest = undefined;
  work.lastCase = undefined;
  work.spoken.forget();
  work.view.flush();
  await work.engine.reset();
}
