/** What a session writes: everything that waits, as one row in one transaction. */
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { RowChange } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { latestTime, writeSize } from "./case-list.ts";
import { tell, type Pending, type SessionState } from "./session-state.ts";
import { writeEventRow } from "./event-rows.ts";
import { catchUp, sizeOf, snapshotLater } from "./session-reading.ts";

/** A long session is snapshot on its way, so that a killed one opens fast as well. */
const SNAPSHOT_EVERY_ROWS = 512;
/** How often a row may be found taken: once is a tab that stepped back late, more is none of ours. */
const MOST_TRIES = 3;

/** Writes what waits and answers each who asked. */
export async function writeQueue(state: SessionState): Promise<void> {
  const batch = state.queue.splice(0);
  if (batch.length === 0) return;
  const result = await writeBatch(state, batch);
  for (const { answer } of batch) answer(result);
  if (result.ok) state.bus.post({ type: "case-written", caseId: state.caseId, seq: state.head.seq });
  if (state.head.seq - state.covered >= SNAPSHOT_EVERY_ROWS) snapshotLater(state);
}

async function writeBatch(
  state: SessionState,
  batch: readonly Pending[],
): Promise<Result<undefined, VaultError>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (state.readRole() !== "writer") return err({ type: "vault-not-the-writer" });
    const fresh = pickFresh(state, batch);
    const isStrict = batch.some(({ durability }) => durability === "strict");
    if (fresh.length === 0 && !isStrict) return ok(undefined);
    const written = await writeRow(state, fresh, isStrict);
    if (written.ok) {
      tellOthers(state, batch, fresh);
      return ok(undefined);
    }
    if (written.error.type !== "row-taken") return err(toVaultError(written.error));
    // Somebody wrote there: nothing was written over, and theirs is read before ours follows it.
    const caught = await catchUp(state);
    if (!caught.ok) return caught;
  }
  return err({ type: "vault-write-failed" });
}

/** The events of the batch that the case does not have, each once. */
function pickFresh(state: SessionState, batch: readonly Pending[]): readonly RecordEvent[] {
  const seen = new Set<string>();
  return batch
    .flatMap(({ events }) => events)
    .filter(({ id }) => !state.ids.has(id) && !seen.has(id) && seen.add(id));
}

async function writeRow(state: SessionState, events: readonly RecordEvent[], isStrict: boolean) {
  const { rows, key, caseId } = state;
  const changes: RowChange[] = [];
  const next = { head: state.head, bytes: state.bytes, changedAt: state.changedAt };
  if (events.length > 0) {
    const written = await writeEventRow(key, caseId, state.head, events);
    changes.push({ type: "add", store: "events", row: written.row });
    next.head = written.head;
    next.bytes += written.bytes;
    next.changedAt = Math.max(next.changedAt, latestTime(events));
  }
  if (isStrict) {
    const count = state.ids.size + events.length;
    const row = await writeSize(key, caseId, { ...sizeOf(state), ...toSize(next), events: count });
    changes.push({ type: "put", store: "cases", row });
  }
  const result = await rows.write(changes, isStrict ? "strict" : "relaxed");
  if (!result.ok) return result;
  Object.assign(state, next);
  for (const { id } of events) state.ids.add(id);
  return result;
}

function toSize({ head, bytes, changedAt }: Pick<SessionState, "head" | "bytes" | "changedAt">) {
  return { seq: head.seq, bytes, changedAt };
}

/** Other readers in this same tab hear what they did not write themselves. */
function tellOthers(state: SessionState, batch: readonly Pending[], fresh: readonly RecordEvent[]): void {
  const isFresh = new Set(fresh);
  for (const { events, from } of batch) {
    const added = events.filter((event) => isFresh.has(event));
    if (added.length > 0) tell(state, { type: "events", events: added }, from);
  }
}
