/** What each thing that can go wrong is called here: what happened, in numbers where there are any, and what to do. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { assertNever } from "../../shared/assert.ts";
import { bytesToWords, memoryToWords } from "../sizes.ts";
import { networkErrorToWords } from "./network-errors.ts";

/** One or two sentences: what is wrong, and the way on. */
export function errorToWords(error: ShelfError): string {
  switch (error.type) {
    case "shelf-unavailable":
      return error.why === "insecure"
        ? "This address is not secure, so the browser keeps no files for it. Open Curbside over https, or from localhost."
        : "This browser keeps no files for this page, as in a private window. Use an ordinary window of a current browser.";
    case "shelf-busy-elsewhere":
      return "Another tab is installing a model. It goes on here when that is done.";
    case "shelf-not-a-model":
      return "Nothing that was fetched is part of a model. The catalogue is wrong; tell whoever gave it to you.";
    case "shelf-incomplete":
      return `Files of this model are missing: ${error.missing.join(", ")}. The catalogue does not list them all.`;
    case "shelf-unreadable-file":
      return `${error.file} contradicts the other files of this model. The catalogue is wrong; tell whoever gave it to you.`;
    case "shelf-unknown-architecture":
      return `No engine here knows models of the kind “${error.architecture}”.`;
    case "shelf-unknown-template":
      return "No engine here knows how this model wants to be asked: its chat template is of another family.";
    case "shelf-several-models":
      return `These are several models, not one: ${error.files.join(", ")}.`;
    case "shelf-in-parts":
      return `This model is split into ${error.parts} files, which the engine cannot take. Use a version in one file.`;
    case "shelf-pack-missing":
      return "The files of this model are gone from this browser.";
    case "shelf-pack-in-use":
      return "A tab is using this model now. Close it there, then try again.";
    case "shelf-already-installed":
      return "This model is installed already.";
    case "shelf-not-pinned":
      return "Nobody has recorded the checksums of its files, so a download could not be checked.";
    case "shelf-catalogue-unreadable":
      return `${error.place} is not a catalogue that this version can read. Nothing was changed.`;
    case "shelf-files-gone":
      return "The files can no longer be read. Choose them again.";
    case "shelf-unexpected":
      return "Something went wrong that should not have. What came so far is kept; try again.";
    case "shelf-needs-webgpu":
    case "shelf-needs-half-precision":
    case "shelf-needs-memory":
    case "shelf-needs-buffer":
    case "shelf-needs-workgroup-memory":
      return misfitToWords(error);
    case "shelf-no-room":
      return `Not enough room: it needs ${bytesToWords(error.neededBytes)}, with something to spare for your cases, and this browser gives ${bytesToWords(error.freeBytes)}. Remove a model or free disk space.`;
    case "shelf-disk-full":
      return "The disk filled up on the way. What came is kept; free some space, then resume.";
    default:
      return networkErrorToWords(error);
  }
}

type Misfit = Extract<ShelfError, { readonly type: `shelf-needs-${string}` }>;

/** Why a model does not run on this device. */
function misfitToWords(error: Misfit): string {
  switch (error.type) {
    case "shelf-needs-webgpu":
      return "Needs WebGPU, which this browser or graphics driver does not offer.";
    case "shelf-needs-half-precision":
      return "Needs half-precision kernels (shader-f16), which this graphics device does not have. Take the version for 32-bit kernels.";
    case "shelf-needs-memory":
      return `Needs ${memoryToWords(error.neededBytes)} of memory; this device has about ${memoryToWords(error.freeBytes)}.`;
    case "shelf-needs-buffer":
      return `Needs single buffers of ${bytesToWords(error.neededBytes)}; this graphics device allows ${bytesToWords(error.largestBytes)}.`;
    case "shelf-needs-workgroup-memory":
      return `Needs ${bytesToWords(error.neededBytes)} of graphics scratch memory; this device has ${bytesToWords(error.largestBytes)}.`;
    default:
      return assertNever(error);
  }
}
