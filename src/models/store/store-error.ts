import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { StoreFailure } from "./store-messages.ts";

const ERRORS: Readonly<Record<StoreFailure, ShelfError>> = {
  "disk-full": { type: "shelf-disk-full" },
  missing: { type: "shelf-pack-missing" },
  "in-use": { type: "shelf-pack-in-use" },
  "source-gone": { type: "shelf-files-gone" },
  // Whoever stopped it knows, and shows nothing.
  stopped: { type: "shelf-unexpected" },
  "no-file-system": { type: "shelf-unavailable", why: "no-file-system" },
  unexpected: { type: "shelf-unexpected" },
};

/** A fault of the disk, as the shelf says it. */
export function toShelfError(failure: StoreFailure): ShelfError {
  return ERRORS[failure];
}
