/**
 * What the workbench asks of the encrypted store on this device. Opening a vault and a case are the only ways to patient
 * text; locking ends both, whatever was going on.
 */
import type { RecordEvent } from "../domain/record/events.ts";
import type { Result } from "../shared/result.ts";
import type { VaultError } from "./vault-error.ts";

export type VaultState =
  | { readonly type: "looking" }
  /** Nothing was ever kept here. */
  | { readonly type: "absent" }
  | {
      readonly type: "locked";
      readonly because: "start" | "asked" | "idle" | "suspend" | "other-tab" | "crash";
      readonly hasPasskey: boolean;
    }
  | {
      readonly type: "open";
      readonly isReadOnly: boolean;
      readonly hasPasskey: boolean;
      /** Only where this device had no memory for Argon2id and the passphrase guards the keys through PBKDF2 instead. */
      readonly keyDerivation?: "pbkdf2";
    }
  /** A workspace in memory only: gone when the page is. */
  | { readonly type: "temporary" }
  | { readonly type: "unusable"; readonly error: VaultError };

/**
 * The fewest characters of a passphrase, and no rule about which. NIST SP 800-63B-4 (2025), 3.1.1.2: a password that is
 * the only factor has at least 15 characters and no composition rules.
 */
export const LEAST_PASSPHRASE = 15;

export type VaultSecret =
  | { readonly type: "passphrase"; readonly text: string }
  | { readonly type: "recovery-code"; readonly text: string }
  /** Asks the browser for the key of a security device; only on a click. */
  | { readonly type: "passkey" };

export type CaseSummary = {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly isArchived: boolean;
  /** When it was put in the bin; undefined while it is not there. */
  readonly binnedAt: number | undefined;
  readonly events: number;
  /** On disk, encrypted. */
  readonly bytes: number;
};

/** What was cut from a case whose end could not be read. */
export type CaseRepair = { readonly foundAt: number; readonly lostRows: number; readonly keptEvents: number };

export type CaseNews =
  | { readonly type: "events"; readonly events: readonly RecordEvent[] }
  | { readonly type: "role"; readonly role: CaseRole }
  /** The vault was locked or the case deleted: forget everything. */
  | { readonly type: "closed" };

/** One tab writes a case at a time; every other follows it live. */
export type CaseRole = "writer" | "follower";

/** Strict: on the disk when it is answered. Relaxed: at most half a second of it is lost if the machine dies. */
export type Durability = "strict" | "relaxed";

type Answer<Value> = Promise<Result<Value, VaultError>>;

export type OpenCase = {
  readonly id: string;
  /** The record as it stood when it was opened. */
  readonly events: readonly RecordEvent[];
  readonly repair: CaseRepair | undefined;
  readonly readRole: () => CaseRole;
  /** Adds events that are not there yet; one that is there already is left as it is. */
  readonly append: (events: readonly RecordEvent[], durability: Durability) => Answer<undefined>;
  /** Becomes the writer; the tab that was, follows. */
  readonly takeOver: () => Answer<undefined>;
  readonly subscribe: (onNews: (news: CaseNews) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Someone who annotates on this device; a name, not an account. */
export type Profile = {
  readonly id: string;
  readonly name: string;
  readonly kind: "clinician" | "educator" | "learner";
};

export type VaultSettings = {
  /** From 1 to 15. */
  readonly idleMinutes: number;
  readonly profiles: readonly Profile[];
  readonly activeProfile: string | undefined;
  readonly lastBackupAt: number | undefined;
};

export type BackupFile = {
  readonly blob: Blob;
  readonly name: string;
  readonly cases: number;
  readonly events: number;
};

/** What a backup would bring, before anything is written. */
export type RestorePlan = {
  readonly id: string;
  readonly madeAt: number;
  readonly isOfThisVault: boolean;
  readonly cases: readonly {
    readonly id: string;
    readonly title: string;
    readonly events: number;
    /** Of these, how many are not here yet. */
    readonly newEvents: number;
    readonly isHere: boolean;
  }[];
};

export type BackupAdvice =
  | { readonly type: "none" }
  /** Nothing protects this work but this browser's storage. */
  | { readonly type: "due"; readonly because: "never" | "week-old" | "not-persistent" };

export type WipeReport = {
  /** Whether nothing of ours was found afterwards. */
  readonly isEmpty: boolean;
  readonly left: readonly ("database" | "files" | "caches" | "local-storage" | "service-worker")[];
};

export type Vault = {
  readonly readState: () => VaultState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Gives the recovery code, which is shown once and kept nowhere. */
  readonly create: (passphrase: string) => Answer<{ readonly recoveryCode: string }>;
  readonly startTemporary: () => Answer<undefined>;
  readonly unlock: (secret: VaultSecret) => Answer<undefined>;
  readonly lock: (because: "asked" | "idle" | "suspend") => Promise<void>;
  readonly changePassphrase: (current: VaultSecret, next: string) => Answer<undefined>;
  readonly renewRecoveryCode: (current: VaultSecret) => Answer<{ readonly recoveryCode: string }>;
  /** Asks for a security device; only on a click. Whoever adds a way in proves first that they already have one. */
  readonly addPasskey: (current: VaultSecret) => Answer<undefined>;
  readonly removePasskey: () => Answer<undefined>;

  readonly listCases: () => Answer<readonly CaseSummary[]>;
  /** The first event must be the `case-create` of the id it carries. */
  readonly createCase: (events: readonly RecordEvent[]) => Answer<CaseSummary>;
  /**
   * `onAhead` may hear a record before it has been looked at event by event: to prepare with, never to show. What is
   * answered then begins with these very objects, or is another record altogether.
   */
  readonly openCase: (caseId: string, onAhead?: (events: readonly RecordEvent[]) => void) => Answer<OpenCase>;
  readonly changeCase: (
    caseId: string,
    change: { readonly title?: string; readonly isArchived?: boolean; readonly isBinned?: boolean },
  ) => Answer<CaseSummary>;
  /** For good; the bin is `changeCase`. */
  readonly destroyCase: (caseId: string) => Answer<undefined>;
  /** Told when the list of cases changed, here or in another tab. */
  readonly subscribeCases: (onChange: () => void) => () => void;

  readonly readSettings: () => Answer<VaultSettings>;
  readonly changeSettings: (change: Partial<VaultSettings>) => Answer<VaultSettings>;

  readonly makeBackup: (onProgress: (done: number, total: number) => void) => Answer<BackupFile>;
  readonly readBackupAdvice: () => Answer<BackupAdvice>;
  /** Reads and checks all of it; writes nothing. */
  readonly planRestore: (file: Blob, secret: VaultSecret) => Answer<RestorePlan>;
  /** Adds what the plan says and overwrites nothing. Into no vault, it makes one that the same secrets open. */
  readonly restore: (planId: string) => Answer<{ readonly events: number; readonly cases: number }>;
  readonly readCaseBytes: () => Answer<number>;
  /** Keys first, then everything of ours in this browser; models only if asked. */
  readonly wipe: (what: { readonly withModels: boolean }) => Answer<WipeReport>;
};
