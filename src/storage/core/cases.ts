/** The list of cases and the cases that are open. */
import type { CaseRole, CaseSummary, Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { invariant } from "../../shared/assert.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import {
  labelRecord,
  LABEL_SEQ,
  latestTime,
  readLabel,
  readSize,
  SIZE_SEQ,
  toSummary,
  writeLabel,
  writeSize,
  type CaseLabel,
  type CaseSize,
} from "../cases/case-list.ts";
import { createCaseSession, type CaseSession, type OpenedCase } from "../cases/case-session.ts";
import { GENESIS, writeEventRow } from "../cases/event-rows.ts";
import { loadCase } from "../cases/load-case.ts";
import type { CaseReader } from "../cases/session-state.ts";
import type { Row } from "../rows/row-store.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { packEvents } from "../worker/packed-events.ts";
import { alone, requireOpen, requireWritable, type CoreState, type OpenVault } from "./core-state.ts";

type Answer<Value> = Promise<Result<Value, VaultError>>;

const TELL_MS = 1000;

/** A case as it goes to the page, with the events that did not go ahead. */
export type PackedCase = Omit<OpenedCase, "events"> & { readonly events: string };

export type CaseChange = {
  readonly title?: string | undefined;
  readonly isArchived?: boolean | undefined;
  readonly isBinned?: boolean | undefined;
};

/** Every case that is kept, the one changed last first. */
export async function listCases(core: CoreState): Answer<readonly CaseSummary[]> {
  const open = requireOpen(core);
  if (!open.ok) return open;
  const rows = await open.value.rows.readAll("cases");
  if (!rows.ok) return err(toVaultError(rows.error));
  const ids = [...new Set(rows.value.map(({ group }) => group))];
  const summaries = await Promise.all(ids.map((id) => summarise(open.value, id, rows.value)));
  return ok(
    summaries
      .filter((summary) => summary !== undefined)
      .toSorted((left, right) => right.changedAt - left.changedAt || (left.id < right.id ? -1 : 1)),
  );
}

/** A new case of the events that begin it. */
export async function createCase(core: CoreState, events: readonly RecordEvent[]): Answer<CaseSummary> {
  const [first] = events;
  invariant(first?.type === "case-create", "a case begins with case-create");
  invariant(
    events.every(({ caseId }) => caseId === first.caseId),
    "all events are of one case",
  );
  const open = requireWritable(core);
  if (!open.ok) return open;
  const { rows, key } = open.value;
  const label = labelRecord(first.caseId, events);
  const event = await writeEventRow(key, first.caseId, GENESIS, events);
  const size: CaseSize = {
    changedAt: latestTime(events),
    events: new Set(events.map(({ id }) => id)).size,
    bytes: event.bytes,
    seq: event.head.seq,
    repair: undefined,
  };
  const written = await rows.write(
    [
      { type: "add", store: "events", row: event.row },
      { type: "add", store: "cases", row: await writeLabel(key, label) },
      { type: "add", store: "cases", row: await writeSize(key, first.caseId, size) },
    ],
    "strict",
  );
  if (!written.ok) return err(toVaultError(written.error));
  tellList(core);
  return ok(toSummary(label, size));
}

/** Opens a case for the reader of this number. */
export async function openCase(core: CoreState, caseId: string, handle: number): Answer<PackedCase> {
  const open = requireOpen(core);
  if (!open.ok) return open;
  const session = core.sessions.get(caseId) ?? startSession(core, open.value, caseId);
  const reader: CaseReader = { onNews: (news) => core.onNotice({ type: "case", handle, news }) };
  const opened = await session.open(reader, (texts) => core.onNotice({ type: "case-ahead", handle, texts }));
  if (opened.ok) core.handles.set(handle, { session, reader });
  else if (await session.leave(reader)) core.sessions.delete(caseId);
  if (!opened.ok) return opened;
  const { events, ahead } = opened.value;
  return ok({ ...opened.value, events: packEvents(events.slice(ahead)) });
}

/** Adds events through an open case. */
export async function append(
  core: CoreState,
  handle: number,
  events: readonly RecordEvent[],
  durability: Durability,
): Answer<undefined> {
  const opened = core.handles.get(handle);
  if (opened === undefined) return err({ type: "vault-case-missing" });
  const result = await opened.session.append(events, durability, opened.reader);
  if (result.ok && durability === "strict") void tellListLater(core);
  return result;
}

/** Makes this tab the writer. */
export async function takeOver(core: CoreState, handle: number): Answer<CaseRole> {
  const opened = core.handles.get(handle);
  if (opened === undefined) return err({ type: "vault-case-missing" });
  const result = await opened.session.takeOver();
  return result.ok ? ok("writer") : result;
}

/** One reader less. */
export async function closeCase(core: CoreState, handle: number): Answer<undefined> {
  const opened = core.handles.get(handle);
  core.handles.delete(handle);
  if (opened !== undefined && (await opened.session.leave(opened.reader))) forget(core, opened.session);
  return ok(undefined);
}

/** Changes what is said of a case. */
export function changeCase(core: CoreState, caseId: string, change: CaseChange): Answer<CaseSummary> {
  return alone(core, "list", async () => {
    const open = requireWritable(core);
    if (!open.ok) return open;
    const { rows, key } = open.value;
    const listed = await rows.readGroup("cases", caseId, LABEL_SEQ);
    if (!listed.ok) return err(toVaultError(listed.error));
    const found = await readOrRebuild(open.value, caseId, listed.value);
    if (found === undefined) return err({ type: "vault-case-missing" });
    const label = applyChange(found.label, change, core.now());
    const row = await writeLabel(key, label);
    const written = await rows.write([{ type: "put", store: "cases", row }], "strict");
    if (!written.ok) return err(toVaultError(written.error));
    tellList(core);
    return ok(toSummary(label, found.size));
  });
}

/** Removes a case for good. Whoever writes it steps back first, so that nothing is written after it is gone. */
export async function destroyCase(core: CoreState, caseId: string): Answer<undefined> {
  const open = requireWritable(core);
  if (!open.ok) return open;
  const session = core.sessions.get(caseId) ?? startSession(core, open.value, caseId);
  const reader: CaseReader = { onNews: ignoreNews };
  const opened = await session.open(reader);
  if (!opened.ok && opened.error.type === "vault-case-missing") return opened;
  await session.takeOver();
  const written = await open.value.rows.write(
    (["events", "snapshots", "aside", "cases"] as const).map((store) => ({
      type: "remove",
      store,
      group: caseId,
      from: 0,
    })),
    "strict",
  );
  if (!written.ok) {
    if (await session.leave(reader)) core.sessions.delete(caseId);
    return err(toVaultError(written.error));
  }
  core.bus.post({ type: "case-destroyed", caseId });
  endCase(core, caseId);
  tellList(core);
  return ok(undefined);
}

/** A case is gone, here or in another tab. */
export function endCase(core: CoreState, caseId: string): void {
  const session = core.sessions.get(caseId);
  core.sessions.delete(caseId);
  session?.end();
  for (const [handle, opened] of core.handles) if (opened.session === session) core.handles.delete(handle);
}

/** Tells this page and the other tabs that the list is not what it was. */
export function tellList(core: CoreState): void {
  core.bus.post({ type: "cases-changed" });
  core.onNotice({ type: "cases-changed" });
}

/** A run writes many times a second; that a case was written lately is news once. */
async function tellListLater(core: CoreState): Promise<void> {
  if (core.isTelling) return;
  core.isTelling = true;
  await core.wait(TELL_MS);
  core.isTelling = false;
  tellList(core);
}

/** The session of a case that nobody here has open yet. */
export function startSession(core: CoreState, open: OpenVault, caseId: string): CaseSession {
  const { locks, bus, now, wait } = core;
  invariant(locks !== undefined, "an open vault has locks");
  const { rows, key } = open;
  const session = createCaseSession({ caseId, key, rows, locks, bus, now, wait });
  core.sessions.set(caseId, session);
  return session;
}

/** For those who open a case only to write or to remove it. */
export function ignoreNews(): void {}

/** Ends a session that nobody reads any more. */
export function forget(core: CoreState, session: CaseSession): void {
  for (const [caseId, known] of core.sessions) if (known === session) core.sessions.delete(caseId);
}

function applyChange(label: CaseLabel, change: CaseChange, now: number): CaseLabel {
  const binnedAt = change.isBinned === true ? (label.binnedAt ?? now) : undefined;
  return {
    ...label,
    title: change.title ?? label.title,
    isArchived: change.isArchived ?? label.isArchived,
    binnedAt: change.isBinned === undefined ? label.binnedAt : binnedAt,
  };
}

async function summarise(open: OpenVault, id: string, all: readonly Row[]): Promise<CaseSummary | undefined> {
  const found = await readOrRebuild(
    open,
    id,
    all.filter(({ group }) => group === id),
  );
  return found && toSummary(found.label, found.size);
}

/** A list row that cannot be read is made again from the record itself, which says the same and more. */
async function readOrRebuild(open: OpenVault, id: string, rows: readonly Row[]) {
  const { key } = open;
  const [labelRow, sizeRow] = [LABEL_SEQ, SIZE_SEQ].map((seq) => rows.find((row) => row.seq === seq));
  if (labelRow === undefined && sizeRow === undefined) return undefined;
  const label = labelRow && (await readLabel(key, labelRow));
  const size = sizeRow && (await readSize(key, sizeRow));
  if (label !== undefined && size !== undefined) return { label, size };
  const loaded = await loadCase(open.rows, key, id);
  if (!loaded.ok) return undefined;
  const { events, bytes, head } = loaded.value;
  const counted: CaseSize = {
    changedAt: latestTime(events),
    events: events.length,
    bytes,
    seq: head.seq,
    repair: undefined,
  };
  return { label: label ?? labelRecord(id, events), size: size ?? counted };
}
