/** The packs that are installed: what is listed, and what may be done to one of them. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { InstalledPack } from "../../contracts/model-shelf.ts";
import { PACK_MANIFEST, PACKS_FOLDER, packBytes, parsePack, type Pack } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { FileStore } from "./file-store.ts";
import { packFolder, readText } from "./pack-places.ts";
import { changeRecord, readRecord, removeRecord } from "./pack-records.ts";
import { toShelfError } from "./store-error.ts";
import { holdPack, type Locks } from "./store-locks.ts";

type Answer<Value> = Promise<Result<Value, ShelfError>>;
type Parts = {
  readonly store: FileStore;
  readonly locks: Locks;
  /** Milliseconds since 1970. */
  readonly readClock: () => number;
};

const MOST_NAME_LETTERS = 100;

/** All packs, the one installed last first. */
export async function listPacks(store: FileStore): Answer<readonly InstalledPack[]> {
  const listed = await store.ask({ type: "list", folder: [PACKS_FOLDER] });
  if (!listed.ok) return err(toShelfError(listed.error));
  const folders = listed.value.entries.filter(({ kind }) => kind === "folder");
  const packs = await Promise.all(folders.map(({ name }) => describePack(store, name)));
  return ok(
    packs
      .filter((pack) => pack !== undefined)
      .toSorted((left, right) => right.pack.installedAt - left.pack.installedAt),
  );
}

/** The manifest of a pack; undefined where there is none that can be read. */
export async function readManifest(store: FileStore, packId: string): Promise<Pack | undefined> {
  const text = await readText(store, { folder: packFolder(packId), name: PACK_MANIFEST });
  return text === undefined ? undefined : parsePack(text);
}

async function describePack(store: FileStore, packId: string): Promise<InstalledPack | undefined> {
  const pack = await readManifest(store, packId);
  if (pack === undefined) return undefined;
  const [record, isWhole] = await Promise.all([readRecord(store, packId), hasAllSizes(store, pack)]);
  return {
    pack: { ...pack, name: record.name ?? pack.name },
    bytes: packBytes(pack),
    lastUsedAt: record.lastUsedAt,
    verifiedAt: record.verifiedAt ?? pack.installedAt,
    isDamaged: record.isDamaged || !isWhole,
  };
}

/** A missing or shorter file shows without hashing anything. */
async function hasAllSizes(store: FileStore, { id, files }: Pack): Promise<boolean> {
  const listed = await store.ask({ type: "list", folder: packFolder(id) });
  if (!listed.ok) return false;
  const sizes = new Map(listed.value.entries.map(({ name, bytes }) => [name, bytes]));
  return files.every(({ name, bytes }) => sizes.get(name) === bytes);
}

/** Gives a pack another name on the screen. */
export async function renamePack({ store }: Parts, packId: string, name: string): Answer<undefined> {
  if ((await readManifest(store, packId)) === undefined) return err({ type: "shelf-pack-missing" });
  const short = name.trim().slice(0, MOST_NAME_LETTERS);
  const failure = await changeRecord(store, packId, { name: short === "" ? undefined : short });
  return failure === undefined ? ok(undefined) : err(toShelfError(failure));
}

/** Removes a pack that nobody runs. The manifest goes first: half a pack is none. */
export async function removePack({ store, locks }: Parts, packId: string): Answer<undefined> {
  if ((await readManifest(store, packId)) === undefined) return err({ type: "shelf-pack-missing" });
  const release = await holdPack(locks, packId, "exclusive");
  if (release === undefined) return err({ type: "shelf-pack-in-use" });
  try {
    const manifest = { folder: packFolder(packId), name: PACK_MANIFEST };
    for (const place of [manifest, { folder: [PACKS_FOLDER], name: packId }]) {
      const removed = await store.ask({ type: "remove", place });
      if (!removed.ok) return err(toShelfError(removed.error));
    }
    await removeRecord(store, packId);
    return ok(undefined);
  } finally {
    release();
  }
}

/** Compares every byte with its hash, and remembers what came of it. */
export async function verifyPack(
  parts: Parts,
  packId: string,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Answer<InstalledPack> {
  const { store, locks, readClock } = parts;
  const pack = await readManifest(store, packId);
  if (pack === undefined) return err({ type: "shelf-pack-missing" });
  const release = await holdPack(locks, packId, "shared");
  if (release === undefined) return err({ type: "shelf-pack-in-use" });
  try {
    const isDamaged = !(await hasAllHashes(store, pack, onProgress));
    const failure = await changeRecord(store, packId, { isDamaged, verifiedAt: readClock() });
    if (failure !== undefined) return err(toShelfError(failure));
    const described = await describePack(store, packId);
    return described === undefined ? err({ type: "shelf-pack-missing" }) : ok(described);
  } finally {
    release();
  }
}

async function hasAllHashes(
  store: FileStore,
  pack: Pack,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Promise<boolean> {
  const totalBytes = packBytes(pack);
  let before = 0;
  const onFileProgress = (done: number) => onProgress(before + done, totalBytes);
  for (const { name, bytes, sha256 } of pack.files) {
    const place = { folder: packFolder(pack.id), name };
    const hashed = await store.ask({ type: "hash", place }, { onProgress: onFileProgress });
    if (!hashed.ok || hashed.value.sha256 !== sha256) return false;
    before += bytes;
  }
  onProgress(totalBytes, totalBytes);
  return true;
}

/** Remembers that a pack was used just now. */
export async function notePackUse({ store, readClock }: Parts, packId: string): Promise<void> {
  if ((await readManifest(store, packId)) !== undefined)
    await changeRecord(store, packId, { lastUsedAt: readClock() });
}
