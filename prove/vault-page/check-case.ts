/** Reads a case back and holds every event of it to what was written. */
import type { Vault } from "../../src/contracts/vault.ts";
import { toCanonicalText } from "../../src/domain/record/merge.ts";
import { createProofEvent, placeOfEvent } from "./proof-event.ts";

export type CaseCheck = {
  /** Places that were acknowledged and are not there. */
  readonly lost: readonly number[];
  /** In words, what is wrong with the case; undefined where nothing is. */
  readonly fault: string | undefined;
  readonly events: number;
  readonly bytesRead: number;
};

/** Checks one case; one that nobody acknowledged may be missing. */
export async function checkCase(
  vault: Vault,
  caseId: string,
  acknowledged: readonly number[],
): Promise<CaseCheck> {
  const opened = await vault.openCase(caseId);
  if (!opened.ok) {
    const isFine = opened.error.type === "vault-case-missing" && acknowledged.length === 0;
    const fault = isFine ? undefined : opened.error.type;
    return { lost: acknowledged, fault, events: 0, bytesRead: 0 };
  }
  const { events, repair } = opened.value;
  const places = new Set(events.map(placeOfEvent));
  const isOther = events.some(
    (event) => toCanonicalText(event) !== toCanonicalText(createProofEvent(caseId, placeOfEvent(event))),
  );
  const isRepeated = places.size !== events.length;
  const result: CaseCheck = {
    lost: acknowledged.filter((place) => !places.has(place)),
    fault: isOther
      ? "other-words"
      : isRepeated
        ? "repeated"
        : repair && `${repair.lostRows} rows could not be read`,
    events: events.length,
    bytesRead: JSON.stringify(events).length,
  };
  await opened.value.close();
  return result;
}
