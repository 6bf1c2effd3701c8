/**
 * A record as the beginning of another case: the same events, stamped anew. Who did what and when stays as it was, for
 * a copy is no new work; only its creation is of now, by who copies it.
 */
import type { Author, EventId, RecordEvent } from "./events.ts";
import { mergeRecords } from "./merge.ts";

export type CopyOptions = {
  readonly title: string;
  readonly author: Author;
  readonly time: number;
  readonly newId: () => string;
};

/** The events of the copy; undefined for a record that never began. What events say about each other is kept. */
export function copyRecord(
  events: readonly RecordEvent[],
  { title, author, time, newId }: CopyOptions,
): readonly RecordEvent[] | undefined {
  const merged = mergeRecords(events);
  const create = merged.find(({ type }) => type === "case-create");
  if (create?.type !== "case-create") return undefined;
  // What strayed in from another case counts for nothing in this one.
  const own = merged.filter((event) => event.caseId === create.caseId);
  const caseId = newId();
  const ids = new Map(Array.from(own, ({ id }) => [id, newId()]));
  // One that names an event which was lost goes on naming nothing.
  const renamed = (id: EventId): EventId => ids.get(id) ?? id;
  const first: RecordEvent = { ...create, id: renamed(create.id), caseId, order: 1, title, author, time };
  const others = own.filter((event) => event !== create);
  return [
    first,
    ...others.map((event, index): RecordEvent => ({
      ...renameReferences(event, renamed),
      ...(event.together === undefined ? {} : { together: renamed(event.together) }),
      id: renamed(event.id),
      caseId,
      // In the order in which they count, so that new ids cannot turn two around that were written at once.
      order: index + 2,
    })),
  ];
}

function renameReferences(event: RecordEvent, renamed: (id: EventId) => EventId): RecordEvent {
  switch (event.type) {
    case "run-start":
      return event.revision === undefined ? event : { ...event, revision: renamed(event.revision) };
    case "branch-start":
      return event.from === undefined ? event : { ...event, from: renamed(event.from) };
    case "change-undo":
    case "change-redo":
      return { ...event, change: renamed(event.change) };
    default:
      return event;
  }
}
