/** A run while it lives: what the phases change as tokens come, and the snapshot that the screen sees of it. */
import type { ReadingProgress } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { RunId, RunSettings } from "../../domain/record/events.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import { definedId } from "../../domain/reasoning/notation/references.ts";
import type { Conversation } from "../prompts/conversation.ts";
import { PHASE_BUDGETS } from "../prompts/phase-budgets.ts";
import { PROMPT_VERSION } from "../prompts/prompt-words.ts";
import { createGrowingList, type GrowingList } from "./growing-list.ts";
import { createRateMeter, type RateMeter } from "./rate-meter.ts";
import type { ReplyPart } from "./reply-reader.ts";
import type { RunRecorder } from "./run-recorder.ts";
import type { RunRequest } from "./run-request.ts";
import {
  type RunEnd,
  type RunFlag,
  type RunPhase,
  type RunState,
  IDLE_RUN,
  isSpeaking,
} from "./run-state.ts";
import type { SaveQueue } from "./save-queue.ts";

/** How the clinician ended what the model was saying. */
export type Halt = "stop" | "forget";

export type LiveRun = {
  readonly request: RunRequest;
  readonly run: RunId;
  readonly settings: RunSettings;
  readonly queue: SaveQueue;
  readonly recorder: RunRecorder;
  readonly rate: RateMeter;
  readonly startMs: number;
  readonly thinking: GrowingList<string>;
  readonly answer: GrowingList<string>;
  readonly statements: GrowingList<Statement>;
  /** Lines of earlier rounds: said again they are no news. */
  readonly known: Set<string>;
  phase: RunPhase;
  conversation: Conversation;
  tokens: number;
  /** Tokens of the phase that runs. */
  spent: number;
  /** How many it may take for now. */
  allowed: number;
  unread: number;
  hasConcluded: boolean;
  flags: ReadonlySet<RunFlag>;
  rebuilding: number | undefined;
  reading: ReadingProgress | undefined;
  halt: Halt | undefined;
  error: EngineError | undefined;
  end: RunEnd | undefined;
  endMs: number | undefined;
};

export type LiveParts = Pick<LiveRun, "request" | "run" | "queue" | "recorder" | "startMs"> & {
  readonly settings: RunSettings;
  readonly conversation: Conversation;
  /** Lines that an earlier run recorded. */
  readonly known: ReadonlySet<string>;
};

/** A run in which nothing was said yet. */
export function createLiveRun(parts: LiveParts): LiveRun {
  return {
    ...parts,
    known: new Set(parts.known),
    rate: createRateMeter(),
    thinking: createGrowingList(),
    answer: createGrowingList(),
    statements: createGrowingList(),
    phase: "counting",
    tokens: 0,
    spent: 0,
    allowed: 0,
    unread: 0,
    hasConcluded: false,
    flags: new Set(),
    rebuilding: undefined,
    reading: undefined,
    halt: undefined,
    error: undefined,
    end: undefined,
    endMs: undefined,
  };
}

/** What goes into the header of the run. */
export function toSettings({ model, choices }: RunRequest): RunSettings {
  return {
    engine: model.engine,
    model: model.model,
    fileHash: model.fileHash,
    promptVersion: PROMPT_VERSION,
    seed: choices.seed,
    temperature: choices.temperature,
    budget: choices.thinkingTokens ?? PHASE_BUDGETS.thinking.usual,
    isThinking: choices.isThinking,
  };
}

/** Marks the run with something that a person should see; once is enough. */
export function raiseFlag(live: LiveRun, flag: RunFlag): void {
  if (!live.flags.has(flag)) live.flags = new Set([...live.flags, flag]);
}

/** Keeps what was read, in the record and for the screen. */
export function takeParts(live: LiveRun, parts: readonly ReplyPart[]): void {
  for (const part of parts) {
    if (part.type === "thinking") think(live, part.text);
    else if (part.type === "answer") answer(live, part.text);
    else closeStatement(live, part.statement);
  }
}

function think(live: LiveRun, text: string): void {
  if (text === "") return;
  live.thinking.push(text);
  live.recorder.think(text);
}

function answer(live: LiveRun, text: string): void {
  if (text === "") return;
  live.answer.push(text);
  live.recorder.answer(text);
}

function closeStatement(live: LiveRun, statement: Statement): void {
  if (statement.type === "conclusion") live.hasConcluded = true;
  if (live.known.has(statement.line)) return;
  const kept = refuse(live, statement);
  live.statements.push(kept);
  if (kept.type === "unread") live.unread += 1;
  live.recorder.close(kept);
}

/** A model does not bring back what a person took back; that it tried stays to be seen. */
function refuse({ request: { turn } }: LiveRun, statement: Statement): Statement {
  const id = definedId(statement);
  if (id === undefined || turn?.refused.has(id) !== true) return statement;
  const { number, span, line, flags } = statement;
  return { type: "unread", number, span, line, flags: [...flags, { type: "taken-back", id }] };
}

/** The run as it stands. */
export function snapshotOf(live: LiveRun | undefined, nowMs: number): RunState {
  if (live === undefined) return IDLE_RUN;
  const { phase, spent, allowed, request } = live;
  return {
    phase,
    run: live.run,
    caseId: request.about.caseId,
    voice: request.model.capabilities.voice,
    settings: live.settings,
    tokens: live.tokens,
    tokensPerSecond: isSpeaking(phase) ? live.rate.read(nowMs) : 0,
    elapsedMs: (live.endMs ?? nowMs) - live.startMs,
    budget: isSpeaking(phase) ? { spent, allowed, most: PHASE_BUDGETS[phase].most } : undefined,
    thinking: live.thinking.view(),
    answer: live.answer.view(),
    question: request.turn?.asked?.question,
    statements: live.statements.view(),
    unread: live.unread,
    flags: live.flags,
    rebuilding: live.rebuilding,
    reading: live.reading,
    saving: live.queue.readState(),
    end: live.end,
  };
}
