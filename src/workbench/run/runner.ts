/**
 * Runs a case on an engine: from case text to recorded statements. One run at a time; a run goes on whatever the screen
 * or the disk do, stops on request with everything it has, and a new patient meets an engine that knows of no other.
 */
import type { StoreApi } from "zustand/vanilla";
import type { ClientNotice } from "../../contracts/engine.ts";
import { err, type Result } from "../../shared/result.ts";
import { PHASE_BUDGETS } from "../prompts/phase-budgets.ts";
import { measureRun, type RunSize } from "./fit-run.ts";
import { createFrameStore } from "./frame-store.ts";
import { type Halt, raiseFlag, snapshotOf } from "./live-run.ts";
import { performRun } from "./perform-run.ts";
import { queryOf, type RunRefusal } from "./prepare-run.ts";
import type { RunRequest } from "./run-request.ts";
import { IDLE_RUN, isSpeaking, type RunEnd, type RunState } from "./run-state.ts";
import type { Rest, RunnerParts, Work } from "./run-work.ts";
import { createSpoken } from "./spoken.ts";

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
  const running = performRun(work, rest);
  work.running = running;
  try {
    return await running;
  } finally {
    work.running = undefined;
  }
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
