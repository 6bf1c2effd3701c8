/** Writes all cases into one encrypted file, case by case, so that the memory holds one at a time. */
import type { BackupFile } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { toBytes, type Bytes } from "../bytes.ts";
import { labelRecord, LABEL_SEQ, readLabel } from "../cases/case-list.ts";
import { loadCase } from "../cases/load-case.ts";
import { findHeader, requireOpen, type CoreState, type OpenVault } from "../core/core-state.ts";
import { changeSettings, readSettings } from "../core/settings.ts";
import { listCases } from "../core/cases.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { MOST_FILE_BYTES, writeFrame, writeLead, type FrameKind } from "./container.ts";
import { hashEvents, type EventsFrame, type Manifest, type ManifestCase } from "./manifest.ts";

/** Events are written in frames of about so many characters: a piece that any device can open. */
const FRAME_CHARACTERS = 1_000_000;
/** Pieces so large are handed to the browser, which may keep them on disk. */
const PART_BYTES = 16_000_000;

type Writer = {
  readonly open: OpenVault;
  readonly binding: Bytes;
  parts: Blob[];
  pending: Bytes[];
  pendingBytes: number;
  bytes: number;
  frames: number;
};

/** The backup of everything that is kept, and the note that there is one. */
export async function makeBackup(core: CoreState): Promise<Result<BackupFile, VaultError>> {
  const open = requireOpen(core);
  if (!open.ok) return open;
  const header = await findHeader(core);
  if (!header.ok) return header;
  // A temporary workspace has a key of its own, which is in no header: nothing could open the file.
  if (header.value === undefined || open.value.isTemporary) return err({ type: "vault-absent" });
  const listed = await listCases(core);
  if (!listed.ok) return listed;
  const { lead, binding } = await writeLead(JSON.stringify(header.value));
  const writer: Writer = {
    open: open.value,
    binding,
    parts: [],
    pending: [lead],
    pendingBytes: 0,
    bytes: lead.byteLength,
    frames: 0,
  };
  const cases: ManifestCase[] = [];
  for (const { id } of listed.value) {
    core.onNotice({ type: "progress", done: cases.length, total: listed.value.length });
    const written = await writeCase(writer, id);
    if (!written.ok) return written;
    cases.push(written.value);
    if (writer.bytes > MOST_FILE_BYTES) {
      return err({ type: "backup-too-large", bytes: writer.bytes, most: MOST_FILE_BYTES });
    }
  }
  return finish(core, writer, cases);
}

async function writeCase(writer: Writer, id: string): Promise<Result<ManifestCase, VaultError>> {
  const { rows, key } = writer.open;
  const row = await rows.read("cases", { group: id, seq: LABEL_SEQ });
  if (!row.ok) return err(toVaultError(row.error));
  const loaded = await loadCase(rows, key, id);
  if (!loaded.ok) return err(toVaultError(loaded.error));
  if (loaded.value.isNewer) return err({ type: "vault-outdated-page" });
  const { events } = loaded.value;
  const label = (row.value && (await readLabel(key, row.value))) ?? labelRecord(id, events);
  for (const part of splitEvents(events)) {
    const frame: EventsFrame = { caseId: id, events: part };
    await addFrame(writer, "events", frame);
  }
  return ok({ ...label, events: events.length, hash: await hashEvents(events) });
}

/** Events in pieces of a bounded length, in their order. */
export function splitEvents(events: readonly RecordEvent[]): readonly (readonly RecordEvent[])[] {
  const parts: RecordEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const length = JSON.stringify(event).length;
    if (parts.length === 0 || room < length) {
      parts.push([]);
      room = FRAME_CHARACTERS;
    }
    parts.at(-1)?.push(event);
    room -= length;
  }
  return parts;
}

async function addFrame(writer: Writer, kind: FrameKind, content: EventsFrame | Manifest): Promise<void> {
  const { open, binding, frames: number } = writer;
  const frame = await writeFrame(open.key, binding, { kind, number }, toBytes(JSON.stringify(content)));
  writer.frames += 1;
  writer.bytes += frame.byteLength;
  writer.pending.push(frame);
  writer.pendingBytes += frame.byteLength;
  if (writer.pendingBytes >= PART_BYTES) flush(writer);
}

function flush(writer: Writer): void {
  writer.parts.push(new Blob(writer.pending));
  writer.pending = [];
  writer.pendingBytes = 0;
}

async function finish(
  core: CoreState,
  writer: Writer,
  cases: readonly ManifestCase[],
): Promise<Result<BackupFile, VaultError>> {
  const settings = await readSettings(core);
  const profiles = settings.ok ? settings.value.profiles : [];
  const madeAt = core.now();
  await addFrame(writer, "manifest", { madeAt, frames: writer.frames, cases, profiles });
  flush(writer);
  core.onNotice({ type: "progress", done: cases.length, total: cases.length });
  // A note that could not be written only brings the reminder back sooner.
  if (core.open?.rows.isReadOnly === false) await changeSettings(core, { lastBackupAt: madeAt });
  const day = new Date(madeAt).toISOString().slice(0, 10);
  return ok({
    blob: new Blob(writer.parts, { type: "application/octet-stream" }),
    name: `curbside-${day}.curbside-backup`,
    cases: cases.length,
    events: cases.reduce((sum, { events }) => sum + events, 0),
  });
}
