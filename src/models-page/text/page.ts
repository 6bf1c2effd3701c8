/** Words of the model page. */
import type { VaultLockState } from "../vault-lock.ts";

export const lockWords = {
  held: "No case is open in this browser. This page keeps the vault locked until you leave it.",
  "case-open":
    "Another tab holds the vault: a case is open there, or this page is open twice. Nothing is downloaded from here until that tab is closed or locked.",
  unsupported:
    "This browser cannot lock the vault against this page, so nothing is downloaded here. Use a current Chrome, Edge, Firefox or Safari.",
} as const satisfies Record<VaultLockState, string>;

export const pageText = {
  checkAgain: "Check again",
  reading: "Reading the catalogue and looking at this device…",
  catalogueFailed: "The catalogue could not be read.",
  recommended: "Recommended here",
  fits: "Fits this device",
  fitsNot: "Not for this device",
  installed: "Installed",
  damaged: "Damaged: download it again, or check it on the Models screen",
  installedNone: "No model is installed in this browser yet.",
  download: "Download",
  downloadAgain: "Download again",
  notPinned:
    "Cannot be downloaded here: nobody has recorded the checksums of its files, so a download could not be checked. Import a catalogue that has them, or install the model from a folder on the Models screen.",
  notPinnedAll:
    "These cannot be downloaded here: nobody has recorded the checksums of their files, so a download could not be checked. Import a catalogue that has them, or install one from a folder on the Models screen.",
  nothingMeasured: "Nothing that we know of has been measured of its medical reasoning.",
  import: "Import a catalogue file…",
  importing: "Reading the file…",
  caution: "Caution",
  note: "Note",
} as const;

export const factText = {
  size: "Download",
  memory: "Memory",
  context: "Context",
  parameters: "Parameters",
  quantisation: "Quantisation",
  thinking: "Thinking",
  licence: "Licence",
  from: "From",
  estimate: (words: string) => `about ${words} (estimate)`,
  tokens: (tokens: number) => `${tokens.toLocaleString("en")} tokens`,
  thinkingWords: {
    always: "Thinks before every answer",
    switchable: "Can be switched on and off",
    never: "Answers without thinking",
  },
  ownServer: "this app's own server",
} as const;

/** What opens the list of models that cannot be downloaded here. */
export function othersToWords(count: number): string {
  return count === 1 ? "One more model that is known" : `${count} more models that are known`;
}

/** How many entries a file brought. */
export function importedToWords(count: number): string {
  return count === 1 ? "One model was added to the list." : `${count} models were added to the list.`;
}

/** Why a model is recommended, in numbers. */
export function recommendationToWords(
  name: string,
  needed: string,
  memory: string | undefined,
  contextTokens: number,
): string {
  const room =
    memory === undefined
      ? "This browser does not say how much memory this device has, so a small model is the safer choice."
      : `This device reports ${memory} of memory or more.`;
  return `${name} is the largest that should run here with room for everything else: it needs ${needed} for ${contextTokens.toLocaleString("en")} tokens of context. ${room}`;
}

export const recommendedNone =
  "None of these models fits this device; each says why. A smaller one can be installed from a file on the Models screen.";
