/** What a session reads: the whole case when it is opened, what other tabs added since, and what is broken. */
import type { CaseRepair } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Row, RowChange } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { LABEL_SEQ, latestTime, readSize, SIZE_SEQ, writeSize, type CaseSize } from "./case-list.ts";
import { inTurn, tell, type SessionState } from "./session-state.ts";
import { readEventRows, type ReadRows } from "./event-rows.ts";
import { loadCase, type LoadedCase, type Opening } from "./load-case.ts";
import { SNAPSHOT_ROWS, writeSnapshot } from "./snapshots.ts";

/** Reads the case from its first event on, and mends its end if this tab may write. */
export async function readCase(
  state: SessionState,
  opening: Opening,
): Promise<Result<Pick<LoadedCase, "events" | "ahead">, VaultError>> {
  const { rows, key, caseId } = state;
  // The size is asked for before the rows: a writer in another tab may add to both in between.
  const [sizeRow, loaded] = await Promise.all([
    rows.read("cases", { group: caseId, seq: SIZE_SEQ }),
    loadCase(rows, key, caseId, opening),
  ]);
  if (!sizeRow.ok) return err(toVaultError(sizeRow.error));
  const size = sizeRow.value && (await readSize(key, sizeRow.value));
  if (!loaded.ok) return err(toVaultError(loaded.error));
  if (loaded.value.isNewer) return err({ type: "vault-outdated-page" });
  const { events, ahead, head, bytes, covered, broken } = loaded.value;
  if (events.length === 0 && broken === undefined && sizeRow.value === undefined) {
    const label = await rows.read("cases", { group: caseId, seq: LABEL_SEQ });
    if (label.ok && label.value === undefined) return err({ type: "vault-case-missing" });
  }
  Object.assign(state, { head, bytes, covered, changedAt: size?.changedAt ?? latestTime(events) });
  state.repair = size?.repair;
  // Whoever has it open already hears of what this reading was the first to see.
  const added = events.filter(({ id }) => !state.ids.has(id));
  if (added.length > 0) tell(state, { type: "events", events: added });
  state.ids.clear();
  for (const { id } of events) state.ids.add(id);
  const lostRows = broken?.rows ?? Math.max(0, (size?.seq ?? 0) - head.seq);
  if (lostRows === 0) return ok({ events, ahead });
  state.repair = { foundAt: state.now(), lostRows, keptEvents: events.length };
  if (state.readRole() === "writer") await cut(state, broken);
  return ok({ events, ahead });
}

/** Reads what was written since, and tells the readers. */
export async function catchUp(state: SessionState): Promise<Result<undefined, VaultError>> {
  const { rows, key, caseId, head } = state;
  if (state.isClosed) return ok(undefined);
  const added = await rows.readGroup("events", caseId, head.seq + 1);
  if (!added.ok) return err(toVaultError(added.error));
  const read = await readEventRows(key, caseId, head, added.value);
  // A later release writes in another tab: this page cannot follow it.
  if (read.isNewer) return err({ type: "vault-outdated-page" });
  const events = read.events.filter(({ id }) => !state.ids.has(id));
  Object.assign(state, { head: read.head, bytes: state.bytes + read.bytes });
  state.changedAt = Math.max(state.changedAt, latestTime(events));
  for (const { id } of events) state.ids.add(id);
  if (events.length > 0) tell(state, { type: "events", events });
  if (read.broken !== undefined && state.readRole() === "writer") {
    state.repair = { foundAt: state.now(), lostRows: read.broken.rows, keptEvents: state.ids.size };
    await cut(state, read.broken);
  }
  return ok(undefined);
}

/** The size of the case as this session knows it. */
export function sizeOf({ ids, bytes, changedAt, head, repair }: SessionState): CaseSize {
  return { events: ids.size, bytes, changedAt, seq: head.seq, repair };
}

/** Puts aside what follows the last row that belongs: out of the chain's way, and not destroyed. */
async function cut(state: SessionState, broken: ReadRows["broken"]): Promise<void> {
  const { rows, key, caseId } = state;
  const changes: RowChange[] = [
    { type: "put", store: "cases", row: await writeSize(key, caseId, sizeOf(state)) },
  ];
  if (broken !== undefined) {
    const [bad, aside] = await Promise.all([
      rows.readGroup("events", caseId, broken.from),
      rows.readGroup("aside", caseId, 0),
    ]);
    if (!bad.ok || !aside.ok) return;
    const next = (aside.value.at(-1)?.seq ?? 0) + 1;
    for (const [index, row] of bad.value.entries()) {
      changes.push({ type: "add", store: "aside", row: asideRow(row, next + index, state.repair) });
    }
    changes.push(
      { type: "remove", store: "events", group: caseId, from: broken.from },
      { type: "remove", store: "snapshots", group: caseId, from: broken.from },
    );
  }
  // Not written, it is found again the next time.
  await rows.write(changes, "strict");
}

function asideRow(row: Row, seq: number, repair: CaseRepair | undefined): Row {
  return { ...row, seq, wasSeq: row.seq, foundAt: repair?.foundAt ?? 0 };
}

/** Writes a snapshot of what none covers yet, once that is worth it and nothing else is to be done. */
export function snapshotLater(state: SessionState): void {
  if (state.readRole() !== "writer" || state.head.seq - state.covered < SNAPSHOT_ROWS) return;
  void inTurn(state, () => snapshot(state));
}

async function snapshot(state: SessionState): Promise<void> {
  const { rows, key, caseId, covered } = state;
  if (state.isClosed || state.readRole() !== "writer" || state.head.seq - covered < SNAPSHOT_ROWS) return;
  const loaded = await loadCase(rows, key, caseId);
  if (!loaded.ok || loaded.value.covered !== covered) return;
  const { head, tail } = loaded.value;
  const row = await writeSnapshot(key, caseId, covered, head, tail);
  const written = await rows.write([{ type: "put", store: "snapshots", row }], "relaxed");
  if (written.ok) state.covered = head.seq;
}
