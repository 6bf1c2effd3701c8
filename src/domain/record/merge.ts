/**
 * Two copies of a record become one: the union of their events by id, in one order for everybody. Commutative,
 * associative and idempotent, so it does not matter who merges what with whom, nor how often.
 */
import type { RecordEvent } from "./events.ts";

/** Causes first (`order`), then by id, the same on every device. */
export function compareEvents(left: RecordEvent, right: RecordEvent): number {
  return left.order - right.order || compareText(left.id, right.id);
}

/** The events of all copies, each id once, in record order. */
export function mergeRecords(...copies: readonly (readonly RecordEvent[])[]): readonly RecordEvent[] {
  const byId = new Map<string, RecordEvent>();
  for (const event of copies.flat()) {
    const known = byId.get(event.id);
    byId.set(event.id, known === undefined ? event : chooseEvent(known, event));
  }
  return [...byId.values()].toSorted(compareEvents);
}

/** Two different events under one id are damage or forgery; both copies must still settle on the same one. */
function chooseEvent(left: RecordEvent, right: RecordEvent): RecordEvent {
  if (left === right) return left;
  return compareText(toCanonicalText(left), toCanonicalText(right)) <= 0 ? left : right;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The same text for the same content, whatever order its fields were written in. */
export function toCanonicalText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted((left, right) => compareText(left[0], right[0])))
      : part,
  );
}
