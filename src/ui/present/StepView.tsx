/** One step in type that can be read from the back of a room. */

import type { ReactElement, ReactNode } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { useCase, useFacts } from "../desk/use-desk.ts";
import { Chip } from "../kit/Chip.tsx";
import { presentText } from "../text/present.ts";
import { momentWords } from "../text/time.ts";
import { AnsweredStep } from "./AnsweredStep.tsx";
import { SubjectStep } from "./SubjectStep.tsx";

export type StepViewProps = { readonly moment: Moment; readonly place: number; readonly count: number };

/** Scrolls by itself where there is more than fits. */
export function StepView({ moment, place, count }: StepViewProps): ReactElement {
  return (
    <section
      aria-label={presentText.step}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="grid min-h-0 min-w-0 flex-[5] grid-cols-1 [align-content:safe_center] justify-items-start gap-[1.2vmin] overflow-y-auto px-4 py-4 sm:px-8 lg:px-12"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <span className="text-lead font-[600] text-ink-soft tabular-nums">
          {presentText.place(place + 1, count)}
        </span>
        <Speaker moment={moment} />
      </div>
      <StepBody moment={moment} />
    </section>
  );
}

/** A script never passes for a model, and what a person did is said to be a person's. */
function Speaker({ moment: { event } }: { readonly moment: Moment }): ReactElement {
  const run = "run" in event ? event.run : undefined;
  const start = useCase(({ view }) => view.state.runs.get(run ?? "")?.start);
  if (event.type === "answer-give")
    return <Chip>{event.source === "model" ? presentText.modelAnswered : presentText.computed}</Chip>;
  if (start === undefined) return <Chip>{presentText.byPerson}</Chip>;
  return start.author.kind === "model" ? (
    <Chip tone="info">{presentText.model(start.settings.model)}</Chip>
  ) : (
    <Chip tone="caution">{presentText.script}</Chip>
  );
}

function StepBody({ moment }: { readonly moment: Moment }): ReactElement {
  const { event, subject } = moment;
  const areStrengthsHidden = useFacts((facts) => facts.areStrengthsHidden);
  if (event.type === "text-revise") return <CaseStory title={momentWords(moment)} text={event.text} />;
  if (event.type === "answer-give")
    return areStrengthsHidden ? (
      <Large>{presentText.answerHidden}</Large>
    ) : (
      <AnsweredStep text={event.text} />
    );
  if (event.type === "question-ask") return <Large>{event.text}</Large>;
  if (event.type === "statement-close" && event.statement.type === "conclusion")
    return <Large>{momentWords(moment)}</Large>;
  return subject === undefined ? (
    <Large>{momentWords(moment)}</Large>
  ) : (
    <SubjectStep moment={moment} subject={subject} />
  );
}

/** The words of a step, as large as they may be. */
function Large({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="text-[clamp(1.375rem,0.9rem+2.3vw,3.25rem)] leading-[1.22] font-[560] wrap-anywhere">
      {children}
    </p>
  );
}

function CaseStory({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  return (
    <>
      <p className="text-[clamp(1rem,0.8rem+0.8vw,1.5rem)] text-ink-soft">{title}</p>
      <p className="mx-auto max-w-[52ch] text-[clamp(1.0625rem,0.8rem+1.1vw,1.75rem)] leading-[1.45] whitespace-pre-line wrap-anywhere">
        {text}
      </p>
    </>
  );
}
