/** Where things lie in the private file system, and small files there as text. */
import { PACKS_FOLDER } from "../../contracts/pack.ts";
import type { Result } from "../../shared/result.ts";
import type { FileStore } from "./file-store.ts";
import type { FilePlace, StoreAnswer, StoreFailure } from "./store-messages.ts";

/** One note for each installation under way. */
export const NOTES_FOLDER = "packs-incoming";
/** One record for each pack of what changes after it was installed. */
export const RECORDS_FOLDER = "packs-records";

const MOST_TEXT_BYTES = 64 * 1024 * 1024;

/** The folder of one pack. */
export function packFolder(packId: string): readonly string[] {
  return [PACKS_FOLDER, packId];
}

/** The place of a small file named after a pack or job. */
export function smallPlace(folder: string, id: string): FilePlace {
  return { folder: [folder], name: `${id}.json` };
}

/** Writes a small file whole. */
export async function writeText(
  store: FileStore,
  place: FilePlace,
  text: string,
): Promise<Result<StoreAnswer, StoreFailure>> {
  return store.ask({ type: "put", place, content: new TextEncoder().encode(text) });
}

/** The text of a small file; undefined where there is none, or none that can be read. */
export async function readText(store: FileStore, place: FilePlace): Promise<string | undefined> {
  const read = await store.ask({ type: "read", place, from: 0, to: MOST_TEXT_BYTES });
  return read.ok && read.value.content !== undefined
    ? new TextDecoder().decode(read.value.content)
    : undefined;
}
