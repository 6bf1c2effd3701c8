/**
 * Every event that a case record can hold, as plain data. Names are noun-verb; a stream opens with `-start` and is
 * closed by `-end`. An event is never changed once written: a new shape is a new version, read by `read-event.ts`.
 */
import type { ArgumentEdge, ArgumentNode, EdgeId, NodeId, TargetId } from "../argument/graph.ts";

export const EVENT_VERSION = 1;

/** The branch that every case begins with. */
export const MAIN_BRANCH = "main";

export type EventId = string;
export type RunId = string;
export type BranchId = string;

/** Who made an event: a profile on this device, a model's run, or the program itself. */
export type Author = {
  readonly kind: "clinician" | "educator" | "learner" | "model" | "program";
  readonly profile: string;
};

type EventBase = {
  readonly version: typeof EVENT_VERSION;
  readonly id: EventId;
  /** One more than the highest its writer knew (Lamport), so that causes come first whatever the clocks say. */
  readonly order: number;
  /** Milliseconds since 1970, as the writer's clock had it. */
  readonly time: number;
  readonly author: Author;
  readonly caseId: string;
  /** The first event of what was written in one go, on the others of it: they are taken back together. */
  readonly together?: EventId;
};

/** Where a sentence of a revision stands; kept in the record so that a better splitter never renumbers old cases. */
export type SentencePlace = { readonly id: string; readonly start: number; readonly end: number };

/** Everything a run used, so that it can be told and repeated. */
export type RunSettings = {
  readonly engine: string;
  readonly model: string;
  readonly fileHash: string;
  readonly promptVersion: string;
  readonly seed: number;
  readonly temperature: number;
  /** Most tokens of thinking. */
  readonly budget: number;
  readonly isThinking: boolean;
};

/** What a run is for where it does not reason about the whole case from the start. */
export type RunTask =
  /** It states anew what a branch left out as stale. */
  | "rerun"
  /** It answers a clinician's question. */
  | "question";

/** One closed line of a run. */
export type RecordedStatement =
  | { readonly type: "node"; readonly node: ArgumentNode }
  | { readonly type: "edge"; readonly edge: ArgumentEdge }
  | { readonly type: "conclusion"; readonly leader: NodeId; readonly text: string }
  | { readonly type: "unread" };

/** What the statement reader marked about a line. */
export type StatementMark = { readonly type: string; readonly [detail: string]: string };

export type RunEndReason = "finished" | "stopped" | "budget" | "failed" | "abandoned";

/**
 * What a question, answer or annotation is about; `id` is empty for the whole case. An annotation of the case with the
 * id of a hypothesis is the verdict on that answer, apart from the verdict on it as a step.
 */
export type RecordTarget = {
  readonly type: "case" | "text" | "node" | "edge" | "thinking" | "answer";
  /** A sentence, node, edge, run or answer id; of a case, the hypothesis that is its answer. */
  readonly id: string;
  /** The words meant, empty for all of it. */
  readonly quote: string;
  /** Where the quote starts in the target's own text. */
  readonly start: number;
};

export type Annotation = {
  readonly id: string;
  readonly branch: BranchId;
  readonly target: RecordTarget;
  readonly comment: string;
  /** Of the codebook in `domain/annotations`; codes and severities of later versions are kept as they are. */
  readonly errorCode?: string;
  readonly severity?: string;
  /** What the words meant should say. */
  readonly suggestion?: string;
  readonly verdict?: "accept" | "reject" | "unsure";
};

type InRun = { readonly run: RunId };
type InBranch = { readonly branch: BranchId };

export type CaseCreateEvent = EventBase & { readonly type: "case-create"; readonly title: string };
export type TextReviseEvent = EventBase & {
  readonly type: "text-revise";
  readonly text: string;
  readonly sentences: readonly SentencePlace[];
};
export type RunStartEvent = EventBase &
  InRun &
  InBranch & {
    readonly type: "run-start";
    /** The text revision that the run read; absent when there was none. */
    readonly revision?: EventId;
    readonly settings: RunSettings;
    /** Absent for a run of the whole case. */
    readonly task?: RunTask;
    /** What a run answers whose task that is. */
    readonly question?: string;
    /** Sentences of that revision that the clinician left out of the run; absent for none. */
    readonly leftOut?: readonly string[];
  };
/** What a model says that is no statement: what it thinks, or, so marked, its answer to a question. */
export type ThinkingAppendEvent = EventBase &
  InRun & { readonly type: "thinking-append"; readonly text: string; readonly part?: "answer" };
export type StatementCloseEvent = EventBase &
  InRun & {
    readonly type: "statement-close";
    readonly line: string;
    readonly statement: RecordedStatement;
    readonly marks: readonly StatementMark[];
  };
export type RunEndEvent = EventBase &
  InRun & { readonly type: "run-end"; readonly reason: RunEndReason; readonly detail?: string };
export type QuestionAskEvent = EventBase &
  InBranch & {
    readonly type: "question-ask";
    readonly question: string;
    readonly op: string;
    readonly target: RecordTarget;
    readonly text: string;
  };
export type AnswerGiveEvent = EventBase & {
  readonly type: "answer-give";
  readonly answer: string;
  readonly question: string;
  readonly source: "computed" | "model";
  readonly text: string;
  /** Nodes and edges that the answer rests on. */
  readonly restsOn: readonly TargetId[];
  readonly run?: RunId;
};
export type NodeAddEvent = EventBase & InBranch & { readonly type: "node-add"; readonly node: ArgumentNode };
export type NodeEditEvent = EventBase &
  InBranch & { readonly type: "node-edit"; readonly node: ArgumentNode };
export type NodeRetractEvent = EventBase &
  InBranch & { readonly type: "node-retract"; readonly node: NodeId };
export type EdgeAddEvent = EventBase & InBranch & { readonly type: "edge-add"; readonly edge: ArgumentEdge };
export type EdgeEditEvent = EventBase &
  InBranch & { readonly type: "edge-edit"; readonly edge: ArgumentEdge };
export type EdgeRetractEvent = EventBase &
  InBranch & { readonly type: "edge-retract"; readonly edge: EdgeId };
/**
 * A person looked at a step or link that was out of date and found that it still holds. With a step go the links that
 * lead to it; what follows from it keeps its own mark until somebody looks at that as well.
 */
export type StaleSettleEvent = EventBase &
  InBranch & { readonly type: "stale-settle"; readonly target: TargetId };
export type AnnotationMakeEvent = EventBase & {
  readonly type: "annotation-make";
  readonly annotation: Annotation;
};
export type AnnotationChangeEvent = EventBase & {
  readonly type: "annotation-change";
  readonly annotation: Annotation;
};
export type AnnotationRemoveEvent = EventBase & {
  readonly type: "annotation-remove";
  readonly annotation: string;
};
/**
 * What a person had begun to write when the case was left or locked, so that they can go on; it says nothing about the
 * case. Empty text lets it go.
 */
export type DraftKeepEvent = EventBase & {
  readonly type: "draft-keep";
  /** Which form it was typed into. */
  readonly form: string;
  readonly text: string;
};
export type BranchStartEvent = EventBase &
  InBranch & {
    readonly type: "branch-start";
    readonly parent: BranchId;
    /** The last event of the parent that the branch keeps; absent for all of them. */
    readonly from?: EventId;
    /** Whether the branch begins without what was stale there, to be run again. */
    readonly leavesOut: "stale" | "nothing";
  };
export type BranchFavourEvent = EventBase & InBranch & { readonly type: "branch-favour" };
export type ChangeUndoEvent = EventBase & { readonly type: "change-undo"; readonly change: EventId };
export type ChangeRedoEvent = EventBase & { readonly type: "change-redo"; readonly change: EventId };

export type RecordEvent =
  | CaseCreateEvent
  | TextReviseEvent
  | RunStartEvent
  | ThinkingAppendEvent
  | StatementCloseEvent
  | RunEndEvent
  | QuestionAskEvent
  | AnswerGiveEvent
  | NodeAddEvent
  | NodeEditEvent
  | NodeRetractEvent
  | EdgeAddEvent
  | EdgeEditEvent
  | EdgeRetractEvent
  | StaleSettleEvent
  | AnnotationMakeEvent
  | AnnotationChangeEvent
  | AnnotationRemoveEvent
  | DraftKeepEvent
  | BranchStartEvent
  | BranchFavourEvent
  | ChangeUndoEvent
  | ChangeRedoEvent;

export type EventType = RecordEvent["type"];

const UNDOABLE: ReadonlySet<EventType> = new Set<EventType>([
  "text-revise",
  "node-add",
  "node-edit",
  "node-retract",
  "edge-add",
  "edge-edit",
  "edge-retract",
  "stale-settle",
  "annotation-make",
  "annotation-change",
  "annotation-remove",
  "branch-favour",
]);

/** Whether a person can take the event back; what a model wrote stays written. */
export function isUndoable(event: RecordEvent): boolean {
  return UNDOABLE.has(event.type);
}
