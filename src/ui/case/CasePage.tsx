/** One case: its note, what runs it, and the panels in which its argument is read and changed. */

import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { AddStep } from "../actions/AddStep.tsx";
import { DeskActionsProvider } from "../actions/DeskActionsProvider.tsx";
import { UndoTools } from "../actions/UndoTools.tsx";
import { VaultProblem } from "../common/VaultProblem.tsx";
import { DeskContext } from "../desk/use-desk.ts";
import { RunContext } from "../desk/use-run.ts";
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
import { CaseNotices } from "./CaseNotices.tsx";
import { CasePanels, type CaseSlot, type CaseSlots } from "./CasePanels.tsx";
import { CaseStanding } from "./CaseStanding.tsx";
import { CaseTextPanel } from "./CaseTextPanel.tsx";
import { useFirstSight } from "./use-first-sight.ts";
import { type OpenCaseParts, useOpenCase } from "./use-open-case.ts";

export type CasePageProps = { readonly caseId: string; readonly slots: CaseSlots };

/** An address alone never holds a case: it opens one only on the device that has it. */
export function CasePage({ caseId, slots }: CasePageProps): ReactElement {
  const { opened, retry } = useOpenCase(caseId);
  if (opened === undefined) {
    return (
      <Page title={caseText.title}>
        <Skeleton label={caseText.opening} lines={6} />
      </Page>
    );
  }
  if (opened.ok) return <OpenedCase caseId={caseId} slots={slots} parts={opened.value} />;
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

type OpenedCaseProps = CasePageProps & { readonly parts: OpenCaseParts };

function OpenedCase({ caseId, slots, parts: { desk, caseRun } }: OpenedCaseProps): ReactElement {
  const { session } = desk;
  const [isUnsaved, setUnsaved] = useState(false);
  const isClosed = useStore(session.store, (live) => live.isClosed);
  const written = useStore(session.store, (live) => live.view.state.title);
  const title = useTitle(caseId) ?? written;
  const isSeen = useFirstSight();
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
    <DeskContext value={desk}>
      <RunContext value={caseRun}>
        <DeskActionsProvider>
          <div className="grid grid-cols-1 gap-4">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
              <div className="grid gap-1">
                <p className="text-small">
                  <Link href="/cases">{caseText.allCases}</Link>
                </p>
                <h1 className="text-title">{title}</h1>
              </div>
              <div className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-2">
                <CaseStanding session={session} isUnsaved={isUnsaved} />
                <AddStep />
                <UndoTools />
                {drawSlots(slots.tools)}
              </div>
            </div>
            <CaseNotices session={session} />
            {slots.runBar}
            {drawSlots(slots.bars)}
            <CasePanels
              slots={slots}
              isSeen={isSeen}
              note={<CaseTextPanel session={session} isSeen={isSeen} onUnsaved={setUnsaved} />}
            />
          </div>
        </DeskActionsProvider>
      </RunContext>
    </DeskContext>
  );
}

function drawSlots(slots: readonly CaseSlot[]): readonly ReactElement[] {
  return slots.map(({ id, panel }) => <Fragment key={id}>{panel}</Fragment>);
}
