/** The teaching library: what cases there are, and their stories part by part. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { TeachIcon } from "../kit/icons/places.tsx";
import { Page } from "../kit/Page.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { teachingIndexQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { toneLabels } from "../text/shell.ts";
import { teachText } from "../text/teach.ts";
import { TeachingCaseCard } from "./TeachingCaseCard.tsx";

export type TeachPageProps = {
  /** What is offered before the list. */
  readonly offer: ReactNode;
};

/** The warning stands above the list, not behind a click. */
export function TeachPage({ offer }: TeachPageProps): ReactElement {
  return (
    <Page title={teachText.title} lead={teachText.lead}>
      <Callout tone="caution" toneLabel={toneLabels.caution} title={teachText.caution}>
        {teachText.cautionMore}
      </Callout>
      {offer}
      <CaseList />
    </Page>
  );
}

function CaseList(): ReactElement {
  const { data: index, refetch } = useQuery(teachingIndexQuery(useServices()));
  const [openId, setOpenId] = useState<string>();
  if (index === undefined) return <Skeleton label={teachText.loading} lines={6} />;
  if (!index.ok) {
    const { title, wayOn } = teachText.failed[index.error.type];
    return (
      <EmptyState
        icon={<TeachIcon />}
        title={title}
        actions={<Button onClick={() => void refetch()}>{teachText.retry}</Button>}
      >
        {wayOn}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3">
      {index.value.cases.map((entry) => (
        <li key={entry.id}>
          <TeachingCaseCard
            entry={entry}
            isOpen={entry.id === openId}
            onToggle={() => setOpenId(entry.id === openId ? undefined : entry.id)}
          />
        </li>
      ))}
    </ul>
  );
}
