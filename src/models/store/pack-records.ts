/**
 * What changes about a pack after it was installed: what the person calls it, when it was used and checked. It lies
 * beside the packs, so that a manifest, which everything is held to, is written once and never again.
 */
import { isCount, isFilledText, isMaybe, isShape, isYesOrNo } from "../../contracts/guards.ts";
import type { FileStore } from "./file-store.ts";
import { readText, RECORDS_FOLDER, smallPlace, writeText } from "./pack-places.ts";
import type { StoreFailure } from "./store-messages.ts";

export type PackRecord = {
  readonly name: string | undefined;
  readonly lastUsedAt: number | undefined;
  readonly verifiedAt: number | undefined;
  readonly isDamaged: boolean;
};

const EMPTY: PackRecord = {
  name: undefined,
  lastUsedAt: undefined,
  verifiedAt: undefined,
  isDamaged: false,
};

const isRecord = isShape<PackRecord>({
  name: isMaybe(isFilledText),
  lastUsedAt: isMaybe(isCount),
  verifiedAt: isMaybe(isCount),
  isDamaged: isYesOrNo,
});

/** The record of a pack; one that cannot be read says nothing, and nothing is lost with it but a name. */
export async function readRecord(store: FileStore, packId: string): Promise<PackRecord> {
  const text = await readText(store, smallPlace(RECORDS_FOLDER, packId));
  if (text === undefined) return EMPTY;
  try {
    const read: unknown = JSON.parse(text);
    const whole = typeof read === "object" && read !== null ? { ...EMPTY, ...read } : read;
    return isRecord(whole) ? whole : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Changes some of what a record says; the answer is why it could not be kept. */
export async function changeRecord(
  store: FileStore,
  packId: string,
  change: Partial<PackRecord>,
): Promise<StoreFailure | undefined> {
  const record = { ...(await readRecord(store, packId)), ...change };
  const written = await writeText(store, smallPlace(RECORDS_FOLDER, packId), JSON.stringify(record));
  return written.ok ? undefined : written.error;
}

/** Forgets a pack that is gone. */
export async function removeRecord(store: FileStore, packId: string): Promise<void> {
  await store.ask({ type: "remove", place: smallPlace(RECORDS_FOLDER, packId) });
}
