/**
 * Folds a record into the case as it stands, one event at a time; one more event costs the same however many came
 * before. Every view stays valid after later events: views share an append-only log and persistent states.
 *
 * Meaning of undo: the state is the fold of all events that are not undone. To get there without folding everything
 * again, checkpoints (states, cheap because states share structure) are kept every 64 events, around every branch
 * point and before the latest undoable event; undoing replays from the one before the undone event.
 */
import { readCaseText, reviseCaseText } from "../case-text/revisions.ts";
import { applyEvent } from "./apply-event.ts";
import { createCaseState } from "./case-state.ts";
import type { CaseState, RecordFlag } from "./case-state.ts";
import { chainToArray } from "./chain.ts";
import type { Chain } from "./chain.ts";
import { isUndoable } from "./events.ts";
import type { EventId, RecordEvent, TextReviseEvent } from "./events.ts";
import { compareEvents, mergeRecords, toCanonicalText } from "./merge.ts";
import { createPersistentMap } from "./persistent-map.ts";
import type { PersistentMap } from "./persistent-map.ts";

/** The case as it stands, with what taking back and branching need. */
export type CaseView = {
  readonly state: CaseState;
  /** How many events have been folded. */
  readonly length: number;
  /** Undoable events that stand, the one to undo next first. */
  readonly undoStack: Chain<EventId>;
  /** Undone events, the one to redo next first. */
  readonly redoStack: Chain<EventId>;
  readonly undone: PersistentMap<true>;
  /** First sentence number that no revision has used, for the next correction. */
  readonly nextSentence: number;
  /** Undo and redo events that could do nothing, newest first. */
  readonly undoFlags: CaseState["flags"];
  readonly log: EventLog;
  readonly checkpoints: Chain<Checkpoint>;
};

/** Shared by all views of a record: each knows its own length, and only the longest may push. */
type EventLog = {
  readonly events: RecordEvent[];
  readonly positions: Map<EventId, number>;
};

/** The state before the event at `position`. */
type Checkpoint = {
  readonly position: number;
  readonly state: CaseState;
  readonly nextSentence: number;
  /** Kept only until the next one: for taking back the latest change at once. */
  readonly isPassing: boolean;
};

const CHECKPOINT_EVERY = 64;

/** A case without events. */
export function createCaseView(): CaseView {
  return {
    state: createCaseState(),
    length: 0,
    undoStack: undefined,
    redoStack: undefined,
    undone: createPersistentMap(),
    nextSentence: 1,
    undoFlags: undefined,
    log: { events: [], positions: new Map() },
    checkpoints: undefined,
  };
}

/** The view of any events, in whatever order and however often they are given. */
export function foldRecord(events: readonly RecordEvent[]): CaseView {
  let view = createCaseView();
  for (const event of mergeRecords(events)) view = appendNext(view, event);
  return view;
}

/** The view after one more event. A late one (from a merge) is put in its place, which folds anew. */
export function appendEvent(view: CaseView, event: RecordEvent): CaseView {
  const known = findEvent(view, event.id);
  if (known !== undefined && (known === event || toCanonicalText(known) === toCanonicalText(event)))
    return view;
  const last = view.log.events[view.length - 1];
  const isNext = known === undefined && (last === undefined || compareEvents(last, event) < 0);
  return isNext ? appendNext(view, event) : foldRecord([...viewToRecord(view), event]);
}

/** The events of the view in record order. */
export function viewToRecord(view: CaseView): readonly RecordEvent[] {
  return view.log.events.slice(0, view.length);
}

/** The order number for the next event written on top of this view. */
export function nextOrder(view: CaseView): number {
  return (view.log.events[view.length - 1]?.order ?? 0) + 1;
}

function findEvent(view: CaseView, id: EventId): RecordEvent | undefined {
  const position = findPosition(view, id);
  return position === undefined ? undefined : view.log.events[position];
}

function findPosition(view: CaseView, id: EventId): number | undefined {
  const position = view.log.positions.get(id);
  return position !== undefined && position < view.length ? position : undefined;
}

function appendNext(view: CaseView, event: RecordEvent): CaseView {
  const log = pushEvent(view, event);
  const logged: CaseView = { ...view, log };
  const changed =
    event.type === "change-undo"
      ? undo(logged, event.change, event.id)
      : event.type === "change-redo"
        ? redo(logged, event.change, event.id)
        : logged;
  const stepped = step(changed, view.length);
  if (!isUndoable(event)) return { ...stepped, length: view.length + 1 };
  const undoStack = { first: event.id, rest: view.undoStack };
  return { ...stepped, length: view.length + 1, undoStack, redoStack: undefined };
}

/** Pushes in place when this view is the newest of its log; an older view continues on a log of its own. */
function pushEvent(view: CaseView, event: RecordEvent): EventLog {
  let { log } = view;
  if (log.events.length !== view.length) {
    const events = log.events.slice(0, view.length);
    log = { events, positions: new Map(Array.from(events, ({ id }, position) => [id, position])) };
  }
  log.events.push(event);
  log.positions.set(event.id, view.length);
  return log;
}

/** Applies the event at `position` on top of the view's state, leaving a checkpoint where one is due. */
function step(view: CaseView, position: number): CaseView {
  const event = view.log.events[position];
  if (event === undefined) return view;
  const { state, nextSentence } = view;
  const checkpoints = pushCheckpoint(view, event, position);
  const next: CaseView = {
    ...view,
    checkpoints,
    nextSentence: Math.max(nextSentence, numberAfter(event)),
  };
  // Undo and redo change which events stand, never the state itself.
  const isOfChanges = event.type === "change-undo" || event.type === "change-redo";
  if (isOfChanges || view.undone.has(event.id)) return next;
  const stateAfter = (id: EventId): CaseState | undefined => readStateAfter(next, id, position);
  return {
    ...next,
    state: applyEvent(state, event, { position, nextSentence: next.nextSentence, stateAfter }),
  };
}

function pushCheckpoint(view: CaseView, event: RecordEvent, position: number): CaseView["checkpoints"] {
  const { checkpoints, state, nextSentence } = view;
  const isLasting =
    position % CHECKPOINT_EVERY === 0 ||
    event.type === "branch-start" ||
    view.log.events[position - 1]?.type === "branch-start";
  if (!isLasting && !isUndoable(event)) return checkpoints;
  const rest = checkpoints?.first.isPassing === true ? checkpoints.rest : checkpoints;
  return { first: { position, state, nextSentence, isPassing: !isLasting }, rest };
}

/** The first sentence number beyond those of a text event; undone revisions have used theirs up as well. */
function numberAfter(event: RecordEvent): number {
  if (event.type !== "text-revise") return 1;
  let after = 1;
  for (const { id } of event.sentences) after = Math.max(after, Number.parseInt(id.slice(1), 10) + 1 || 1);
  return after;
}

function readStateAfter(view: CaseView, id: EventId, before: number): CaseState | undefined {
  const position = view.log.positions.get(id);
  if (position === undefined || position >= before) return undefined;
  return replay(view, position + 1, position + 1).state;
}

/** The view's state at `end`, from the newest checkpoint that is not after `from`. */
export function replay(view: CaseView, from: number, end: number): CaseView {
  let { checkpoints } = view;
  while (checkpoints !== undefined && checkpoints.first.position > from) checkpoints = checkpoints.rest;
  const start = checkpoints?.first ?? { position: 0, state: createCaseState(), nextSentence: 1 };
  const rest = checkpoints?.rest;
  let next: CaseView = { ...view, checkpoints: rest, state: start.state, nextSentence: start.nextSentence };
  for (let position = start.position; position < end; position += 1) next = step(next, position);
  return next;
}

function undo(view: CaseView, change: EventId, by: EventId): CaseView {
  const position = findPosition(view, change);
  const event = position === undefined ? undefined : view.log.events[position];
  if (position === undefined || event === undefined || !isUndoable(event) || view.undone.has(change)) {
    return refuse(view, change, by);
  }
  const undone = view.undone.with(change, true);
  const undoStack = withoutItem(view.undoStack, change);
  const redoStack = { first: change, rest: view.redoStack };
  return { ...replay({ ...view, undone }, position, view.length), undoStack, redoStack };
}

function redo(view: CaseView, change: EventId, by: EventId): CaseView {
  const position = findPosition(view, change);
  if (position === undefined || !view.undone.has(change)) {
    return refuse(view, change, by);
  }
  const undone = view.undone.without(change);
  const redoStack = withoutItem(view.redoStack, change);
  const undoStack = insertByPosition(view, change, position);
  return { ...replay({ ...view, undone }, position, view.length), undoStack, redoStack };
}

function refuse(view: CaseView, id: EventId, event: EventId): CaseView {
  return { ...view, undoFlags: { first: { event, type: "not-undoable", id }, rest: view.undoFlags } };
}

function withoutItem(chain: Chain<EventId>, id: EventId): Chain<EventId> {
  const passed: EventId[] = [];
  let link = chain;
  while (link !== undefined && link.first !== id) {
    passed.push(link.first);
    link = link.rest;
  }
  if (link === undefined) return chain;
  return putBack(passed, link.rest);
}

function insertByPosition(view: CaseView, id: EventId, position: number): Chain<EventId> {
  const passed: EventId[] = [];
  let link = view.undoStack;
  while (link !== undefined && (view.log.positions.get(link.first) ?? 0) > position) {
    passed.push(link.first);
    link = link.rest;
  }
  return putBack(passed, { first: id, rest: link });
}

function putBack(passed: readonly EventId[], rest: Chain<EventId>): Chain<EventId> {
  let chain = rest;
  for (const id of passed.toReversed()) chain = { first: id, rest: chain };
  return chain;
}

/** The flags of the case, and of the undo and redo events that could do nothing. */
export function readFlags(view: CaseView): readonly RecordFlag[] {
  return [...chainToArray(view.state.flags), ...chainToArray(view.undoFlags)];
}

/** What to write into a `text-revise` event: the corrected note with its sentence ids. */
export function draftRevision(view: CaseView, text: string): Pick<TextReviseEvent, "text" | "sentences"> {
  const before = view.state.text ?? readCaseText("");
  const revised = reviseCaseText({ ...before, nextNumber: view.nextSentence }, text);
  return { text, sentences: Array.from(revised.sentences, ({ id, start, end }) => ({ id, start, end })) };
}
