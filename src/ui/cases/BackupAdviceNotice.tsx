/** A quiet word when nothing but this browser's storage protects the work. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { useVaultState } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Callout } from "../kit/Callout.tsx";
import { backupAdviceQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { toneLabels } from "../text/shell.ts";
import { vaultText } from "../text/vault.ts";

/** Put off, it stays away until the screen is opened again. A temporary workspace is not backed up. */
export function BackupAdviceNotice(): ReactElement | null {
  const isOpen = useVaultState().type === "open";
  const { data: advice } = useQuery({ ...backupAdviceQuery(useServices()), enabled: isOpen });
  const [isPutOff, setPutOff] = useState(false);
  if (!isOpen || isPutOff || advice?.ok !== true || advice.value.type === "none") return null;
  return (
    <Callout
      tone="info"
      toneLabel={toneLabels.info}
      title={vaultText.backupDue[advice.value.because]}
      actions={
        <>
          <ButtonLink href="/settings" size="small">
            {vaultText.backupDueAction}
          </ButtonLink>
          <Button tone="quiet" size="small" onClick={() => setPutOff(true)}>
            {vaultText.backupDueLater}
          </Button>
        </>
      }
    >
      {vaultText.backupDueMore}
    </Callout>
  );
}
