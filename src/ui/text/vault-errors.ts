/**
 * One sentence and one way on for everything that can go wrong with what is kept here. No sentence says which part of
 * a secret was wrong, and none asks anybody to delete anything.
 */
import type { VaultError } from "../../contracts/vault-error.ts";

/** What the one button does; `none` where the way on lies in what is already on the screen. */
export type VaultAction = "none" | "retry" | "reload" | "settings" | "shelf" | "cases";

export type VaultErrorText = {
  readonly title: string;
  readonly wayOn: string;
  readonly action: VaultAction;
};

export const vaultActionLabels = {
  retry: "Try again",
  reload: "Reload this page",
  settings: "Go to Settings",
  shelf: "Look at the models",
  cases: "Go to Cases",
} as const satisfies Record<Exclude<VaultAction, "none">, string>;

const texts = {
  "vault-unavailable": {
    title: "This browser keeps nothing for this page.",
    wayOn: "Open Curbside in an ordinary window. A temporary workspace and the teaching cases work here too.",
    action: "reload",
  },
  "vault-open-failed": {
    title: "The database on this device does not open.",
    wayOn: "Nothing was deleted. Close other tabs of Curbside, or restart the browser, then try again.",
    action: "reload",
  },
  "vault-blocked-by-tabs": {
    title: "Another tab runs an older Curbside and holds the vault open.",
    wayOn: "Close every other tab of Curbside, then reload this one.",
    action: "reload",
  },
  "vault-outdated-page": {
    title: "Curbside was renewed in another tab.",
    wayOn: "This tab closed the vault so that nothing is overwritten. Reload to go on with the new version.",
    action: "reload",
  },
  "vault-read-only": {
    title: "A newer Curbside wrote this vault, so this one only reads it.",
    wayOn: "Use the newer version to change anything. Reading and backing up work here.",
    action: "reload",
  },
  "vault-held-by-model-page": {
    title: "The model page is open, and no case may be open beside it.",
    wayOn: "Close the tab with the model page, then try again.",
    action: "retry",
  },
  "vault-exists": {
    title: "There is a vault on this device already.",
    wayOn: "Another tab has just made it. Reload to open it.",
    action: "reload",
  },
  "vault-absent": {
    title: "There is no vault on this device.",
    wayOn: "Set one up on the Cases screen, or restore a backup in Settings.",
    action: "cases",
  },
  "vault-locked": {
    title: "The vault was locked meanwhile.",
    wayOn: "Unlock it, then do this again.",
    action: "cases",
  },
  "vault-wrong-secret": {
    title: "That does not open it.",
    wayOn: "Check for typing errors and Caps Lock, then try again.",
    action: "none",
  },
  "vault-weak-passphrase": {
    title: "This passphrase is too easy to guess.",
    wayOn: "Take several words that do not belong together.",
    action: "none",
  },
  "vault-passkey-unsupported": {
    title: "This browser or device has no passkey that can open a vault.",
    wayOn: "Your passphrase and recovery code open it as before.",
    action: "none",
  },
  "vault-passkey-refused": {
    title: "The passkey was not used.",
    wayOn: "Try again, or use your passphrase.",
    action: "none",
  },
  "vault-case-missing": {
    title: "This case is not on this device",
    wayOn: "It may have been deleted for good, here or in another tab.",
    action: "cases",
  },
  "vault-not-the-writer": {
    title: "Another tab writes this case.",
    wayOn: "Nothing was saved from here. Take over writing first.",
    action: "none",
  },
  "vault-no-room": {
    title: "There is no room left on this device.",
    wayOn:
      "This was not saved; everything saved before is untouched. Remove a model or free space, then save again.",
    action: "shelf",
  },
  "vault-write-failed": {
    title: "This was not saved.",
    wayOn: "Everything saved before is untouched. Try again.",
    action: "retry",
  },
  "vault-connection-lost": {
    title: "The browser closed the connection to its database.",
    wayOn: "Everything saved is still there. Try again.",
    action: "retry",
  },
  "vault-crashed": {
    title: "The vault stopped working and locked itself.",
    wayOn: "Everything saved is still there. Reload and unlock it again.",
    action: "reload",
  },
  "vault-damaged": {
    title: "A part of the vault cannot be read back.",
    wayOn: "Nothing was deleted. Restore a backup to bring back what is missing.",
    action: "settings",
  },
  "backup-not-a-backup": {
    title: "This file is no Curbside backup.",
    wayOn: "Choose a file whose name begins with curbside.",
    action: "none",
  },
  "backup-truncated": {
    title: "The end of this backup is missing.",
    wayOn: "It was copied or saved only in part. Choose another copy of it.",
    action: "none",
  },
  "backup-damaged": {
    title: "This backup was changed or damaged, so nothing of it is used.",
    wayOn: "Choose another copy of it, or an earlier backup.",
    action: "none",
  },
  "backup-newer": {
    title: "A newer Curbside made this backup.",
    wayOn: "Open it with that version, or choose an earlier backup.",
    action: "none",
  },
  "backup-too-large": {
    title: "This file is too large to be a backup.",
    wayOn: "Choose the backup file itself.",
    action: "none",
  },
  "vault-unexpected": {
    title: "Something went wrong that should not have.",
    wayOn: "Everything saved is still there. Reload the page and try again.",
    action: "reload",
  },
} as const satisfies Record<VaultError["type"], VaultErrorText>;

/** The words of an error, with its numbers where it has any. */
export function vaultErrorText(error: VaultError): VaultErrorText {
  const text: VaultErrorText = texts[error.type];
  const more = readDetail(error);
  return more === undefined ? text : { ...text, wayOn: `${more} ${text.wayOn}` };
}

const unavailable = {
  insecure: "Its address is not secure: that takes https or localhost.",
  "no-database": "It refuses a database, as private windows and blocked cookies do.",
  "no-locks": "It is too old to keep two tabs from writing over each other.",
} as const;

const damagedParts = {
  keys: "It is the part that holds the wrapped keys.",
  "case-list": "It is the list of cases.",
  settings: "It is the part that holds the settings; the cases are not affected.",
  case: "It is one case; the others are not affected.",
} as const;

function readDetail(error: VaultError): string | undefined {
  if (error.type === "vault-unavailable") return unavailable[error.why];
  if (error.type === "vault-damaged") return damagedParts[error.part];
  if (error.type === "vault-weak-passphrase") return `It needs at least ${error.least} characters.`;
  if (error.type === "backup-newer") return `Its format has the number ${error.version}.`;
  if (error.type === "backup-too-large")
    return `It has ${megabytes(error.bytes)}; the most that is read is ${megabytes(error.most)}.`;
  return undefined;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
