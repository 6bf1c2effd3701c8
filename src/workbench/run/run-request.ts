/** What a run is asked to do: the case, the model, the clinician's choices, and where its events go. */
import type { EngineCapabilities } from "../../contracts/engine.ts";
import type { Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import type { Statement } from "../../domain/reasoning/notation/statement.ts";
import type { ThinkingStyle } from "../../domain/reasoning/thinking/split-state.ts";
import type { TargetId } from "../../domain/argument/graph.ts";
import type { BranchId, EventId, RecordEvent, RunId, RunTask } from "../../domain/record/events.ts";
import type { Conversation } from "../prompts/conversation.ts";
import type { Result } from "../../shared/result.ts";

export type RunCase = {
  readonly caseId: string;
  readonly branch: BranchId;
  /** The revision that the sentences belong to. */
  readonly revision: EventId | undefined;
  /** What the run reads. */
  readonly sentences: readonly Pick<Sentence, "id" | "text">[];
  /** Sentences that the clinician left out of it; absent for none. */
  readonly leftOut?: readonly string[];
};

/** What is loaded. */
export type RunModel = {
  readonly engine: string;
  readonly model: string;
  readonly fileHash: string;
  readonly contextTokens: number;
  readonly capabilities: EngineCapabilities;
  readonly style: ThinkingStyle;
};

export type RunChoices = {
  readonly seed: number;
  /** Of the thinking; the argument is always stated as surely as the model can. */
  readonly temperature: number;
  readonly isThinking: boolean;
  /** Most tokens of thinking to begin with; undefined for the usual. */
  readonly thinkingTokens: number | undefined;
};

/** Where the events of a run go. */
export type RunRecord = {
  readonly newRunId: () => RunId;
  /** Id, order and time of the next event of the record. */
  readonly stamp: () => Pick<RecordEvent, "id" | "order" | "time">;
  readonly save: (
    events: readonly RecordEvent[],
    durability: Durability,
  ) => Promise<Result<undefined, VaultError>>;
};

/** What a turn that answers a question needs besides. */
export type RunQuestion = {
  readonly question: string;
  /** The id that its answer will have. */
  readonly answer: string;
  /** Keeps the question, where it is not kept yet. Called when nothing stands in the way of answering it. */
  readonly keep: () => void;
  /** Whether a line of the answer adds this to the argument; else it is words. */
  readonly adds: (statement: Statement) => boolean;
  /** Nodes and edges that these words rest on. */
  readonly restsOn: (text: string) => readonly TargetId[];
};

/** A turn behind what was said of the case before. */
export type RunTurn = {
  readonly task: RunTask;
  /** Runs in whose conversation it may go on where the engine still knows them, the best first. */
  readonly after: readonly RunId[];
  /** The conversation with this turn at its end; of undefined, one that begins with the case. */
  readonly put: (conversation: Conversation | undefined) => Conversation;
  /** Lines that stand: said again they are no news. */
  readonly known: ReadonlySet<string>;
  /** What a person took back: said again it is kept as words, not as a statement. */
  readonly refused: ReadonlySet<TargetId>;
  /** Absent where the argument is asked for. */
  readonly asked?: RunQuestion;
};

export type RunRequest = {
  readonly about: RunCase;
  readonly model: RunModel;
  readonly choices: RunChoices;
  readonly record: RunRecord;
  /** Absent for a run of the whole case. */
  readonly turn?: RunTurn;
};
