/**
 * Carries out a plan: adds the events that are not here, case by case, and changes nothing that is. Stopped half way, it
 * has added whole cases; done again, it adds the rest.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import {
  labelRecord,
  LABEL_SEQ,
  latestTime,
  writeLabel,
  writeSize,
  type CaseLabel,
} from "../cases/case-list.ts";
import { GENESIS, writeEventRow } from "../cases/event-rows.ts";
import type { CaseReader } from "../cases/session-state.ts";
import { forget, ignoreNews, startSession, tellList } from "../core/cases.ts";
import {
  connect,
  findHeader,
  holdVault,
  requireWritable,
  toHeaderRow,
  type CoreState,
  type OpenVault,
} from "../core/core-state.ts";
import { changeSettings, readSettings } from "../core/settings.ts";
import type { RowChange } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { splitEvents } from "./make-backup.ts";
import type { Manifest } from "./manifest.ts";
import type { RestoreWork } from "./plan-restore.ts";
import { readBackup } from "./read-backup.ts";

type Answer<Value> = Promise<Result<Value, VaultError>>;
export type Restored = { readonly events: number; readonly cases: number };

/** Adds what the plan of this id says. */
export async function restore(core: CoreState, planId: string): Answer<Restored> {
  const work = core.plans.get(planId);
  if (work === undefined) return err({ type: "backup-not-a-backup" });
  const open = await openForRestore(core, work);
  if (!open.ok) return open;
  const { manifest } = work;
  const labels = new Map(
    manifest.cases.map(({ events: _events, hash: _hash, ...label }) => [label.id, label]),
  );
  const total = manifest.cases.length;
  let [events, cases, done] = [0, 0, 0];
  const read = await readBackup(work, async (caseId, found) => {
    core.onNotice({ type: "progress", done, total });
    const added = await addCase(core, open.value, caseId, found, labels.get(caseId));
    if (!added.ok) return added;
    done += 1;
    events += added.value;
    cases += added.value > 0 ? 1 : 0;
    return ok(undefined);
  });
  tellList(core);
  if (!read.ok) return read;
  core.plans.delete(planId);
  await addProfiles(core, manifest);
  return ok({ events, cases });
}

/** Into no vault, a vault is made that the backup's own secrets open. */
async function openForRestore(core: CoreState, work: RestoreWork): Answer<OpenVault> {
  if (core.open !== undefined) return requireWritable(core);
  const header = await findHeader(core);
  if (!header.ok) return header;
  if (header.value !== undefined) return err({ type: "vault-locked" });
  const [rows, held] = [await connect(core), await holdVault(core)];
  if (!rows.ok) return rows;
  if (!held.ok) return held;
  const row = toHeaderRow(work.lead.header);
  const written = await rows.value.write([{ type: "add", store: "keys", row }], "strict");
  if (!written.ok) {
    return err(written.error.type === "row-taken" ? { type: "vault-exists" } : toVaultError(written.error));
  }
  core.open = { rows: rows.value, key: work.key, isTemporary: false };
  return ok(core.open);
}

/** Adds the events of one case that are not here; answers how many those were. */
async function addCase(
  core: CoreState,
  open: OpenVault,
  caseId: string,
  events: readonly RecordEvent[],
  label: CaseLabel | undefined,
): Answer<number> {
  const listed = await open.rows.readGroup("cases", caseId, LABEL_SEQ);
  if (!listed.ok) return err(toVaultError(listed.error));
  if (listed.value.length === 0) return addNewCase(open, caseId, events, label);
  const session = core.sessions.get(caseId) ?? startSession(core, open, caseId);
  const known = new Set<string>();
  const reader: CaseReader = { onNews: ignoreNews };
  const opened = await session.open(reader);
  if (!opened.ok) return opened;
  for (const { id } of opened.value.events) known.add(id);
  const fresh = events.filter(({ id }) => !known.has(id));
  const result = fresh.length === 0 ? ok(undefined) : await addThrough(session, fresh, reader);
  if (await session.leave(reader)) forget(core, session);
  return result.ok ? ok(fresh.length) : result;
}

async function addThrough(
  session: ReturnType<typeof startSession>,
  events: readonly RecordEvent[],
  from: CaseReader,
): Answer<undefined> {
  const taken = await session.takeOver();
  if (!taken.ok) return taken;
  for (const part of splitEvents(events)) {
    const added = await session.append(part, "strict", from);
    if (!added.ok) return added;
  }
  return ok(undefined);
}

/** A case that is not here, in one transaction. */
async function addNewCase(
  { rows, key }: OpenVault,
  caseId: string,
  events: readonly RecordEvent[],
  label: CaseLabel | undefined,
): Answer<number> {
  const changes: RowChange[] = [];
  let [head, bytes] = [GENESIS, 0];
  for (const part of splitEvents(events)) {
    const written = await writeEventRow(key, caseId, head, part);
    changes.push({ type: "add", store: "events", row: written.row });
    head = written.head;
    bytes += written.bytes;
  }
  const size = {
    changedAt: latestTime(events),
    events: events.length,
    bytes,
    seq: head.seq,
    repair: undefined,
  };
  changes.push(
    { type: "add", store: "cases", row: await writeLabel(key, label ?? labelRecord(caseId, events)) },
    { type: "add", store: "cases", row: await writeSize(key, caseId, size) },
  );
  const written = await rows.write(changes, "strict");
  return written.ok ? ok(events.length) : err(toVaultError(written.error));
}

async function addProfiles(core: CoreState, { profiles }: Manifest): Promise<void> {
  const settings = await readSettings(core);
  if (!settings.ok) return;
  const known = new Set(settings.value.profiles.map(({ id }) => id));
  const added = profiles.filter(({ id }) => !known.has(id));
  if (added.length > 0) await changeSettings(core, { profiles: [...settings.value.profiles, ...added] });
}
