/**
 * A run that only thinks, without a budget: far longer than the app lets anyone think, to see whether what is said last
 * costs what was said first. It is put together from the parts of the real runner; only its phases are left out.
 */
import type { ClientNotice, Engine, GenerateRequest } from "../../../src/contracts/engine.ts";
import type { Script } from "../../../src/contracts/engine-script.ts";
import { ok } from "../../../src/shared/result.ts";
import { openConversation } from "../../../src/workbench/prompts/conversation.ts";
import { createFrameStore } from "../../../src/workbench/run/frame-store.ts";
import { createLiveRun, type LiveRun, snapshotOf, toSettings } from "../../../src/workbench/run/live-run.ts";
import { createThinkingReader } from "../../../src/workbench/run/reply-reader.ts";
import type { RunRequest } from "../../../src/workbench/run/run-request.ts";
import { createRunRecorder } from "../../../src/workbench/run/run-recorder.ts";
import { IDLE_RUN, type RunEnd } from "../../../src/workbench/run/run-state.ts";
import type { RunnerParts } from "../../../src/workbench/run/run-work.ts";
import { createRunner, type Runner } from "../../../src/workbench/run/runner.ts";
import { createSaveQueue } from "../../../src/workbench/run/save-queue.ts";
import { speakRound } from "../../../src/workbench/run/speak-round.ts";

export type EndlessParts = RunnerParts & {
  /** Said one after the other; before the second it waits for the gate. */
  readonly stages: readonly Script[];
};

export type EndlessRunner = {
  readonly runner: Runner;
  /** Resolves when all before the gate was said. */
  readonly untilGate: () => Promise<void>;
  /** Resolves when all was said. */
  readonly openGate: () => Promise<void>;
};

/** What every stage is asked with: the whole script, whatever it is. */
const REQUEST: GenerateRequest = {
  prompt: { type: "text", text: "" },
  grammar: undefined,
  budget: 1_000_000,
  seed: 1,
  temperature: 0,
  topP: 1,
  stop: [],
  logprobs: 0,
};

/** A runner that can be started and stopped; for the rest it is a real one on which nothing was started. */
export function createEndlessRunner({ engine, clock, nextFrame, stages }: EndlessParts): EndlessRunner {
  let live: LiveRun | undefined;
  const view = createFrameStore(IDLE_RUN, () => snapshotOf(live, clock.now()), nextFrame);
  const gate = createGate();
  const start = async (request: RunRequest) => {
    const current = createLive(request, clock, view.touch);
    live = current;
    live.phase = "thinking";
    live.recorder.start(live.settings);
    await speak(current, { engine, stages, now: clock.now, touch: view.touch, awaitGate: gate.pass });
    const end: RunEnd = { reason: "stopped", error: undefined, canResume: false };
    Object.assign(live, { end, endMs: clock.now(), phase: "ended" });
    live.recorder.end("stopped", undefined);
    view.flush();
    gate.end();
    return ok(end);
  };
  return {
    runner: {
      ...createRunner({ engine, clock, nextFrame }),
      store: view.store,
      start,
      stop: engine.interrupt,
    },
    untilGate: gate.untilReached,
    openGate: gate.open,
  };
}

type Speaking = {
  readonly engine: Engine<ClientNotice>;
  readonly stages: readonly Script[];
  readonly now: () => number;
  readonly touch: () => void;
  readonly awaitGate: () => Promise<void>;
};

async function speak(live: LiveRun, { engine, stages, now, touch, awaitGate }: Speaking): Promise<void> {
  for (const [place, script] of stages.entries()) {
    await engine.load({ type: "script", script }, () => undefined);
    if (place > 0) await awaitGate();
    const reader = createThinkingReader({ start: "answer" });
    await speakRound({ live, engine, request: REQUEST, reader, now, touch });
  }
}

function createLive(request: RunRequest, clock: RunnerParts["clock"], touch: () => void): LiveRun {
  const run = request.record.newRunId();
  const queue = createSaveQueue(request.record.save, touch);
  const live = createLiveRun({
    request,
    run,
    settings: toSettings(request),
    queue,
    recorder: createRunRecorder({ request, run, clock, queue }),
    startMs: clock.now(),
    known: new Set(),
    conversation: openConversation(request.about.sentences),
  });
  live.allowed = Number.POSITIVE_INFINITY;
  return live;
}

function createGate() {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  return {
    pass: (): Promise<void> => {
      reached.resolve();
      return opened.promise;
    },
    untilReached: () => reached.promise,
    end: ended.resolve,
    open: async (): Promise<void> => {
      opened.resolve();
      await ended.promise;
    },
  };
}
