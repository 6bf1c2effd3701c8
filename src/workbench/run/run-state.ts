/** What can be seen of a run while it happens. A snapshot is a plain value; the lists in it are shared, not copied. */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { EngineCapabilities, ReadingProgress } from "../../contracts/engine.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RunEndReason, RunId, RunSettings } from "../../domain/record/events.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import type { Phase } from "../prompts/phase-budgets.ts";
import type { GrowingView } from "./growing-list.ts";
import { emptyView } from "./growing-list.ts";

/** Something about a run that a person should see; none of them loses what was said. */
export type RunFlag =
  /** The model went in circles and was stopped. */
  | "repetition"
  /** The thinking was cut before it came to its own end. */
  | "unclosed-thinking"
  /** It ended without a word. */
  | "empty-answer"
  /** The context is full. */
  | "context-full"
  /** It ended without saying what it concludes. */
  | "no-conclusion"
  /** The engine failed and was built anew. */
  | "engine-rebuilt";

export type RunPhase = "idle" | "counting" | "thinking" | "statements" | "question" | "ended";

/** Whether the model is speaking. */
export function isSpeaking(phase: RunPhase): phase is Phase {
  return phase === "thinking" || phase === "statements" || phase === "question";
}

/** Where saving stands; a run never waits for it. */
export type SavingState =
  | { readonly type: "saved" }
  | { readonly type: "saving"; readonly events: number }
  /** Nothing is lost while this page lives: the events wait, in order, until saving works again. */
  | { readonly type: "failed"; readonly events: number; readonly error: VaultError };

export type RunEnd = {
  readonly reason: RunEndReason;
  /** Only where the engine failed. */
  readonly error: EngineError | undefined;
  /** Whether a new run can take up what this one left open. */
  readonly canResume: boolean;
};

/** Tokens of the phase that runs: taken, allowed now, and the hard limit up to which more can be allowed. */
export type RunBudget = { readonly spent: number; readonly allowed: number; readonly most: number };

export type RunState = {
  readonly phase: RunPhase;
  readonly run: RunId | undefined;
  readonly caseId: string | undefined;
  /** A script never passes for a model. */
  readonly voice: EngineCapabilities["voice"] | undefined;
  readonly settings: RunSettings | undefined;
  /** Tokens of the whole run. */
  readonly tokens: number;
  readonly tokensPerSecond: number;
  readonly elapsedMs: number;
  readonly budget: RunBudget | undefined;
  /** Pieces of thinking as they came; joined they are its text. */
  readonly thinking: GrowingView<string>;
  /** Pieces of its answer to a question as they came. */
  readonly answer: GrowingView<string>;
  /** What it answers; undefined for the case itself. */
  readonly question: string | undefined;
  readonly statements: GrowingView<Statement>;
  /** Lines that are no statement; they are in `statements` too. */
  readonly unread: number;
  readonly flags: ReadonlySet<RunFlag>;
  /** Which try this is, while a failed engine is being built anew. */
  readonly rebuilding: number | undefined;
  /** While a model reads what it is told, before its next word. */
  readonly reading: ReadingProgress | undefined;
  readonly saving: SavingState;
  readonly end: RunEnd | undefined;
};

/** Before any run. */
export const IDLE_RUN: RunState = {
  phase: "idle",
  run: undefined,
  caseId: undefined,
  voice: undefined,
  settings: undefined,
  tokens: 0,
  tokensPerSecond: 0,
  elapsedMs: 0,
  budget: undefined,
  thinking: emptyView(),
  answer: emptyView(),
  question: undefined,
  statements: emptyView(),
  unread: 0,
  flags: new Set(),
  rebuilding: undefined,
  reading: undefined,
  saving: { type: "saved" },
  end: undefined,
};
