/** Why the last run did not begin, in one sentence, and what to do. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import { useCaseRun } from "../desk/use-run.ts";
import { Callout } from "../kit/Callout.tsx";
import { runProblemWords } from "../text/run.ts";
import { toneLabels } from "../text/shell.ts";

/** Nothing while nothing is wrong. */
export function RunProblemNotice(): ReactElement | null {
  const problem = useStore(useCaseRun().status, (status) => status.problem);
  if (problem === undefined) return null;
  const { title, wayOn } = runProblemWords(problem);
  return (
    <Callout isAlert tone="caution" toneLabel={toneLabels.caution} title={title}>
      {wayOn}
    </Callout>
  );
}
