/**
 * One sentence and one way on for everything that can go wrong between choosing a model and having it installed.
 * Numbers stand in human units, and every sentence that follows a loss says what was kept.
 */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { bytesToWords, memoryToWords } from "./size-words.ts";

/** What the one button does; `none` where the way on lies in what is already on the screen. */
export type ShelfAction = "retry" | "pick" | "available" | "none";

export type ShelfErrorText = {
  readonly title: string;
  readonly wayOn: string;
  readonly action: ShelfAction;
};

export const shelfActionLabels = {
  retry: "Try again",
  pick: "Choose other files",
  available: "See what fits this device",
} as const satisfies Record<Exclude<ShelfAction, "none">, string>;

type ErrorOf<Type extends ShelfError["type"]> = Extract<ShelfError, { readonly type: Type }>;
type Words = { readonly [Type in ShelfError["type"]]: (error: ErrorOf<Type>) => ShelfErrorText };

const strange = {
  unknown: "Nothing in there is part of a model.",
  zip: "This is a zip archive, not a model.",
  "web-page": "This is a web page that was saved in place of a model.",
  empty: "There is nothing in it.",
} as const;

const strangeWayOn = {
  unknown: "Nothing was copied. Choose the folder that holds mlc-chat-config.json, or one .gguf file.",
  zip: "Nothing was copied. Unpack it first, then choose the folder or the .gguf file inside.",
  "web-page": "Nothing was copied. Download the file itself, not the page about it.",
  empty: "Nothing was copied. Copy the model again from where it came from.",
} as const;

const unavailable = {
  insecure:
    "Its address is not secure. Open Curbside by https or on localhost; teaching cases work here too.",
  "no-file-system":
    "A private window or an old browser does that. Open Curbside in an ordinary window; teaching cases work here too.",
} as const;

const texts: Words = {
  "shelf-unavailable": ({ why }) => ({
    title: "This browser keeps no model for this page.",
    wayOn: unavailable[why],
    action: "none",
  }),
  "shelf-busy-elsewhere": () => ({
    title: "Another tab is installing a model.",
    wayOn: "Two at once would fill the disk together. Wait for that one to end, then try again.",
    action: "retry",
  }),
  "shelf-not-a-model": ({ found }) => ({
    title: strange[found],
    wayOn: strangeWayOn[found],
    action: "pick",
  }),
  "shelf-incomplete": ({ missing }) => ({
    title: `This model is not whole: ${someOf(missing, "file")} missing.`,
    wayOn: "Nothing was copied. Copy the whole folder again from where it came from, then choose it.",
    action: "pick",
  }),
  "shelf-unreadable-file": ({ file }) => ({
    title: `${file} contradicts the other files, or cannot be read.`,
    wayOn: "Nothing was installed. Copy the model again from where it came from, then choose it.",
    action: "pick",
  }),
  "shelf-unknown-architecture": ({ architecture }) => ({
    title: `No engine here knows this kind of model (${architecture}).`,
    wayOn: "Nothing was copied. Choose one from the list of available models.",
    action: "available",
  }),
  "shelf-unknown-template": () => ({
    title: "No engine here knows how this model wants to be asked.",
    wayOn:
      "Nothing was copied. Its chat template is of a family that this version does not speak; choose one from the list of available models.",
    action: "available",
  }),
  "shelf-several-models": ({ files }) => ({
    title: `There are ${files.length} models in there, and only you know which is meant.`,
    wayOn: `Nothing was copied. Choose one file by itself: ${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}`,
    action: "pick",
  }),
  "shelf-in-parts": ({ parts }) => ({
    title: `This model is split over ${parts} files, which the engine cannot take.`,
    wayOn: "Nothing was copied. Get it as one .gguf file, or join the parts with llama-gguf-split first.",
    action: "pick",
  }),
  "shelf-needs-webgpu": () => ({
    title: "It needs WebGPU, and no graphics processor answered here.",
    wayOn:
      "Nothing was copied. Switch on graphics acceleration, or choose a GGUF model, which runs on the processor.",
    action: "available",
  }),
  "shelf-needs-half-precision": () => ({
    title: "It needs half precision (f16), which this graphics processor lacks.",
    wayOn: "Nothing was copied. Choose the build with f32 in its name instead.",
    action: "available",
  }),
  "shelf-needs-memory": ({ neededBytes, freeBytes }) => ({
    title: `It needs ${memoryToWords(neededBytes)} of memory; this device has ${memoryToWords(freeBytes)} for it.`,
    wayOn: "Nothing was copied. Choose a smaller model.",
    action: "available",
  }),
  "shelf-needs-buffer": ({ neededBytes, largestBytes }) => ({
    title: `It needs ${memoryToWords(neededBytes)} in one piece; this graphics processor gives ${memoryToWords(largestBytes)}.`,
    wayOn: "Nothing was copied. Choose a smaller model.",
    action: "available",
  }),
  "shelf-needs-workgroup-memory": ({ neededBytes, largestBytes }) => ({
    title: `Its kernels need ${memoryToWords(neededBytes)} of scratch memory; this graphics processor gives ${memoryToWords(largestBytes)}.`,
    wayOn: "Nothing was copied. Choose a GGUF model, which runs on the processor.",
    action: "available",
  }),
  "shelf-no-room": ({ neededBytes, freeBytes }) => ({
    title: `It needs ${bytesToWords(neededBytes)} on disk; the browser gives ${bytesToWords(freeBytes)}.`,
    wayOn: "Nothing was removed to make room. Remove a model or free disk space, then try again.",
    action: "retry",
  }),
  "shelf-disk-full": () => ({
    title: "The disk filled up on the way.",
    wayOn: "Cases and installed models are untouched. Free some space, then try again.",
    action: "retry",
  }),
  "shelf-wrong-size": ({ file, bytes, wanted }) => ({
    title: `${file} has ${bytesToWords(bytes)} and should have ${bytesToWords(wanted)}.`,
    wayOn: "Nothing was installed. It was cut short on its way: copy or download it again.",
    action: "retry",
  }),
  "shelf-wrong-hash": ({ file }) => ({
    title: `${file} is not the file it should be: its check sum is another one.`,
    wayOn: "Nothing was installed. It was damaged or changed on its way: copy or download it again.",
    action: "retry",
  }),
  "shelf-already-installed": () => ({
    title: "This very model is installed already.",
    wayOn: "Nothing was copied twice. Use the installed one; it can be renamed.",
    action: "none",
  }),
  "shelf-pack-missing": () => ({
    title: "This model is not installed any more.",
    wayOn: "It was removed in another tab. Nothing else changed.",
    action: "none",
  }),
  "shelf-pack-in-use": () => ({
    title: "A tab runs this model now.",
    wayOn: "Nothing was changed. Unload it there first, then try again.",
    action: "none",
  }),
  "shelf-not-pinned": () => ({
    title: "Nobody has pinned the files of this model yet, so nothing could be checked.",
    wayOn:
      "Nothing was fetched. Install it from a folder on disk, or import a catalogue that holds its check sums.",
    action: "pick",
  }),
  "shelf-offline": () => ({
    title: "This device is offline.",
    wayOn: "What came so far is kept. It goes on when the network is back.",
    action: "retry",
  }),
  "shelf-unreachable": ({ host }) => ({
    title: `No answer from ${host}.`,
    wayOn: "What came so far is kept. Check the network, then try again.",
    action: "retry",
  }),
  "shelf-http-status": ({ file, status }) => ({
    title: `The server answered ${status} for ${file}.`,
    wayOn: "What came so far is kept. Try again later, or install the model from a folder.",
    action: "retry",
  }),
  "shelf-got-web-page": ({ file }) => ({
    title: `Instead of ${file} the server sent a web page.`,
    wayOn:
      "Nothing of it was kept. A login page may stand before it: sign in to the network, then try again.",
    action: "retry",
  }),
  "shelf-redirected": ({ host }) => ({
    title: `The server sent the request on to ${host}, which this page may not reach.`,
    wayOn: "Nothing was sent there. Download the files by hand and install them from a folder.",
    action: "pick",
  }),
  "shelf-unlisted-host": ({ host }) => ({
    title: `The catalogue names ${host}, which this page may not reach.`,
    wayOn: "Nothing was sent there. Use the model page, or install the model from a folder.",
    action: "pick",
  }),
  "shelf-stalled": ({ seconds }) => ({
    title: `Nothing came for ${seconds} seconds.`,
    wayOn: "What came so far is kept. Try again; it goes on where it stopped.",
    action: "retry",
  }),
  "shelf-changed-on-host": ({ file }) => ({
    title: `${file} changed on the server since the download began.`,
    wayOn: "Nothing was installed. Start the download again.",
    action: "retry",
  }),
  "shelf-catalogue-unreadable": ({ place }) => ({
    title: `This catalogue cannot be read (${place}).`,
    wayOn: "The list is as it was. Ask whoever made the file to check that place.",
    action: "none",
  }),
  "shelf-files-gone": () => ({
    title: "The files cannot be read any more.",
    wayOn: "The page was closed while it copied, or they were moved or unplugged. Choose them again.",
    action: "pick",
  }),
  "shelf-unexpected": () => ({
    title: "Something went wrong that nobody foresaw.",
    wayOn: "Installed models and cases are untouched. Try again, and report it if it stays.",
    action: "retry",
  }),
};

/** The words of an error, with its numbers. */
export function shelfErrorText(error: ShelfError): ShelfErrorText {
  // Each function takes the error of its own type, which the compiler cannot see through the lookup.
  const words: (error: never) => ShelfErrorText = texts[error.type];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said
  return words(error as never);
}

function someOf(names: readonly string[], noun: string): string {
  const shown = names.slice(0, 3).join(", ");
  const rest = names.length - 3;
  if (names.length === 1) return `${shown} is`;
  return rest > 0 ? `${shown} and ${rest} more ${noun}s are` : `${shown} are`;
}
