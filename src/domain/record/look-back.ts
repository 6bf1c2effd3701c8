/**
 * The case as it stood after any of its events. What was undone later is shown as it stood then; what was undone before
 * is not. Only the states since the last usable checkpoint are computed again, so looking back costs little however
 * long the record is.
 */
import type { Chain } from "./chain.ts";
import { isUndoable } from "./events.ts";
import type { EventId, RecordEvent } from "./events.ts";
import { replay } from "./fold.ts";
import type { CaseView } from "./fold.ts";
import { createPersistentMap } from "./persistent-map.ts";

/** What undo and redo had done by then. */
type Changes = Pick<CaseView, "undone" | "undoStack" | "redoStack" | "undoFlags">;

/** The view after the first `length` events of `view`: what folding those alone would have given. */
export function viewAt(view: CaseView, length: number): CaseView {
  const end = Math.min(view.length, Math.max(0, length));
  if (end === view.length) return view;
  const changes = readChanges(view, end);
  const from = Math.min(end, firstDifference(view, changes.undone));
  return { ...replay({ ...view, ...changes }, from, end), length: end };
}

/** Undo and redo alone, without the states between: a walk over the events that keeps what stands. */
function readChanges({ log: { events, positions } }: CaseView, end: number): Changes {
  const undone = new Set<EventId>();
  let redo: EventId[] = [];
  let undoFlags: CaseView["undoFlags"];
  for (const [position, event] of events.slice(0, end).entries()) {
    if (isUndoable(event)) redo = [];
    if (event.type !== "change-undo" && event.type !== "change-redo") continue;
    const { change } = event;
    const target = positions.get(change) ?? position;
    const isAllowed =
      target < position &&
      (event.type === "change-undo" ? canUndo(events[target], undone) : undone.has(change));
    if (!isAllowed) {
      undoFlags = { first: { event: event.id, type: "not-undoable", id: change }, rest: undoFlags };
    } else if (event.type === "change-undo") {
      undone.add(change);
      redo.push(change);
    } else {
      undone.delete(change);
      redo = redo.filter((id) => id !== change);
    }
  }
  const standing = events.slice(0, end).filter((event) => isUndoable(event) && !undone.has(event.id));
  return {
    undone: [...undone].reduce((map, id) => map.with(id, true), createPersistentMap<true>()),
    undoStack: toChain(standing.map(({ id }) => id)),
    redoStack: toChain(redo),
    undoFlags,
  };
}

function canUndo(event: RecordEvent | undefined, undone: ReadonlySet<EventId>): boolean {
  return event !== undefined && isUndoable(event) && !undone.has(event.id);
}

/** Checkpoints after the first event that stands in one of the two and not in the other are of no use. */
function firstDifference({ undone, log }: CaseView, then: CaseView["undone"]): number {
  let first = Number.POSITIVE_INFINITY;
  const note = (id: EventId): void => {
    first = Math.min(first, log.positions.get(id) ?? first);
  };
  for (const id of undone.keys()) if (!then.has(id)) note(id);
  for (const id of then.keys()) if (!undone.has(id)) note(id);
  return first;
}

/** The last item comes first. */
function toChain(items: readonly EventId[]): Chain<EventId> {
  let chain: Chain<EventId>;
  for (const item of items) chain = { first: item, rest: chain };
  return chain;
}
