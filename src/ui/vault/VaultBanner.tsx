/** What must be seen on every screen as long as it holds: nothing is written, or nothing can be. */

import type { ReactElement } from "react";
import { useVaultState } from "../common/use-vault.ts";
import { CautionIcon, InfoIcon } from "../kit/icons/signs.tsx";
import { toneClass } from "../kit/tone.ts";
import { vaultFrameText } from "../text/vault-frame.ts";

/** Stays at the top while the page scrolls. */
export function VaultBanner(): ReactElement | null {
  const state = useVaultState();
  const isTemporary = state.type === "temporary";
  if (!isTemporary && !(state.type === "open" && state.isReadOnly)) return null;
  return (
    <aside
      aria-label={isTemporary ? vaultFrameText.temporary : vaultFrameText.readOnlyBanner}
      className={`sticky top-0 z-30 border-b ${toneClass(isTemporary ? "caution" : "info")} print:static`}
    >
      <p className="mx-auto flex max-w-(--frame-width) items-center gap-2 px-4 py-2 text-small font-[560] text-ink sm:px-6">
        <span className={isTemporary ? "text-caution" : "text-info"}>
          {isTemporary ? <CautionIcon /> : <InfoIcon />}
        </span>
        {isTemporary ? vaultFrameText.temporaryBanner : vaultFrameText.readOnlyBanner}
      </p>
    </aside>
  );
}
