/** Edits one case beside other tabs that do the same: takes over, writes some, lets others write, as people would. */
import type { OpenCase, Vault } from "../../src/contracts/vault.ts";
import { EVENT_VERSION, MAIN_BRANCH, type RecordEvent } from "../../src/domain/record/events.ts";
import { createSeededChance } from "../../src/shared/chance.ts";

/** The most edits before another tab gets its turn. */
const LONGEST_BURST = 25;

export type Editing = {
  readonly caseId: string;
  readonly tab: number;
  /** Edits of this tab before the first and behind the last of this call. */
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  /** Only the control: counts what it asked for as kept, whatever the vault says. */
  readonly believesItself: boolean;
  readonly report: (place: number) => void;
};

export type ReadIds = { readonly ids: readonly string[]; readonly fault: string | undefined };
export type WritersSeen = { readonly most: number; readonly looks: number };

/** Id of an edit: whoever makes it again makes the same one. */
export function idOfEdit(caseId: string, tab: number, place: number): string {
  return `${caseId}.${tab}.${place}`;
}

function createEdit(caseId: string, tab: number, place: number): RecordEvent {
  const target = { type: "case", id: "", quote: "", start: 0 } as const;
  const annotation = {
    id: `a${tab}.${place}`,
    branch: MAIN_BRANCH,
    target,
    comment: `edit ${place} of tab ${tab}`,
  };
  return {
    version: EVENT_VERSION,
    id: idOfEdit(caseId, tab, place),
    order: place + 2,
    time: place,
    author: { kind: "clinician", profile: `tab ${tab}` },
    caseId,
    type: "annotation-make",
    annotation,
  };
}

/** Makes all its edits, whoever else writes. */
export async function editCase(vault: Vault, editing: Editing): Promise<void> {
  const { caseId, to } = editing;
  const opened = await vault.openCase(caseId);
  if (!opened.ok) throw new Error(`The case did not open: ${opened.error.type}`);
  const chance = createSeededChance(editing.seed);
  let place = editing.from;
  while (place < to) {
    if (opened.value.readRole() === "follower") {
      const taken = await opened.value.takeOver();
      if (!taken.ok) throw new Error(`Could not take over: ${taken.error.type}`);
    }
    const burst = Math.min(to, place + 1 + Math.floor(chance.next() * LONGEST_BURST));
    place = await writeBurst(opened.value, { ...editing, from: place, to: burst });
    await new Promise((resolve) => setTimeout(resolve, chance.next() * 60));
  }
  await opened.value.close();
}

/** Answers how far it got before another tab took over. */
async function writeBurst(opened: OpenCase, editing: Editing): Promise<number> {
  const { caseId, tab, from, to, believesItself, report } = editing;
  for (let place = from; place < to; place += 1) {
    const kept = await opened.append([createEdit(caseId, tab, place)], "strict");
    if (believesItself) {
      report(place);
      continue;
    }
    if (!kept.ok && kept.error.type === "vault-not-the-writer") return place;
    if (!kept.ok) throw new Error(`Could not write: ${kept.error.type}`);
    report(place);
  }
  return to;
}

/** All ids of the case, in the order of its record. */
export async function readIds(vault: Vault, caseId: string): Promise<ReadIds> {
  const opened = await vault.openCase(caseId);
  if (!opened.ok) return { ids: [], fault: opened.error.type };
  const { events, repair } = opened.value;
  const ids = events.map(({ id }) => id);
  await opened.value.close();
  return { ids, fault: repair && `${repair.lostRows} rows could not be read` };
}

/** Looks again and again who holds the lock. */
export async function watchWriters(caseId: string, ms: number): Promise<WritersSeen> {
  const endMs = performance.now() + ms;
  let most = 0;
  let looks = 0;
  while (performance.now() < endMs) {
    const { held = [] } = await navigator.locks.query();
    const writers = new Set(
      held.filter(({ name }) => name === `curbside-case:${caseId}`).map(({ clientId }) => clientId),
    );
    most = Math.max(most, writers.size);
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { most, looks };
}
