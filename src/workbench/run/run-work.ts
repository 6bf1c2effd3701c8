/** What a runner holds while it lives: its parts, the run that is under way or was the last, and what can be taken up. */
import type { ClientNotice, Engine } from "../../contracts/engine.ts";
import type { Conversation } from "../prompts/conversation.ts";
import type { FrameStore } from "./frame-store.ts";
import type { LiveRun } from "./live-run.ts";
import type { NextFrame, RunClock } from "./run-clock.ts";
import type { RunRequest } from "./run-request.ts";
import type { RunState } from "./run-state.ts";
import type { Spoken } from "./spoken.ts";

export type RunnerParts = {
  readonly engine: Engine<ClientNotice>;
  readonly clock: RunClock;
  readonly nextFrame: NextFrame;
};

/** Where a run that ended can be taken up. */
export type Rest = {
  readonly request: RunRequest;
  /** Undefined to begin at the beginning. */
  readonly conversation: Conversation | undefined;
  readonly known: ReadonlySet<string>;
};

export type Work = RunnerParts & {
  readonly view: FrameStore<RunState>;
  live: LiveRun | undefined;
  running: Promise<unknown> | undefined;
  rest: Rest | undefined;
  /** The case whose words the engine may still know. */
  lastCase: string | undefined;
  /** Of that case. */
  readonly spoken: Spoken;
};
