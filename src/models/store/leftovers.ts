/**
 * Clears away what a closed page left half done. A download keeps what it has, because it can go on; a copy from disk
 * cannot, because the browser no longer lends the files: its bytes go, its note stays until the person has read it.
 */
import { PACK_MANIFEST, PACKS_FOLDER } from "../../contracts/pack.ts";
import type { FileStore } from "./file-store.ts";
import type { JobNote } from "./job-note.ts";
import { NOTES_FOLDER, packFolder, readText, RECORDS_FOLDER, smallPlace } from "./pack-places.ts";
import { holdJob, type Locks } from "./store-locks.ts";
import type { FilePlace } from "./store-messages.ts";

/** Together longer than a browser takes to end a worker; whatever is still open then goes with the next visit. */
const RETRIES_MS = [50, 200, 800, 2000];

type Parts = { readonly store: FileStore; readonly locks: Locks };

/** Clears away, and returns the notes of copies from disk that were cut short. */
export async function clearLeftovers(
  { store, locks }: Parts,
  notes: readonly JobNote[],
): Promise<readonly JobNote[]> {
  const cut: JobNote[] = [];
  const folders = await listNames(store, PACKS_FOLDER);
  const byId = new Map(notes.map((note) => [note.id, note]));
  for (const id of new Set([...folders, ...byId.keys()])) {
    const note = byId.get(id);
    const release = await holdJob(locks, id);
    // Someone works on it at this moment, in this tab or another.
    if (release === undefined) continue;
    try {
      const isCut = await clearOne(store, id, note);
      if (isCut && note !== undefined) cut.push(note);
    } finally {
      release();
    }
  }
  await clearRecords(store, folders);
  return cut;
}

/** Whether it was a copy from disk that never became a pack. */
async function clearOne(store: FileStore, id: string, note: JobNote | undefined): Promise<boolean> {
  const manifest = await readText(store, { folder: packFolder(id), name: PACK_MANIFEST });
  if (isWhole(manifest)) {
    await forgetJob(store, id);
    return false;
  }
  if (note?.entry !== undefined) return false;
  await removeOnceFree(store, { folder: [PACKS_FOLDER], name: id });
  return true;
}

/** The locks of a page that closed are given back before the files that its worker had open. */
async function removeOnceFree(store: FileStore, place: FilePlace): Promise<void> {
  for (const waitMs of RETRIES_MS) {
    const removed = await store.ask({ type: "remove", place });
    if (removed.ok || removed.error !== "in-use") return;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  await store.ask({ type: "remove", place });
}

/** A manifest of a later version is one as well: nothing of it may be lost by opening it with an older app. */
function isWhole(manifest: string | undefined): boolean {
  if (manifest === undefined) return false;
  try {
    JSON.parse(manifest);
    return true;
  } catch {
    return false;
  }
}

/** Takes the note of a job away; what it had written must be gone or be a pack by now. */
export async function forgetJob(store: FileStore, jobId: string): Promise<void> {
  await store.ask({ type: "remove", place: smallPlace(NOTES_FOLDER, jobId) });
}

async function clearRecords(store: FileStore, packIds: readonly string[]): Promise<void> {
  for (const name of await listNames(store, RECORDS_FOLDER)) {
    if (packIds.includes(name.replace(/\.json$/u, ""))) continue;
    await store.ask({ type: "remove", place: { folder: [RECORDS_FOLDER], name } });
  }
}

async function listNames(store: FileStore, folder: string): Promise<readonly string[]> {
  const listed = await store.ask({ type: "list", folder: [folder] });
  return listed.ok ? listed.value.entries.map(({ name }) => name) : [];
}
