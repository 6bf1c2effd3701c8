/** Three buttons for a verdict; the one that is given is pressed, and pressing it again takes it back. */

import type { ReactElement } from "react";
import type { Verdict } from "../../domain/annotations/marks.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useJudge } from "../actions/use-judge.ts";
import { CheckIcon, CloseIcon, InfoIcon } from "../kit/icons/signs.tsx";
import { toneClass } from "../kit/tone.ts";
import { answerVerdictNames, cellText, verdictNames } from "../text/marks.ts";

export type VerdictButtonsProps = {
  readonly target: Pick<RecordTarget, "type" | "id">;
  readonly name: string;
  /** Shown in words, not only as signs. */
  readonly isLarge?: boolean;
};

const VERDICTS = [
  { verdict: "accept", tone: "positive", icon: <CheckIcon /> },
  { verdict: "reject", tone: "critical", icon: <CloseIcon /> },
  { verdict: "unsure", tone: "caution", icon: <InfoIcon /> },
] as const satisfies readonly { readonly verdict: Verdict; readonly [more: string]: unknown }[];

/** Disabled where another tab writes. */
export function VerdictButtons({ target, name, isLarge = false }: VerdictButtonsProps): ReactElement {
  const { isWritable } = useDeskActions();
  const { mark, judge } = useJudge(target);
  const names = target.type === "case" ? answerVerdictNames : verdictNames;
  return (
    <span className="flex flex-wrap gap-1">
      {VERDICTS.map(({ verdict, tone, icon }) => {
        const isGiven = mark?.verdict === verdict;
        return (
          <button
            key={verdict}
            type="button"
            aria-pressed={isGiven}
            aria-label={cellText.judgeStep(names[verdict], name)}
            title={names[verdict]}
            disabled={!isWritable}
            onClick={() => judge(verdict)}
            className={`inline-flex min-h-8 min-w-8 items-center justify-center gap-1.5 rounded-control border text-small font-[560] disabled:opacity-55 pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${isLarge ? "px-3" : ""} ${isGiven ? `${toneClass(tone)} border-current` : "border-line-strong/60 bg-surface text-ink-soft hover:bg-hover"}`}
          >
            {icon}
            {isLarge && names[verdict]}
          </button>
        );
      })}
    </span>
  );
}
