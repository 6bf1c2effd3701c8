/**
 * What is kept of an installation under way: one small file beside the packs, so that a download goes on after the page
 * was closed, and a copy from disk that was cut short is cleared away with a word about it.
 */
import { isCount, isFilledText, isListOf, isMaybe, isShape, isWordOf } from "../../contracts/guards.ts";
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
import { isPackFileName, isSha256, type PackFile } from "../../contracts/pack.ts";
import { isCatalogueEntry } from "../catalogue/catalogue-entry.ts";

export type JobNote = {
  readonly version: 1;
  /** The id of the job, and of the pack that comes of it. */
  readonly id: string;
  readonly name: string;
  readonly source: InstallJob["source"];
  /** What is downloaded; undefined for files from a disk. */
  readonly entry: CatalogueEntry | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Of all files together. */
  readonly totalBytes: number;
  /** Files that are here whole, with what they hash to. */
  readonly finished: readonly PackFile[];
};

const isNote = isShape<JobNote>({
  version: (value): value is 1 => value === 1,
  id: isPackFileName,
  name: isFilledText,
  source: isWordOf(["folder", "file", "server", "host"]),
  entry: isMaybe(isCatalogueEntry),
  startedAt: isCount,
  totalBytes: isCount,
  finished: isListOf(isShape<PackFile>({ name: isPackFileName, bytes: isCount, sha256: isSha256 })),
});

/** A note as `JSON.stringify` wrote it; undefined for anything else. */
export function parseJobNote(text: string): JobNote | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const whole = typeof read === "object" && read !== null ? { entry: undefined, ...read } : read;
    return isNote(whole) ? whole : undefined;
  } catch {
    return undefined;
  }
}
