/**
 * The page half of the vault's proofs: the app's own vault and worker without a screen around them. A proof calls what
 * is on `globalThis.vaultProof`, and hears what was kept through `globalThis.reportKept`, which it puts there.
 */
import type { Vault } from "../../src/contracts/vault.ts";
import { readBrowserParts } from "../../src/storage/page/browser-vault.ts";
import { createVault } from "../../src/storage/page/create-vault.ts";
import { vaultWorkerUrl } from "../../src/storage/vault-worker-url.ts";
import { type CaseCheck, checkCase } from "./check-case.ts";
import { damageRow } from "./damage-row.ts";
import {
  editCase,
  type Editing,
  type ReadIds,
  readIds,
  watchWriters,
  type WritersSeen,
} from "./edit-case.ts";
import { createProofEvent } from "./proof-event.ts";
import { writeCase, type Writing } from "./write-case.ts";

export type VaultProof = {
  /** Creates the vault or opens it; answers what it did, or the kind of the error. */
  readonly enter: (passphrase: string) => Promise<string>;
  /** Creates a case with its first event alone. */
  readonly createCase: (caseId: string) => Promise<string>;
  readonly write: (writing: Omit<Writing, "report">) => Promise<void>;
  readonly check: (caseId: string, acknowledged: readonly number[]) => Promise<CaseCheck>;
  /** Ends the worker from outside, as a crash of it does; resolves when the vault has noticed. */
  readonly killWorker: () => Promise<void>;
  readonly damageRow: (caseId: string) => Promise<void>;
  /** Edits the case from a place of this tab's own list on; resolves when the list is at its end. */
  readonly edit: (editing: Omit<Editing, "report">) => Promise<void>;
  readonly readIds: (caseId: string) => Promise<ReadIds>;
  /** The most tabs that held the case's writing lock at any of so many looks. */
  readonly watchWriters: (caseId: string, ms: number) => Promise<WritersSeen>;
  readonly lock: () => Promise<void>;
};

type PolicyFactory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

declare global {
  var vaultProof: VaultProof;
  var reportKept: ((caseId: string, places: readonly number[]) => Promise<void>) | undefined;
}

// The type library does not know Trusted Types yet; a trusted address behaves as its text does.
const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
const policy = trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (url !== vaultWorkerUrl) throw new TypeError("Not the vault's worker");
    return url;
  },
});

let worker: Worker | undefined;

const vault: Vault = createVault(
  readBrowserParts({
    createWorker: () => {
      worker = new Worker(policy?.createScriptURL(vaultWorkerUrl) ?? vaultWorkerUrl, { type: "module" });
      return worker;
    },
    credentials: undefined,
    localStorage,
    listServiceWorkers: () => navigator.serviceWorker.getRegistrations(),
  }),
);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function enter(passphrase: string): Promise<string> {
  await until(() => vault.readState().type !== "looking");
  const state = vault.readState();
  if (state.type === "absent") {
    const made = await vault.create(passphrase);
    return made.ok ? "created" : made.error.type;
  }
  if (state.type !== "locked") return state.type;
  const unlocked = await vault.unlock({ type: "passphrase", text: passphrase });
  return unlocked.ok ? "unlocked" : unlocked.error.type;
}

globalThis.vaultProof = {
  enter,
  createCase: async (caseId) => {
    const created = await vault.createCase([createProofEvent(caseId, 0)]);
    return created.ok ? "created" : created.error.type;
  },
  write: (writing) =>
    writeCase(vault, {
      ...writing,
      report: (caseId, places) => void globalThis.reportKept?.(caseId, places),
    }),
  check: (caseId, acknowledged) => checkCase(vault, caseId, acknowledged),
  killWorker: async () => {
    worker?.terminate();
    await until(() => vault.readState().type === "locked");
  },
  damageRow,
  edit: (editing) =>
    editCase(vault, {
      ...editing,
      report: (place) => void globalThis.reportKept?.(editing.caseId, [place]),
    }),
  readIds: (caseId) => readIds(vault, caseId),
  watchWriters,
  lock: () => vault.lock("asked"),
};
