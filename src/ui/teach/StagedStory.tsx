/** A story told part by part, so that a group can commit before it knows more. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import type { TeachingCase } from "../../domain/argument/teaching/teaching-case.ts";
import { Button } from "../kit/Button.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { teachingCaseQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { teachText } from "../text/teach.ts";

export type StagedStoryProps = { readonly caseId: string };

/** Fetched when it is opened. */
export function StagedStory({ caseId }: StagedStoryProps): ReactElement {
  const { data: story } = useQuery(teachingCaseQuery(useServices(), caseId));
  if (story === undefined) return <Skeleton label={teachText.loading} lines={4} />;
  if (!story.ok) return <p role="alert">{teachText.failed[story.error.type].wayOn}</p>;
  return <Parts teaching={story.value} />;
}

function Parts({ teaching }: { readonly teaching: TeachingCase }): ReactElement {
  const [shownCount, setShownCount] = useState(1);
  const next = teaching.stages[shownCount];
  return (
    <div className="grid max-w-prose gap-5">
      <ol aria-live="polite" className="grid gap-5">
        {teaching.stages.slice(0, shownCount).map(({ stage, start, end }) => (
          <li key={stage} className="grid gap-1">
            <h3 className="text-small font-[600] text-ink-soft capitalize">{stage}</h3>
            <p className="whitespace-pre-line">{teaching.vignette.slice(start, end)}</p>
          </li>
        ))}
      </ol>
      {next === undefined ? (
        <p className="text-ink-soft">{teachText.all}</p>
      ) : (
        <p>
          <Button tone="primary" onClick={() => setShownCount(shownCount + 1)}>
            {teachText.next(next.stage)}
          </Button>
        </p>
      )}
    </div>
  );
}
