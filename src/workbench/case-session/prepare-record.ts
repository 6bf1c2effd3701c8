/**
 * Folds a record while the vault is still reading it event by event. What is folded is shown only if the vault then
 * answers with these very events; else the fold is thrown away and what it answered with is folded.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { appendEvent, type CaseView, foldRecord } from "../../domain/record/fold.ts";
import { compareEvents } from "../../domain/record/merge.ts";

export type PreparedRecord = { readonly events: readonly RecordEvent[]; readonly view: CaseView };

/** Undefined where nothing can be made of it: nobody has looked yet whether this release knows all that is said. */
export function prepareRecord(events: readonly RecordEvent[]): PreparedRecord | undefined {
  try {
    return { events, view: foldRecord(events) };
  } catch {
    return undefined;
  }
}

/** The view of these events, from what was prepared as far as it is the same. */
export function viewOf(events: readonly RecordEvent[], prepared?: PreparedRecord): CaseView {
  if (prepared === undefined || !prepared.events.every((event, at) => event === events[at]))
    return foldRecord(events);
  const added = events.slice(prepared.events.length);
  // Events from elsewhere may belong in between, and each would fold all of it anew.
  const isInOrder = added.every((event, at) => {
    const before = added[at - 1] ?? prepared.view.log.events.at(-1);
    return before === undefined || compareEvents(before, event) < 0;
  });
  return isInOrder ? added.reduce(appendEvent, prepared.view) : foldRecord(events);
}
