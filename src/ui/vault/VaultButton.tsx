/** The lock in the header: there only while there is something to lock. */

import type { ReactElement } from "react";
import { useVaultState } from "../common/use-vault.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { LockIcon } from "../kit/icons/signs.tsx";
import { vaultFrameText } from "../text/vault-frame.ts";

export type VaultButtonProps = {
  readonly shortcut: readonly string[];
  readonly onPress: () => void;
};

/** Of a temporary workspace it is the end, so that asks first. */
export function VaultButton({ shortcut, onPress }: VaultButtonProps): ReactElement | null {
  const { type } = useVaultState();
  if (type !== "open" && type !== "temporary") return null;
  return (
    <IconButton
      label={type === "open" ? vaultFrameText.lock : vaultFrameText.endTemporary}
      icon={<LockIcon />}
      shortcut={shortcut}
      onClick={onPress}
    />
  );
}
