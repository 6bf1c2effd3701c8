/**
 * The events of a case on their way to the page, as one text: reading it costs the page's main thread half of what copying
 * thousands of small objects would.
 */
import type { RecordEvent } from "../../domain/record/events.ts";
import { invariant } from "../../shared/assert.ts";

/** The worker's side. */
export function packEvents(events: readonly RecordEvent[]): string {
  return JSON.stringify(events);
}

/** The page's side. The worker of this build read each event before it packed them. */
export function unpackEvents(text: string): readonly RecordEvent[] {
  const events: unknown = JSON.parse(text);
  invariant(isList(events), "the worker packs a list");
  return events;
}

/** What was handed out before anything looked into it may be anything; then it counts for nothing. */
export function unpackAhead(texts: readonly string[]): readonly RecordEvent[] {
  try {
    return texts.flatMap(unpackEvents);
  } catch {
    return [];
  }
}

function isList(value: unknown): value is readonly RecordEvent[] {
  return Array.isArray(value);
}
