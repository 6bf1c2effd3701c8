/** One case: its text with numbered sentences, how it stands with saving, and who writes it. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { Link } from "../kit/Link.tsx";
import { Page } from "../kit/Page.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { vaultCasesQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { caseText } from "../text/case.ts";
import { vaultErrorText } from "../text/vault-errors.ts";
import type { CaseSession } from "../../workbench/case-session/case-session.ts";
import { CaseNotices } from "./CaseNotices.tsx";
import { CaseStanding } from "./CaseStanding.tsx";
import { CaseTextPanel } from "./CaseTextPanel.tsx";
import { useCaseSession } from "./use-case-session.ts";

export type CasePageProps = { readonly caseId: string };

/** An address alone never holds a case: it opens one only on the device that has it. */
export function CasePage({ caseId }: CasePageProps): ReactElement {
  const { opened, retry } = useCaseSession(caseId);
  if (opened === undefined) {
    return (
      <Page title={caseText.title}>
        <Skeleton label={caseText.opening} lines={6} />
      </Page>
    );
  }
  if (opened.ok) return <OpenedCase caseId={caseId} session={opened.value} />;
  if (opened.error.type === "vault-case-missing") return <Missing />;
  return (
    <Page title={caseText.title}>
      <VaultProblem error={opened.error} onRetry={retry} />
    </Page>
  );
}

function Missing(): ReactElement {
  const { title, wayOn } = vaultErrorText({ type: "vault-case-missing" });
  return (
    <Page title={caseText.title}>
      <EmptyState icon={<CasesIcon />} title={title} actions={<BackButton />}>
        {wayOn}
      </EmptyState>
    </Page>
  );
}

function BackButton(): ReactElement {
  return (
    <ButtonLink href="/cases" tone="primary">
      {caseText.back}
    </ButtonLink>
  );
}

/** The title may have been changed since the case was created. */
function useTitle(caseId: string): string | undefined {
  const { data: cases } = useQuery(vaultCasesQuery(useServices()));
  return cases?.ok === true ? cases.value.find(({ id }) => id === caseId)?.title : undefined;
}

function OpenedCase(props: { readonly caseId: string; readonly session: CaseSession }): ReactElement {
  const { caseId, session } = props;
  const [isUnsaved, setUnsaved] = useState(false);
  const isClosed = useStore(session.store, (live) => live.isClosed);
  const written = useStore(session.store, (live) => live.view.state.title);
  const title = useTitle(caseId) ?? written;
  if (isClosed) {
    return (
      <Page title={caseText.title}>
        <EmptyState icon={<CasesIcon />} title={caseText.closedTitle} actions={<BackButton />}>
          {caseText.closedExplanation}
        </EmptyState>
      </Page>
    );
  }
  return (
    <div className="grid gap-6">
      <p className="-mb-4 text-small">
        <Link href="/cases">{caseText.allCases}</Link>
      </p>
      <Page title={title}>
        <CaseStanding session={session} isUnsaved={isUnsaved} />
        <CaseNotices session={session} />
        <CaseTextPanel session={session} onUnsaved={setUnsaved} />
      </Page>
    </div>
  );
}
