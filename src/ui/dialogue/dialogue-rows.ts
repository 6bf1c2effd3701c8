/**
 * From the record to the rows of the dialogue, in record order. New events are added to what was read before, so that a
 * long run costs no more at its end than at its beginning; an undo or another branch reads anew.
 */
import type { Stage } from "../../domain/argument/graph.ts";
import { stageOf } from "../../domain/argument/graph-views.ts";
import type {
  BranchId,
  NodeAddEvent,
  EdgeAddEvent,
  EdgeEditEvent,
  EdgeRetractEvent,
  NodeEditEvent,
  NodeRetractEvent,
  QuestionAskEvent,
  RecordEvent,
  RunEndEvent,
  RunId,
  RunStartEvent,
  StaleSettleEvent,
  StatementCloseEvent,
  TextReviseEvent,
} from "../../domain/record/events.ts";
import type { CaseView } from "../../domain/record/fold.ts";

/** What a person did to the graph or the note. */
export type ChangeEvent =
  | NodeAddEvent
  | NodeEditEvent
  | NodeRetractEvent
  | EdgeAddEvent
  | EdgeEditEvent
  | EdgeRetractEvent
  | StaleSettleEvent
  | TextReviseEvent;

export type DialogueRow = { readonly key: string } & (
  | { readonly type: "run"; readonly event: RunStartEvent }
  /** Undefined for evidence, which belongs to no stage. */
  | { readonly type: "stage"; readonly stage: Stage | undefined }
  | { readonly type: "statement"; readonly event: StatementCloseEvent }
  | { readonly type: "run-end"; readonly event: RunEndEvent }
  | { readonly type: "question"; readonly event: QuestionAskEvent }
  | { readonly type: "change"; readonly event: ChangeEvent }
);

export type DialogueRows = {
  /** Shared with later values: only the first `count` belong to this one. */
  readonly rows: readonly DialogueRow[];
  readonly count: number;
  /** Places of the lines that are no statement. */
  readonly unread: readonly number[];
  /** Where a node or edge is said, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
};

/** What of a case the dialogue follows from. */
export type DialogueSource = {
  readonly view: Pick<CaseView, "log" | "length" | "undone" | "state">;
  readonly branch: BranchId;
};

type Reading = {
  readonly source: DialogueSource;
  /** Up to where the events of a branch belong to the one that is shown. */
  readonly lineage: ReadonlyMap<BranchId, number>;
  readonly runs: Map<RunId, BranchId>;
  /** Runs that answer a question, with their heading until it is needed. */
  readonly answering: Map<RunId, RunStartEvent | undefined>;
  readonly rows: DialogueRow[];
  readonly unread: number[];
  readonly placeOf: Map<string, number>;
  /** "none" at the beginning of a run. */
  stage: Stage | undefined | "none";
  seen: number;
};

/** Reads the dialogue of a case again and again; each time only what is new. Where no row is new it is the same value. */
export function createDialogueReader(): (source: DialogueSource) => DialogueRows {
  let reading: Reading | undefined;
  let last: DialogueRows | undefined;
  return (source) => {
    if (reading === undefined || !continues(reading, source)) reading = begin(source);
    const { events } = source.view.log;
    for (; reading.seen < source.view.length; reading.seen += 1) {
      const event = events[reading.seen];
      if (event !== undefined && !source.view.undone.has(event.id)) take(reading, event);
    }
    const { rows, unread, placeOf } = reading;
    if (last?.rows !== rows || last.count !== rows.length)
      last = { rows, count: rows.length, unread, placeOf };
    return last;
  };
}

function continues({ source: before, seen }: Reading, source: DialogueSource): boolean {
  return (
    before.view.log === source.view.log &&
    before.view.undone === source.view.undone &&
    before.branch === source.branch &&
    source.view.length >= seen
  );
}

function begin(source: DialogueSource): Reading {
  return {
    source,
    lineage: lineageOf(source),
    runs: new Map(),
    answering: new Map(),
    rows: [],
    unread: [],
    placeOf: new Map(),
    stage: "none",
    seen: 0,
  };
}

/** The branch itself, and each branch before it up to where the next began. */
function lineageOf({ view, branch }: DialogueSource): ReadonlyMap<BranchId, number> {
  const starts = new Map<BranchId, number>();
  for (let place = 0; place < view.length; place += 1) {
    const event = view.log.events[place];
    if (event?.type === "branch-start") starts.set(event.branch, place);
  }
  const lineage = new Map<BranchId, number>([[branch, Number.POSITIVE_INFINITY]]);
  for (let child = view.state.branches.get(branch); child?.parent !== undefined;) {
    const kept = child.from === undefined ? starts.get(child.id) : view.log.positions.get(child.from);
    if (lineage.has(child.parent)) break;
    lineage.set(child.parent, kept ?? 0);
    child = view.state.branches.get(child.parent);
  }
  return lineage;
}

function take(reading: Reading, event: RecordEvent): void {
  switch (event.type) {
    case "run-start":
      if (!belongs(reading, event.branch)) return;
      reading.runs.set(event.run, event.branch);
      // What answers a question stands under the question; a heading only where it adds something.
      if (event.task === "question") return void reading.answering.set(event.run, event);
      reading.stage = "none";
      reading.rows.push({ key: event.id, type: "run", event });
      return;
    case "statement-close":
      if (isInRun(reading, event.run)) takeStatement(reading, event);
      return;
    case "run-end":
      if (isInRun(reading, event.run) && !reading.answering.has(event.run))
        reading.rows.push({ key: event.id, type: "run-end", event });
      return;
    case "question-ask":
      if (belongs(reading, event.branch)) reading.rows.push({ key: event.id, type: "question", event });
      return;
    default:
      takeChange(reading, event);
  }
}

function belongs({ lineage, seen }: Reading, branch: BranchId): boolean {
  const end = lineage.get(branch);
  return end !== undefined && seen <= end;
}

function isInRun(reading: Reading, run: RunId): boolean {
  const branch = reading.runs.get(run);
  return branch !== undefined && belongs(reading, branch);
}

function openAnswer({ answering, rows }: Reading, run: RunId): void {
  const event = answering.get(run);
  if (event === undefined) return;
  answering.set(run, undefined);
  rows.push({ key: event.id, type: "run", event });
}

function takeStatement(reading: Reading, event: StatementCloseEvent): void {
  const { rows, placeOf, unread } = reading;
  openAnswer(reading, event.run);
  const { statement } = event;
  if (statement.type === "node") openStage(reading, stageOf(statement.node), event.id);
  if (statement.type === "unread") unread.push(rows.length);
  if (statement.type === "node" && !placeOf.has(statement.node.id))
    placeOf.set(statement.node.id, rows.length);
  if (statement.type === "edge" && !placeOf.has(statement.edge.id))
    placeOf.set(statement.edge.id, rows.length);
  rows.push({ key: event.id, type: "statement", event });
}

/** Evidence has a heading of its own only at the beginning: stated later it belongs to what is being argued there. */
function openStage(reading: Reading, stage: Stage | undefined, id: string): void {
  if (reading.stage === stage || (stage === undefined && reading.stage !== "none")) return;
  reading.stage = stage;
  reading.rows.push({ key: `stage ${id}`, type: "stage", stage });
}

/** The first text of a case is no change. */
function takeChange(reading: Reading, event: RecordEvent): void {
  if (!isChange(event)) return;
  if (event.type === "text-revise") {
    if (reading.rows.length > 0) reading.rows.push({ key: event.id, type: "change", event });
    return;
  }
  if (!belongs(reading, event.branch)) return;
  if (event.type === "node-add") reading.placeOf.set(event.node.id, reading.rows.length);
  if (event.type === "edge-add") reading.placeOf.set(event.edge.id, reading.rows.length);
  reading.rows.push({ key: event.id, type: "change", event });
}

const CHANGES: ReadonlySet<RecordEvent["type"]> = new Set<RecordEvent["type"]>([
  "node-add",
  "node-edit",
  "node-retract",
  "edge-add",
  "edge-edit",
  "edge-retract",
  "stale-settle",
  "text-revise",
]);

function isChange(event: RecordEvent): event is ChangeEvent {
  return CHANGES.has(event.type);
}
