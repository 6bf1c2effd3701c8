/**
 * What the page and the writing worker say to each other. The worker knows files and bytes and nothing of models; it
 * never touches the network.
 */

/** A file below the root of this site's private file system. */
export type FilePlace = { readonly folder: readonly string[]; readonly name: string };

export type StoreAsk =
  /** Puts bytes at the end of a file that is being written; the answer's `bytes` is its size then. */
  | { readonly type: "append"; readonly place: FilePlace; readonly chunk: Uint8Array<ArrayBuffer> }
  /** Throws away what a file holds so far. */
  | { readonly type: "restart"; readonly place: FilePlace }
  /** Makes sure that every byte is on the disk, and says what they hash to. */
  | { readonly type: "finish"; readonly place: FilePlace }
  /** Streams a file of the person's into a new one. Reports progress. */
  | { readonly type: "copy"; readonly place: FilePlace; readonly file: File; readonly wantsMd5: boolean }
  /** Reads a file from the disk and says what it hashes to. Reports progress. */
  | { readonly type: "hash"; readonly place: FilePlace }
  /** Says what a file of the person's hashes to, and keeps nothing of it. Reports progress. */
  | { readonly type: "hash-source"; readonly file: File }
  | { readonly type: "read"; readonly place: FilePlace; readonly from: number; readonly to: number }
  /** Writes a small file whole. */
  | { readonly type: "put"; readonly place: FilePlace; readonly content: Uint8Array<ArrayBuffer> }
  /** What lies in a folder; a folder that is not there is an empty one. */
  | { readonly type: "list"; readonly folder: readonly string[] }
  /** Lets go of the files that are being written in a folder, so that others can open them. */
  | { readonly type: "release"; readonly folder: readonly string[] }
  /** Removes a file, or a folder with all that is in it. */
  | { readonly type: "remove"; readonly place: FilePlace };

export type StoreRequest =
  | { readonly requestId: number; readonly ask: StoreAsk }
  /** Ends a copy or a hash before its time. */
  | { readonly requestId: number; readonly ask: { readonly type: "stop" } };

export type StoreFailure =
  | "disk-full"
  /** No such file. */
  | "missing"
  /** Someone else has it open for writing. */
  | "in-use"
  /** The person's own file cannot be read any more: moved, changed, or its disk pulled out. */
  | "source-gone"
  | "stopped"
  /** The browser refuses a private file system here. */
  | "no-file-system"
  | "unexpected";

export type FolderEntry = {
  readonly name: string;
  readonly kind: "file" | "folder";
  /** Zero for a folder. */
  readonly bytes: number;
};

/** One shape for every answer; what a request did not ask for is empty. */
export type StoreAnswer = {
  readonly bytes: number;
  readonly sha256: string;
  /** Empty where it was not asked for. */
  readonly md5: string;
  readonly content: Uint8Array<ArrayBuffer> | undefined;
  readonly entries: readonly FolderEntry[];
};

export type StoreReply =
  | { readonly type: "done"; readonly requestId: number; readonly answer: StoreAnswer }
  | { readonly type: "failed"; readonly requestId: number; readonly failure: StoreFailure }
  | { readonly type: "progress"; readonly requestId: number; readonly bytes: number };
