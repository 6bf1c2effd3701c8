/**
 * What a case is after some of its events: the value that the fold computes. Everything in it shares structure with
 * the states before, so keeping an old one (undo, branches) is free. `fold.ts` makes it, nothing else writes it.
 */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, NodeId } from "../argument/graph.ts";
import type { CaseText } from "../case-text/revisions.ts";
import type { Chain } from "./chain.ts";
import type { KeptDraft } from "./drafts.ts";
import { MAIN_BRANCH } from "./events.ts";
import type {
  Annotation,
  AnswerGiveEvent,
  BranchId,
  EventId,
  QuestionAskEvent,
  RunEndEvent,
  RunId,
  RunStartEvent,
  StatementCloseEvent,
} from "./events.ts";
import { createPersistentMap } from "./persistent-map.ts";
import type { PersistentMap } from "./persistent-map.ts";

/** Where a node or edge of a branch comes from. */
export type Making = {
  readonly event: EventId;
  /** Its place in the record. */
  readonly position: number;
  readonly run?: RunId;
  /** The text revision that its citations were made against. */
  readonly revision?: EventId;
};

/** Why something is stale: it depends on what this event changed. */
export type StaleMark = {
  readonly cause: EventId;
  readonly through: string;
  /** Carried over to a re-run, for a person to settle; what is stated there was stated knowing the change. */
  readonly isKept?: true;
};

/** Something taken out of the graph but not out of the case. */
export type Withdrawn = { readonly event: EventId } & (
  | { readonly type: "node"; readonly node: ArgumentNode }
  | { readonly type: "edge"; readonly edge: ArgumentEdge }
);

export type BranchState = {
  readonly id: BranchId;
  readonly parent?: BranchId;
  readonly from?: EventId;
  readonly nodes: PersistentMap<ArgumentNode>;
  readonly edges: PersistentMap<ArgumentEdge>;
  /** By node or edge id. */
  readonly made: PersistentMap<Making>;
  readonly stale: PersistentMap<StaleMark>;
  readonly withdrawn: PersistentMap<Withdrawn>;
  /**
   * The last edit or retraction of a node or edge, correction of a sentence (`text:s4`), new reason (`reasons:h1`) or
   * statement in other words (`words:h1`).
   */
  readonly changed: PersistentMap<{ readonly event: EventId; readonly position: number }>;
  /** Edges at each node or edge, by either end. */
  readonly incident: PersistentMap<Chain<string>>;
  /** Things that rest on a sentence (`text:s4`) or, without an edge, on another node. */
  readonly resting: PersistentMap<Chain<string>>;
  /** Edges that point at what is not there (yet), by the missing id. */
  readonly waiting: PersistentMap<Chain<{ readonly edge: ArgumentEdge; readonly making: Making }>>;
  readonly conclusion?: { readonly leader: NodeId; readonly text: string; readonly event: EventId };
};

export type RunState = {
  readonly start: RunStartEvent;
  /** Its place in the record. */
  readonly position: number;
  /** Chunks of thinking, newest first. */
  readonly thinking: Chain<string>;
  /** Chunks of its answer to a question, newest first. */
  readonly answer: Chain<string>;
  /** Closed lines, newest first. */
  readonly statements: Chain<StatementCloseEvent>;
  readonly end?: RunEndEvent;
};

export type DialogueTurn = {
  readonly ask: QuestionAskEvent;
  /** Newest first. */
  readonly answers: Chain<AnswerState>;
};
export type AnswerState = { readonly give: AnswerGiveEvent; readonly position: number };

/** Where an annotation holds on: offsets into its target's text, or the tray. */
export type Anchor =
  | { readonly type: "anchored"; readonly target: string; readonly start: number; readonly end: number }
  | { readonly type: "orphaned"; readonly reason: "target-gone" | "quote-gone" };
export type AnnotationState = {
  readonly annotation: Annotation;
  /** The profile that made or last changed it. */
  readonly author: string;
  /** When that was. */
  readonly time: number;
  readonly anchor: Anchor;
};

/** Something about an event that a person should see; the event stays in the record. */
export type RecordFlag = {
  readonly event: EventId;
  readonly type:
    | "other-case"
    | "repeated-case"
    | "duplicate-id"
    | "unknown-run"
    | "run-ended"
    | "unknown-branch"
    | "unknown-event"
    | "unknown-question"
    | "unknown-target"
    | "dangling-reference"
    | "unknown-sentence"
    | "not-undoable";
  readonly id: string;
};

export type CaseState = {
  readonly caseId: string;
  readonly title: string;
  /** The event of the current text revision. */
  readonly revision?: EventId;
  readonly text?: CaseText;
  readonly revisions: PersistentMap<CaseText>;
  readonly runs: PersistentMap<RunState>;
  readonly branches: PersistentMap<BranchState>;
  readonly favourite: BranchId;
  readonly dialogue: PersistentMap<DialogueTurn>;
  /** Answers by their own id. */
  readonly answers: PersistentMap<AnswerState>;
  readonly annotations: PersistentMap<AnnotationState>;
  /** Annotation ids by what they are about. */
  readonly annotationsAt: PersistentMap<Chain<string>>;
  /** What was left half written, by whom and where. */
  readonly drafts: PersistentMap<KeptDraft>;
  /** Newest first. */
  readonly flags: Chain<RecordFlag>;
};

/** A branch without anything in it. */
function createBranchState(id: BranchId): BranchState {
  return {
    id,
    nodes: createPersistentMap(),
    edges: createPersistentMap(),
    made: createPersistentMap(),
    stale: createPersistentMap(),
    withdrawn: createPersistentMap(),
    changed: createPersistentMap(),
    incident: createPersistentMap(),
    resting: createPersistentMap(),
    waiting: createPersistentMap(),
  };
}

/** A case before its first event. */
export function createCaseState(): CaseState {
  const branches = createPersistentMap<BranchState>().with(MAIN_BRANCH, createBranchState(MAIN_BRANCH));
  return {
    caseId: "",
    title: "",
    revisions: createPersistentMap(),
    runs: createPersistentMap(),
    branches,
    favourite: MAIN_BRANCH,
    dialogue: createPersistentMap(),
    answers: createPersistentMap(),
    annotations: createPersistentMap(),
    annotationsAt: createPersistentMap(),
    drafts: createPersistentMap(),
    flags: undefined,
  };
}

/** The argument graph of a branch: what is neither withdrawn nor pointing at nothing. */
export function branchToGraph(branch: BranchState): ArgumentGraph {
  return { nodes: branch.nodes, edges: branch.edges };
}

/** The state with one more flag. */
export function withFlag(state: CaseState, event: EventId, type: RecordFlag["type"], id: string): CaseState {
  return { ...state, flags: { first: { event, type, id }, rest: state.flags } };
}
