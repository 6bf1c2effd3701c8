/** How a screen reads the vault's state and asks something of it. */
import { useCallback, useState, useSyncExternalStore } from "react";
import type { VaultState } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { Result } from "../../shared/result.ts";
import { useServices } from "../services.ts";

/** The state as it is now; the screen follows it. */
export function useVaultState(): VaultState {
  const { vault } = useServices();
  return useSyncExternalStore(vault.subscribe, vault.readState);
}

/** Whether there is anything to write into: an open vault, or a temporary workspace. */
export function canWrite(state: VaultState): boolean {
  return state.type === "temporary" || (state.type === "open" && !state.isReadOnly);
}

export type VaultTask<Input, Value> = {
  readonly run: (input: Input) => Promise<Result<Value, VaultError>>;
  readonly isPending: boolean;
  readonly error: VaultError | undefined;
  readonly forgetError: () => void;
};

/**
 * One thing asked of the vault at a time. A mutation of the query library would keep what was handed in, a passphrase
 * or case text, in a cache; this keeps nothing.
 */
export function useVaultTask<Input, Value>(
  work: (input: Input) => Promise<Result<Value, VaultError>>,
): VaultTask<Input, Value> {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<VaultError>();
  const run = async (input: Input): Promise<Result<Value, VaultError>> => {
    setPending(true);
    setError(undefined);
    const result = await work(input);
    setPending(false);
    if (!result.ok) setError(result.error);
    return result;
  };
  return { run, isPending, error, forgetError: useCallback(() => setError(undefined), []) };
}
