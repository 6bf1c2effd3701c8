/** As much of a file system as the writing worker needs; the private file system of the browser, or one in memory. */
import type { FolderEntry } from "./store-messages.ts";

/** A file opened for writing, by nobody else at the same time. */
export type WritableFile = Pick<FileSystemSyncAccessHandle, "getSize" | "truncate" | "flush" | "close"> & {
  readonly read: (into: Uint8Array<ArrayBuffer>, at: number) => number;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, at: number) => number;
};

/** Rejects with the exceptions of the file system itself: `NotFoundError`, `QuotaExceededError` and so on. */
export type Folder = {
  /** Makes the file when it is not there. */
  readonly openForWriting: (name: string) => Promise<WritableFile>;
  readonly readFile: (name: string) => Promise<Blob>;
  readonly list: () => Promise<readonly FolderEntry[]>;
  readonly remove: (name: string) => Promise<void>;
  readonly openFolder: (name: string, create: boolean) => Promise<Folder>;
};
