/**
 * The events that the proofs write: the one at each place follows from the case and the place alone, so that whoever
 * reads it back knows what it must be. Every everyday kind is among them, thinking in chunks as long as a run's.
 */
import type { RecordEvent } from "../../src/domain/record/events.ts";
import { createSampleEvent } from "../../src/domain/record/sample-record.ts";

const CHUNK_LENGTH = 1200;

/** The event at a place of a case's record; the first creates the case. */
export function createProofEvent(caseId: string, place: number): RecordEvent {
  const event: RecordEvent = { ...createSampleEvent(place), caseId, id: `${caseId}.${place}` };
  if (event.type !== "thinking-append") return event;
  const words = `${event.id} weighs the findings; `;
  return { ...event, text: words.repeat(Math.ceil(CHUNK_LENGTH / words.length)) };
}

/** The place of an event of a proof. */
export function placeOfEvent({ id }: RecordEvent): number {
  return Number(id.slice(id.lastIndexOf(".") + 1));
}
