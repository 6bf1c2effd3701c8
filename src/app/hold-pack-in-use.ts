/** Keeps the files of the model that is in memory from being removed in another tab: a failed engine reads them again. */
import { packLockName } from "../contracts/pack.ts";
import type { EngineSession } from "../workbench/engine-session/engine-session.ts";
import { isInMemory } from "../workbench/engine-session/engine-state.ts";

/** Holds the pack's lock beside the engine, which lets go of it as soon as it has read everything. */
export function holdPackInUse({ store }: Pick<EngineSession, "store">): void {
  let held: { readonly packId: string; readonly letGo: () => void } | undefined;
  store.subscribe(({ model, status }) => {
    const wanted = isInMemory(status) ? model?.packId : undefined;
    if (wanted === held?.packId) return;
    held?.letGo();
    held = wanted === undefined ? undefined : { packId: wanted, letGo: hold(wanted) };
  });
}

function hold(packId: string): () => void {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  void navigator.locks.request(packLockName(packId), { mode: "shared" }, () => promise);
  return () => resolve(undefined);
}
