/** Reads a backup file from its beginning to its end, in pieces, trusting nothing that it says of itself. */
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { areEqual, hashBytes, toText, type Bytes } from "../bytes.ts";
import { parseHeader } from "../keys/header-text.ts";
import { readHeader, type VaultHeader } from "../keys/vault-header.ts";
import {
  CONTAINER_VERSION,
  FRAME_HEAD_BYTES,
  kindOf,
  LEAD_BYTES,
  MAGIC,
  MOST_FILE_BYTES,
  MOST_FRAME_BYTES,
  MOST_HEADER_BYTES,
  openFrame,
  type FrameKind,
} from "./container.ts";

export type BackupLead = {
  readonly header: VaultHeader;
  /** What every frame is bound to. */
  readonly binding: Bytes;
  /** Where the frames begin. */
  readonly end: number;
};

export type Frame = { readonly kind: FrameKind; readonly plain: Bytes };

/** What is in front of the frames. */
export async function readLead(file: Blob): Promise<Result<BackupLead, VaultError>> {
  const start = await readBytes(file, 0, LEAD_BYTES);
  const isOurs = areEqual(start.subarray(0, MAGIC.byteLength), MAGIC);
  if (!isOurs) return err({ type: isCutMagic(start) ? "backup-truncated" : "backup-not-a-backup" });
  if (start.byteLength < LEAD_BYTES) return err({ type: "backup-truncated" });
  const numbers = new DataView(start.buffer, MAGIC.byteLength);
  const [version, length] = [numbers.getUint16(0), numbers.getUint32(2)];
  if (version > CONTAINER_VERSION) return err({ type: "backup-newer", version });
  if (file.size > MOST_FILE_BYTES) {
    return err({ type: "backup-too-large", bytes: file.size, most: MOST_FILE_BYTES });
  }
  if (version === 0 || length > MOST_HEADER_BYTES) return err({ type: "backup-damaged" });
  const lead = await readBytes(file, 0, LEAD_BYTES + length);
  if (lead.byteLength < LEAD_BYTES + length) return err({ type: "backup-truncated" });
  const header = readHeader(parseHeader(toText(lead.subarray(LEAD_BYTES))));
  if (header === undefined) return err({ type: "backup-damaged" });
  return ok({ header, binding: await hashBytes(lead), end: lead.byteLength });
}

/** A file that ends inside its own first words. */
function isCutMagic(start: Bytes): boolean {
  return (
    start.byteLength > 0 &&
    start.byteLength < MAGIC.byteLength &&
    areEqual(start, MAGIC.subarray(0, start.byteLength))
  );
}

/** Gives the frames one after the other, the manifest last; stops at the first that is not as it was written. */
export async function readFrames(
  file: Blob,
  key: CryptoKey,
  { binding, end }: BackupLead,
  onFrame: (frame: Frame) => boolean | Promise<boolean>,
): Promise<Result<undefined, VaultError>> {
  let at = end;
  for (let number = 0; ; number += 1) {
    const head = await readBytes(file, at, at + FRAME_HEAD_BYTES);
    if (head.byteLength < FRAME_HEAD_BYTES) return err({ type: "backup-truncated" });
    const [kind, length] = [kindOf(head[0] ?? 0), new DataView(head.buffer).getUint32(1)];
    if (kind === undefined || length > MOST_FRAME_BYTES) return err({ type: "backup-damaged" });
    const sealed = await readBytes(file, at + FRAME_HEAD_BYTES, at + FRAME_HEAD_BYTES + length);
    if (sealed.byteLength < length) return err({ type: "backup-truncated" });
    const plain = await openFrame(key, binding, { kind, number }, sealed);
    if (plain === undefined || !(await onFrame({ kind, plain }))) return err({ type: "backup-damaged" });
    at += FRAME_HEAD_BYTES + length;
    if (kind === "manifest") return at === file.size ? ok(undefined) : err({ type: "backup-damaged" });
  }
}

async function readBytes(file: Blob, from: number, to: number): Promise<Bytes> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
