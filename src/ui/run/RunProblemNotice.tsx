/** Why the last run did not begin, in one sentence, and what to do. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { useCaseRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { leaveOutText } from "../text/leave-out.ts";
import { runProblemWords } from "../text/run.ts";
import { toneLabels } from "../text/shell.ts";

export type RunProblemNoticeProps = { readonly onLeaveOut: () => void };

/** Nothing while nothing is wrong. */
export function RunProblemNotice({ onLeaveOut }: RunProblemNoticeProps): ReactElement | null {
  const problem = useStore(useCaseRun().status, (status) => status.problem);
  if (problem === undefined) return null;
  const { title, wayOn } = runProblemWords(problem);
  return (
    <Callout
      isAlert
      tone="caution"
      toneLabel={toneLabels.caution}
      title={title}
      actions={
        problem.type === "run-does-not-fit" && (
          <Button size="small" onClick={onLeaveOut}>
            {leaveOutText.choose}
          </Button>
        )
      }
    >
      {wayOn}
    </Callout>
  );
}
