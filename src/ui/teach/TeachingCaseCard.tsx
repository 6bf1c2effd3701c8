/** One case of the library, closed or with its story open. */

import { useId } from "react";
import type { ReactElement } from "react";
import type { TeachingCaseEntry } from "../../domain/argument/teaching/teaching-case.ts";
import { OpenTeachingCase } from "../common/OpenTeachingCase.tsx";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { teachText } from "../text/teach.ts";
import { StagedStory } from "./StagedStory.tsx";

export type TeachingCaseCardProps = {
  readonly entry: TeachingCaseEntry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** The title tells nothing of the answer. */
export function TeachingCaseCard({ entry, isOpen, onToggle }: TeachingCaseCardProps): ReactElement {
  const storyId = useId();
  return (
    <article className="rounded-panel border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <h2 className="text-lead font-[600]">{entry.title}</h2>
          <p className="text-small text-ink-soft">
            {entry.specialty} · {entry.setting}
          </p>
        </div>
        <Chip>{entry.difficulty}</Chip>
        <Button
          aria-expanded={isOpen}
          aria-controls={isOpen ? storyId : undefined}
          aria-label={`${isOpen ? teachText.close : teachText.read}: ${entry.title}`}
          onClick={onToggle}
        >
          {isOpen ? teachText.close : teachText.read}
        </Button>
        <OpenTeachingCase id={entry.id} name={teachText.openOf(entry.title)}>
          {teachText.open}
        </OpenTeachingCase>
      </div>
      {isOpen && (
        <section
          id={storyId}
          aria-label={teachText.storyOf(entry.title)}
          className="border-t border-line px-5 py-5"
        >
          <StagedStory caseId={entry.id} />
        </section>
      )}
    </article>
  );
}
