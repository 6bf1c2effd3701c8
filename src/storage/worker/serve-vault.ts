/** The worker's half: hears calls and answers each. */
import { err } from "../../shared/result.ts";
import type { CoreNotice } from "../core/core-state.ts";
import type { CallName, VaultCore } from "../core/vault-core.ts";
import { isWorkerCall, type AnyAnswer, type WorkerCall, type WorkerMessage } from "./messages.ts";

/** The worker's end of the line. */
export type WorkerScope = {
  readonly post: (message: WorkerMessage) => void;
  readonly listen: (onMessage: (data: unknown) => void) => void;
};

export type ServeParts = {
  readonly scope: WorkerScope;
  readonly createCore: (onNotice: (notice: CoreNotice) => void) => VaultCore;
  /** Takes a lock that nobody else knows and keeps it as long as this worker lives; gives its name. */
  readonly holdLife: () => Promise<string>;
};

/** Serves a core to the page. */
export function serveVault({ scope, createCore, holdLife }: ServeParts): void {
  const core = createCore((notice) => scope.post({ type: "notice", notice }));
  const names = new Set(Object.keys(core));
  scope.listen((data) => {
    if (isWorkerCall(data, names)) void answerCall(scope, core, data);
  });
  void holdLife().then((lock) => scope.post({ type: "life", lock }));
}

async function answerCall(scope: WorkerScope, core: VaultCore, call: WorkerCall): Promise<void> {
  scope.post({ type: "answer", call: call.call, answer: await run(core, call) });
}

async function run<Name extends CallName>(
  core: VaultCore,
  { name, ask }: WorkerCall<Name>,
): Promise<AnyAnswer> {
  try {
    return await core[name](ask);
  } catch {
    // A bug. What it says could quote what it was handed, so it is not passed on.
    return err({ type: "vault-unexpected" });
  }
}
