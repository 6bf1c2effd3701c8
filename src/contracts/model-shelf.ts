/** What the Models screen and the model page may ask of the shelf where installed models stand. */
import type { Result } from "../shared/result.ts";
import type { DeviceReport } from "./device-report.ts";
import type { ShelfError } from "./model-shelf-error.ts";
import type { Pack, PackFormat } from "./pack.ts";

export type InstalledPack = {
  readonly pack: Pack;
  readonly bytes: number;
  /** Milliseconds since 1970; undefined before the first use. */
  readonly lastUsedAt: number | undefined;
  /** When every byte was last compared with its hash, and what came of it. */
  readonly verifiedAt: number;
  readonly isDamaged: boolean;
};

/** One model that can be had, with everything needed to decide before a byte is fetched. */
export type CatalogueEntry = {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly format: PackFormat;
  /** Id of a chat template of ours. */
  readonly template: string;
  readonly parameters: number;
  readonly quantisation: string;
  readonly contextTokens: number;
  /** Zero where it is not known. */
  readonly bytesPerContextToken: number;
  /** What it takes while it runs with 4,096 tokens of context. */
  readonly memoryBytes: number;
  /** About what its files take, from parameters and quantisation; `files` says it exactly once they are pinned. */
  readonly roughBytes: number;
  readonly needsHalfPrecision: boolean;
  readonly thinking: "always" | "switchable" | "never";
  readonly licence: string;
  /** What has been measured of its medical reasoning, with the source; empty where nothing is known to us. */
  readonly knownOf: string;
  /** Where its files are: a folder on this app's server or on a listed host, at one revision. */
  readonly address: string;
  readonly revision: string;
  /** Empty until someone pinned the files: then only a folder from disk can be installed. */
  readonly files: readonly CatalogueFile[];
};

export type CatalogueFile = {
  readonly name: string;
  /** Relative to the entry's address, or whole where it lies elsewhere. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
};

export type Fit =
  | { readonly type: "fits"; readonly neededBytes: number; readonly contextTokens: number }
  | { readonly type: "does-not-fit"; readonly error: ShelfError };

export type JudgedEntry = { readonly entry: CatalogueEntry; readonly fit: Fit };

/** What runs best here, and why, in numbers. */
export type Recommendation = {
  readonly judged: readonly JudgedEntry[];
  /** Id of an entry; undefined where nothing fits. */
  readonly best: string | undefined;
  readonly memoryBytes: number | undefined;
};

/** One installation under way. It outlives the screen, and a download the page too. */
export type InstallJob = {
  readonly id: string;
  readonly name: string;
  readonly source: "folder" | "file" | "server" | "host";
  readonly state:
    | { readonly type: "checking" }
    /** For another installation to end: there is one at a time. */
    | { readonly type: "waiting" }
    | { readonly type: "copying" }
    | { readonly type: "downloading" }
    /** Goes on by itself: when the device is online again, or with the next of a few tries. */
    | {
        readonly type: "retrying";
        readonly error: ShelfError;
        readonly tryNumber: number;
        readonly tries: number;
      }
    | { readonly type: "paused" }
    | { readonly type: "verifying" }
    | { readonly type: "failed"; readonly error: ShelfError; readonly canResume: boolean }
    | { readonly type: "done"; readonly packId: string };
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number | undefined;
  readonly secondsLeft: number | undefined;
  /** Fetched again because the server could not go on where a download had broken off. */
  readonly repeatedBytes: number;
  /** Another tab does the work. It can be paused and cancelled from here all the same. */
  readonly isElsewhere: boolean;
};

type Answer<Value> = Promise<Result<Value, ShelfError>>;

export type ModelShelf = {
  readonly list: () => Answer<readonly InstalledPack[]>;
  readonly readJobs: () => readonly InstallJob[];
  /** Told when the list or a job changed, here or in another tab; progress at most a few times a second. */
  readonly subscribe: (onChange: (what: "packs" | "jobs") => void) => () => void;
  /** The files of a WebLLM package folder, or one GGUF file: what they are is found out. Gives the job's id. */
  readonly installFiles: (files: readonly File[]) => string;
  readonly installEntry: (entry: CatalogueEntry) => string;
  readonly pause: (jobId: string) => void;
  readonly resume: (jobId: string) => void;
  /** Ends it and clears away what it had written. */
  readonly cancel: (jobId: string) => void;
  /** Takes a job that is done or failed off the list. */
  readonly dismiss: (jobId: string) => void;
  readonly rename: (packId: string, name: string) => Answer<undefined>;
  readonly remove: (packId: string) => Answer<undefined>;
  readonly verify: (
    packId: string,
    onProgress: (doneBytes: number, totalBytes: number) => void,
  ) => Answer<InstalledPack>;
  readonly noteUse: (packId: string) => Promise<void>;
  /** Ours, what the app's own server lists under `/models/`, and what the person imported. */
  readonly readCatalogue: () => Answer<readonly CatalogueEntry[]>;
  readonly importCatalogue: (file: File) => Answer<number>;
  readonly recommend: (entries: readonly CatalogueEntry[], report: DeviceReport) => Promise<Recommendation>;
  /** Whether an installed pack runs here, and with how much context. */
  readonly judge: (pack: Pack, report: DeviceReport) => Promise<Fit>;
};
