/** Checks entries of a catalogue that came from elsewhere: a person's file, the app's own server, a kept job. */
import {
  isBetween,
  isCount,
  isFilledText,
  isListOf,
  isShape,
  isText,
  isWordOf,
  isYesOrNo,
} from "../../contracts/guards.ts";
import type { CatalogueEntry, CatalogueFile } from "../../contracts/model-shelf.ts";
import { isPackFileName, isSha256 } from "../../contracts/pack.ts";

/** Whether a value is one whole entry, with every field in its place. */
export const isCatalogueEntry = isShape<CatalogueEntry>({
  id: isPackFileName,
  name: isFilledText,
  family: isFilledText,
  format: isWordOf(["web-llm", "gguf"]),
  template: isFilledText,
  parameters: isCount,
  quantisation: isFilledText,
  contextTokens: isCount,
  bytesPerContextToken: isCount,
  memoryBytes: isCount,
  roughBytes: isCount,
  needsHalfPrecision: isYesOrNo,
  thinking: isWordOf(["always", "switchable", "never"]),
  licence: isText,
  knownOf: isText,
  address: isText,
  revision: isText,
  files: isListOf(
    isShape<CatalogueFile>({
      name: isPackFileName,
      path: isFilledText,
      bytes: isBetween(1, 64 * 1024 ** 3),
      sha256: isSha256,
    }),
  ),
});
