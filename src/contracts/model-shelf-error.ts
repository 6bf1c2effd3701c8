/** Everything that can go wrong between choosing a model and having it installed, as plain values with the numbers. */

export type ShelfError =
  /** No private file system here: an insecure address, a private window, or a browser without it. */
  | { readonly type: "shelf-unavailable"; readonly why: "insecure" | "no-file-system" }
  /** Another tab is installing; two would fill the disk together. */
  | { readonly type: "shelf-busy-elsewhere" }
  /** Nothing in the folder or file is part of a model. */
  | { readonly type: "shelf-not-a-model"; readonly found: "unknown" | "zip" | "web-page" | "empty" }
  /** A folder with some files of a model, and these missing. */
  | { readonly type: "shelf-incomplete"; readonly missing: readonly string[] }
  /** A file that contradicts what the others say about it. */
  | { readonly type: "shelf-unreadable-file"; readonly file: string }
  | { readonly type: "shelf-unknown-architecture"; readonly architecture: string }
  /** Its chat template is none that our engines can write, and asked in the wrong words it would answer worse, unnoticed. */
  | { readonly type: "shelf-unknown-template" }
  /** Several models side by side: which one is meant is the person's to say. */
  | { readonly type: "shelf-several-models"; readonly files: readonly string[] }
  /** One model split over several GGUF files, which the engine cannot take. */
  | { readonly type: "shelf-in-parts"; readonly parts: number }
  /** Not this device: known in numbers before anything is copied. */
  | { readonly type: "shelf-needs-webgpu" }
  | { readonly type: "shelf-needs-half-precision" }
  | { readonly type: "shelf-needs-memory"; readonly neededBytes: number; readonly freeBytes: number }
  | { readonly type: "shelf-needs-buffer"; readonly neededBytes: number; readonly largestBytes: number }
  /** Its kernels share more scratch memory than this graphics device has. */
  | {
      readonly type: "shelf-needs-workgroup-memory";
      readonly neededBytes: number;
      readonly largestBytes: number;
    }
  | { readonly type: "shelf-no-room"; readonly neededBytes: number; readonly freeBytes: number }
  /** The disk filled up on the way, whatever the browser had promised. */
  | { readonly type: "shelf-disk-full" }
  | {
      readonly type: "shelf-wrong-size";
      readonly file: string;
      readonly bytes: number;
      readonly wanted: number;
    }
  | { readonly type: "shelf-wrong-hash"; readonly file: string }
  | { readonly type: "shelf-already-installed"; readonly packId: string }
  | { readonly type: "shelf-pack-missing" }
  /** A tab runs it now. */
  | { readonly type: "shelf-pack-in-use" }
  /** Nobody has pinned the hashes of its files, so nothing could be checked: it is installed from a folder instead. */
  | { readonly type: "shelf-not-pinned" }
  | { readonly type: "shelf-offline" }
  /** The request never got an answer, for a reason that the browser keeps to itself. */
  | { readonly type: "shelf-unreachable"; readonly host: string }
  | { readonly type: "shelf-http-status"; readonly file: string; readonly status: number }
  /** An answer of 200 that is a web page: the address is wrong, or a login page stands before it. */
  | { readonly type: "shelf-got-web-page"; readonly file: string }
  /** The host sent the request on to an address that this document may not reach. */
  | { readonly type: "shelf-redirected"; readonly host: string }
  /** The catalogue names a host that this document may not reach. */
  | { readonly type: "shelf-unlisted-host"; readonly host: string }
  | { readonly type: "shelf-stalled"; readonly seconds: number }
  /** The file changed on the host since the download began. */
  | { readonly type: "shelf-changed-on-host"; readonly file: string }
  | { readonly type: "shelf-catalogue-unreadable"; readonly place: string }
  /** The page closed while it copied from disk, or the files were moved: the browser no longer lends them. */
  | { readonly type: "shelf-files-gone" }
  | { readonly type: "shelf-unexpected" };
