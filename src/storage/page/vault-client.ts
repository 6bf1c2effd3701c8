/** What the page's half of the vault holds: its state, the line to the worker, and who listens. Never a key. */
import type { CaseNews, VaultState } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Result } from "../../shared/result.ts";
import type { CoreNotice } from "../core/core-state.ts";
import type { AnswerOf, AskOf, CallName } from "../core/vault-core.ts";
import type { Locks } from "../tabs/case-lock.ts";
import type { TabBus, TabMessage } from "../tabs/tab-bus.ts";
import { createWorkerLine, type VaultWorker, type WorkerLine } from "../worker/worker-line.ts";
import type { PasskeyQuestion, Passkeys } from "./passkeys.ts";
import type { Traces } from "./wipe.ts";

export type VaultParts = {
  /** Starts `vault.worker.ts`. */
  readonly createWorker: () => VaultWorker;
  readonly locks: Locks | undefined;
  readonly bus: TabBus;
  /** Undefined where the browser knows no security devices. */
  readonly passkeys: Passkeys | undefined;
  readonly traces: Traces;
};

type LockReason = Extract<VaultState, { readonly type: "locked" }>["because"];

/** Who hears of a case in the worker. */
export type CaseEar = {
  readonly onNews: (news: CaseNews) => void;
  /** Before it is opened. */
  readonly onAhead: (texts: readonly string[]) => void;
};

export type Client = VaultParts & {
  state: VaultState;
  line: WorkerLine | undefined;
  /** Of the vault on this device, for the locked state and for unlocking. */
  passkey: PasskeyQuestion | undefined;
  handles: number;
  readonly openCases: Map<number, CaseEar>;
  readonly listeners: Set<() => void>;
  readonly caseListeners: Set<() => void>;
  onProgress: ((done: number, total: number) => void) | undefined;
};

/** A client that has not looked yet. */
export function createClient(parts: VaultParts): Client {
  const client: Client = {
    ...parts,
    state: { type: "looking" },
    line: undefined,
    passkey: undefined,
    handles: 0,
    openCases: new Map(),
    listeners: new Set(),
    caseListeners: new Set(),
    onProgress: undefined,
  };
  parts.bus.listen((message) => hearTab(client, message));
  return client;
}

/** Asks the worker; starts one where there is none. */
export function call<Name extends CallName>(
  client: Client,
  name: Name,
  ask: AskOf<Name>,
): Promise<Result<AnswerOf<Name>, VaultError>> {
  client.line ??= createWorkerLine({
    createWorker: client.createWorker,
    locks: client.locks,
    onNotice: (notice) => hearWorker(client, notice),
    onDeath: () => onDeath(client),
  });
  return client.line.call(name, ask);
}

/** Changes the state and tells who listens. */
export function setState(client: Client, state: VaultState): void {
  client.state = state;
  for (const listener of client.listeners) listener();
}

/** Finds out whether there is a vault here. */
export async function lookAgain(client: Client, because: LockReason = "start"): Promise<void> {
  setState(client, { type: "looking" });
  const looked = await call(client, "look", undefined);
  if (client.state.type !== "looking") return;
  if (!looked.ok) return setState(client, { type: "unusable", error: looked.error });
  client.passkey = looked.value.passkey;
  if (!looked.value.isThere) return setState(client, { type: "absent" });
  return setState(client, toLocked(client, because));
}

/** Ends the worker, and with it the key, the connection and all text in it; then forgets what the page knows. */
export async function closeVault(client: Client, because: LockReason): Promise<void> {
  const { type } = client.state;
  if (type !== "open" && type !== "temporary") return;
  endLine(client, { type: "vault-locked" });
  // A temporary workspace is not locked, it is gone; what is on this device is as it was before.
  if (type === "temporary") await lookAgain(client);
  else setState(client, toLocked(client, because));
}

/** Ends the worker and closes what was open through it. */
export function endLine(client: Client, error: VaultError): void {
  client.line?.end(error);
  client.line = undefined;
  client.onProgress = undefined;
  const readers = [...client.openCases.values()];
  client.openCases.clear();
  for (const { onNews } of readers) onNews({ type: "closed" });
}

function toLocked(client: Client, because: LockReason): VaultState {
  return {
    type: "locked",
    because,
    hasPasskey: client.passkey !== undefined && client.passkeys !== undefined,
  };
}

function hearTab(client: Client, message: TabMessage): void {
  if (client.state.type === "temporary") return;
  if (message.type === "lock") void closeVault(client, "other-tab");
  if (message.type === "made" && client.state.type === "absent") void lookAgain(client);
  if (message.type !== "wipe") return;
  endLine(client, { type: "vault-locked" });
  void lookAgain(client);
}

function hearWorker(client: Client, notice: CoreNotice): void {
  if (notice.type === "case") client.openCases.get(notice.handle)?.onNews(notice.news);
  else if (notice.type === "case-ahead") client.openCases.get(notice.handle)?.onAhead(notice.texts);
  else if (notice.type === "progress") client.onProgress?.(notice.done, notice.total);
  else if (notice.type === "cases-changed") for (const listener of client.caseListeners) listener();
  else {
    endLine(client, notice.error);
    setState(client, { type: "unusable", error: notice.error });
  }
}

/** The worker died. What it had acknowledged is on disk; the key is gone, so the passphrase is asked for again. */
function onDeath(client: Client): void {
  const { type } = client.state;
  endLine(client, { type: "vault-crashed" });
  if (type === "open") setState(client, toLocked(client, "crash"));
  else if (type === "temporary") void lookAgain(client, "crash");
  else if (type === "looking") setState(client, { type: "unusable", error: { type: "vault-crashed" } });
}
