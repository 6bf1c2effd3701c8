/** Changes settings of the vault and shows them as they then stand. */
import { useQueryClient } from "@tanstack/react-query";
import type { VaultSettings } from "../../contracts/vault.ts";
import { type VaultTask, useVaultTask } from "../common/use-vault.ts";
import { vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";

/** Applied at once. */
export function useChangeSettings(): VaultTask<Partial<VaultSettings>, VaultSettings> {
  const services = useServices();
  const queryClient = useQueryClient();
  return useVaultTask(async (change: Partial<VaultSettings>) => {
    const changed = await services.vault.changeSettings(change);
    if (changed.ok) queryClient.setQueryData(vaultSettingsQuery(services).queryKey, changed);
    return changed;
  });
}
