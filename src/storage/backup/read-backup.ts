/** Opens a backup and gives its cases one after the other, each checked against what the manifest must say of it. */
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { readEvent } from "../../domain/record/read-event.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { toText } from "../bytes.ts";
import { parseJson } from "../cases/sealed-json.ts";
import { hashEvents, readEventsFrame, readManifest, type Manifest } from "./manifest.ts";
import { readFrames, type BackupLead, type Frame } from "./read-container.ts";

export type BackupSource = { readonly file: Blob; readonly lead: BackupLead; readonly key: CryptoKey };

/** What takes a case as it comes out of the file. */
export type OnCase = (
  caseId: string,
  events: readonly RecordEvent[],
) => Promise<Result<undefined, VaultError>>;

type Reading = {
  caseId: string | undefined;
  events: RecordEvent[];
  readonly found: Map<string, { readonly events: number; readonly hash: string }>;
  frames: number;
  manifest: Manifest | undefined;
  /** What ended the reading, when the file itself is not at fault. */
  failure: VaultError | undefined;
};

/** Reads the whole file; the manifest when everything is as it was written. */
export async function readBackup(
  { file, lead, key }: BackupSource,
  onCase: OnCase,
): Promise<Result<Manifest, VaultError>> {
  const reading: Reading = {
    caseId: undefined,
    events: [],
    found: new Map(),
    frames: 0,
    manifest: undefined,
    failure: undefined,
  };
  try {
    const read = await readFrames(file, key, lead, (frame) => takeFrame(reading, frame, onCase));
    if (reading.failure !== undefined) return err(reading.failure);
    if (!read.ok) return read;
  } catch (error) {
    // The file is gone or changed since it was chosen.
    if (error instanceof Error && error.name === "NotReadableError") return err({ type: "backup-damaged" });
    throw error;
  }
  const { manifest } = reading;
  return manifest !== undefined && addsUp(reading, manifest) ? ok(manifest) : err({ type: "backup-damaged" });
}

async function takeFrame(reading: Reading, { kind, plain }: Frame, onCase: OnCase): Promise<boolean> {
  const json = parseJson(toText(plain));
  if (kind === "manifest") {
    reading.manifest = readManifest(json);
    return reading.manifest !== undefined && finishCase(reading, onCase);
  }
  const frame = readEventsFrame(json);
  if (frame === undefined) return false;
  reading.frames += 1;
  if (frame.caseId !== reading.caseId) {
    if (!(await finishCase(reading, onCase))) return false;
    reading.caseId = frame.caseId;
    reading.events = [];
  }
  return frame.events.every((item) => takeEvent(reading, item));
}

function takeEvent(reading: Reading, item: unknown): boolean {
  const event = readEvent(item);
  if (event.ok) reading.events.push(event.value);
  else if (event.error.type === "newer-version") {
    reading.failure = { type: "backup-newer", version: event.error.version };
  }
  return event.ok && event.value.caseId === reading.caseId;
}

async function finishCase(reading: Reading, onCase: OnCase): Promise<boolean> {
  const { caseId, events, found } = reading;
  if (caseId === undefined) return true;
  if (found.has(caseId)) return false;
  found.set(caseId, { events: events.length, hash: await hashEvents(events) });
  const taken = await onCase(caseId, events);
  if (!taken.ok) reading.failure = taken.error;
  return taken.ok;
}

function addsUp({ found, frames }: Reading, manifest: Manifest): boolean {
  const listed = manifest.cases.filter(({ events }) => events > 0);
  return (
    manifest.frames === frames &&
    listed.length === found.size &&
    listed.every(({ id, events, hash }) => {
      const read = found.get(id);
      return read?.events === events && read.hash === hash;
    })
  );
}
