/** What the steps of an installation from disk have in common. */
import type { DeviceReport } from "../../contracts/device-report.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { CatalogueEntry, InstalledPack } from "../../contracts/model-shelf.ts";
import type { Result } from "../../shared/result.ts";
import type { FileStore } from "../store/file-store.ts";
import type { IncomingStore } from "../store/incoming.ts";
import type { CopyProgress } from "./copy-progress.ts";
import type { InspectedPack, WantedFile } from "./inspected-pack.ts";
import type { PickedFile } from "./inspect-files.ts";

/** What an installation needs of the shelf. */
export type DiskParts = {
  readonly store: FileStore;
  readonly incoming: IncomingStore;
  readonly readReport: () => Promise<DeviceReport>;
  readonly readFreeBytes: () => Promise<number | undefined>;
  readonly listPacks: () => Promise<Result<readonly InstalledPack[], ShelfError>>;
  /** The entries whose files are pinned, to know a model again. */
  readonly listPinned: () => Promise<readonly CatalogueEntry[]>;
  /** Takes a damaged pack away that has just been installed anew. */
  readonly replace: (damaged: InstalledPack, packId: string) => Promise<void>;
  readonly readClock: () => number;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** One try of an installation; when its signal is aborted, an error of it means nothing. */
export type DiskRun = {
  readonly id: string;
  readonly files: readonly File[];
  readonly parts: DiskParts;
  readonly progress: CopyProgress;
  readonly signal: AbortSignal;
};

export type PickedPack = InspectedPack<PickedFile>;

export type Outcome<Value> = Promise<Result<Value, ShelfError>>;

/** What files take together. */
export function sizeOf(files: readonly WantedFile[]): number {
  return files.reduce((sum, { file }) => sum + file.bytes, 0);
}
