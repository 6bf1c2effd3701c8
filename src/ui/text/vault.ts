/** Words of the vault: setting it up, opening and locking it, and the temporary workspace. */
import type { VaultState } from "../../contracts/vault.ts";
import type { PassphraseStrength } from "../../workbench/vault/passphrase-strength.ts";

type LockedBecause = Extract<VaultState, { readonly type: "locked" }>["because"];

export const vaultText = {
  lead: "Every case stays on this device.",
  chooseTitle: "Where should your cases be kept?",
  vaultTitle: "In a vault on this device",
  vaultSentences: [
    "The vault keeps your cases in this browser, encrypted with a passphrase that only you know.",
    "Nothing of it is sent anywhere, and nobody, not even whoever hosts this app, can open it or reset it.",
    "It locks itself when you are away, and a recovery code on paper opens it if you forget the passphrase.",
  ],
  vaultAction: "Set up the vault",
  temporaryTitle: "Nowhere: a temporary workspace",
  temporaryExplanation:
    "Try things out with nothing written to this device. Everything is gone when the tab is closed or reloaded.",
  temporaryAction: "Start a temporary workspace",
  temporaryStarting: "Starting…",
  neither: "The teaching cases need neither.",
  neitherAction: "See the teaching cases",
  haveBackup: "You have a backup of a vault?",
  haveBackupAction: "Restore it in Settings",

  passphraseTitle: "Choose a passphrase",
  passphraseLead:
    "Five or six words that do not belong together are easy to remember and hard to guess. Spaces count, and no kind of character is required.",
  passphrase: "Passphrase",
  passphraseAgain: "The same passphrase again",
  tooEasy: "This is too easy to guess.",
  notTheSame: "The two are not the same.",
  show: "Show",
  hide: "Hide",
  capsLock: "Caps Lock is on.",
  strength: (strength: PassphraseStrength): string => {
    if (strength.type === "empty") return "At least 15 characters.";
    if (strength.type === "short")
      return strength.missing === 1 ? "One more character." : `${strength.missing} more characters.`;
    return { repeated: "Too few different characters.", enough: "Long enough.", strong: "Strong." }[
      strength.type
    ];
  },
  strengthLabel: "Strength of the passphrase",
  noReset:
    "There is no reset by e-mail: without passphrase and recovery code the cases cannot be read again.",
  create: "Make the vault",
  creating: "Making the vault…",
  back: "Back",

  codeTitle: "Your recovery code",
  codeLead:
    "It opens the vault if you forget the passphrase. It is shown this once and kept nowhere: print it or write it down, and keep it away from this device.",
  codeLabel: "Recovery code of this Curbside vault",
  codePaper:
    "Whoever has this code and this device, or a backup, can read the cases. Keep it as you keep a key.",
  codePaperHow: "To use it: open Curbside, choose “Use the recovery code”, and type the groups.",
  codeDate: (date: string) => `Made on ${date}`,
  copy: "Copy",
  copied: "Copied. The clipboard may be read by other programs; paste it and copy something else.",
  copyFailed: "This browser did not allow copying. Print it or write it down.",
  print: "Print",
  checkTitle: "I have kept it",
  checkLead: "Type these two groups from your copy.",
  group: (place: number) => `Group ${place}`,
  groupWrong: "That is not this group. Look at your copy again.",
  done: "Done",

  lockedTitle: "The vault is locked",
  because: {
    start: "Your cases are on this device, encrypted.",
    asked: "You locked it. Your cases are on this device, encrypted.",
    idle: "It locked itself because nobody was here for a while. Everything saved is there.",
    suspend: "It locked itself because the device slept. Everything saved is there.",
    "other-tab": "It was locked in another tab. Everything saved is there.",
    crash: "Its worker stopped, so it locked itself. Everything saved is there.",
  } as const satisfies Record<LockedBecause, string>,
  unlock: "Unlock",
  unlocking: "Opening…",
  passkey: "Use the passkey",
  passkeyWaiting: "Waiting for the passkey…",
  byCode: "Use the recovery code",
  byPassphrase: "Use the passphrase",
  code: "Recovery code",
  codeHelp: "Seven groups of four. Capital or small letters, with or without dashes.",
  forgotten: "Forgot the passphrase?",
  forgottenWays: [
    "The recovery code that you printed or wrote down opens the vault; then set a new passphrase in Settings.",
    "A backup opens with the passphrase and the recovery code that the vault had when it was made.",
    "Without any of these the cases cannot be read by anyone. You can remove the vault and start a new one.",
  ],
  forgottenAction: "Backup and removal are in Settings",

  unusableTitle: "The vault cannot be used here",
  unusableInstead: "What works all the same",

  endTitle: "End the temporary workspace?",
  endExplanation: "Its cases were never written to this device. They are gone for good when it ends.",
  endConfirm: "End it",
  endCancel: "Keep it",

  lockingSoon: (seconds: number) =>
    seconds === 1 ? "The vault locks in 1 second." : `The vault locks in ${seconds} seconds.`,
  lockingSoonHeard: "Nobody was here for a while. The vault locks in half a minute.",
  stay: "Stay unlocked",

  backupDue: {
    never: "There is no backup of your cases yet.",
    "week-old": "The last backup is more than a week old.",
    "not-persistent":
      "This browser may clear your cases when space runs short, and there is no recent backup.",
  },
  backupDueMore: "A backup is one encrypted file. Keep it on another device or drive.",
  backupDueAction: "Make a backup",
  backupDueLater: "Not now",
} as const;
