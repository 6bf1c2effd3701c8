/** The list of cases on this device. Shown only while the vault is open, or in a temporary workspace. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { canWrite, useVaultState } from "../common/use-vault.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { PlusIcon } from "../kit/icons/actions.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { vaultCasesQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { casesText } from "../text/cases.ts";
import { BackupAdviceNotice } from "./BackupAdviceNotice.tsx";
import { CaseList } from "./CaseList.tsx";
import { NewCase } from "./NewCase.tsx";

/** The new case is written in the place of the list, so that nothing else asks for attention. */
export function CasesPage(): ReactElement {
  const [isWriting, setWriting] = useState(false);
  const isWritable = canWrite(useVaultState());
  if (isWriting) return <NewCase onDone={() => setWriting(false)} />;
  return (
    <Page title={casesText.title} lead={casesText.lead}>
      <Cases onNew={isWritable ? () => setWriting(true) : undefined} />
      <BackupAdviceNotice />
    </Page>
  );
}

function Cases({ onNew }: { readonly onNew: (() => void) | undefined }): ReactElement {
  const { data: cases, refetch } = useQuery(vaultCasesQuery(useServices()));
  if (cases === undefined) return <Skeleton label={casesText.loading} lines={6} />;
  if (!cases.ok) return <VaultProblem error={cases.error} onRetry={() => void refetch()} />;
  if (cases.value.length === 0) return <NoCases onNew={onNew} />;
  return (
    <div className="grid gap-5">
      {onNew !== undefined && (
        <div>
          <Button tone="primary" icon={<PlusIcon />} onClick={onNew}>
            {casesText.newCase}
          </Button>
        </div>
      )}
      <CaseList cases={cases.value} isWritable={onNew !== undefined} />
    </div>
  );
}

function NoCases({ onNew }: { readonly onNew: (() => void) | undefined }): ReactElement {
  return (
    <EmptyState
      icon={<CasesIcon />}
      title={casesText.emptyTitle}
      actions={
        <>
          {onNew !== undefined && (
            <Button tone="primary" icon={<PlusIcon />} onClick={onNew}>
              {casesText.emptyAction}
            </Button>
          )}
          <ButtonLink href="/teach">{casesText.emptySecond}</ButtonLink>
        </>
      }
    >
      {casesText.emptyExplanation}
    </EmptyState>
  );
}
