/** Makes an installed pack into files on their way in again, so that only what is damaged must be fetched anew. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { PACK_MANIFEST, type Pack, type PackFile } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { FileStore } from "./file-store.ts";
import type { JobNote } from "./job-note.ts";
import { NOTES_FOLDER, packFolder, smallPlace, writeText } from "./pack-places.ts";
import { toShelfError } from "./store-error.ts";

/** The note of the job, with every file that is still what it was. The others are gone, and so is the manifest. */
export async function takeApart(
  store: FileStore,
  wanted: JobNote,
  pack: Pack,
): Promise<Result<JobNote, ShelfError>> {
  const finished: PackFile[] = [];
  const gone = [PACK_MANIFEST];
  for (const file of pack.files) {
    const place = { folder: packFolder(pack.id), name: file.name };
    const hashed = await store.ask({ type: "hash", place });
    if (hashed.ok && hashed.value.sha256 === file.sha256) finished.push(file);
    else gone.push(file.name);
  }
  const note = { ...wanted, finished };
  // The note first: without it, a page that closes now would leave a folder that nobody knows.
  const saved = await writeText(store, smallPlace(NOTES_FOLDER, note.id), JSON.stringify(note));
  if (!saved.ok) return err(toShelfError(saved.error));
  for (const name of gone) {
    const removed = await store.ask({ type: "remove", place: { folder: packFolder(pack.id), name } });
    if (!removed.ok) return err(toShelfError(removed.error));
  }
  return ok(note);
}
