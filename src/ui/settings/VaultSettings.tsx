/** What may be chosen about the vault while it is open. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useVaultState } from "../common/use-vault.ts";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Callout } from "../kit/Callout.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { vaultSettingsQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { vaultSettingsText } from "../text/vault-settings.ts";
import { toneLabels } from "../text/shell.ts";
import { BackupPart } from "./BackupPart.tsx";
import { IdleChoice } from "./IdleChoice.tsx";
import { ProfileList } from "./ProfileList.tsx";
import { WaysIn } from "./WaysIn.tsx";

/** A closed vault tells nothing of its settings, so this says where to open it. */
export function VaultSettings(): ReactElement {
  const state = useVaultState();
  if (state.type === "open")
    return <OpenVaultSettings isReadOnly={state.isReadOnly} isWeak={state.keyDerivation === "pbkdf2"} />;
  const isTemporary = state.type === "temporary";
  const closed = state.type === "locked" ? vaultSettingsText.locked : vaultSettingsText.absent;
  return (
    <PageSection title={vaultSettingsText.title}>
      <p className="text-ink-soft">{isTemporary ? vaultSettingsText.temporary : closed}</p>
      {!isTemporary && (
        <div>
          <ButtonLink href="/cases">{vaultSettingsText.toCases}</ButtonLink>
        </div>
      )}
    </PageSection>
  );
}

function OpenVaultSettings(props: { readonly isReadOnly: boolean; readonly isWeak: boolean }): ReactElement {
  const { isReadOnly, isWeak } = props;
  const { data: settings, refetch } = useQuery(vaultSettingsQuery(useServices()));
  if (settings === undefined) return <Skeleton label={vaultSettingsText.loading} lines={6} />;
  if (!settings.ok) return <VaultProblem error={settings.error} onRetry={() => void refetch()} />;
  return (
    <>
      {!isReadOnly && (
        <>
          <PageSection title={vaultSettingsText.title}>
            {isWeak && (
              <Callout tone="caution" toneLabel={toneLabels.caution}>
                {vaultSettingsText.pbkdf2}
              </Callout>
            )}
            <IdleChoice minutes={settings.value.idleMinutes} />
          </PageSection>
          <PageSection title={vaultSettingsText.waysIn}>
            <WaysIn />
          </PageSection>
          <PageSection title={vaultSettingsText.profiles}>
            <ProfileList settings={settings.value} />
          </PageSection>
        </>
      )}
      <PageSection title={vaultSettingsText.backup}>
        <BackupPart lastBackupAt={settings.value.lastBackupAt} />
      </PageSection>
    </>
  );
}
