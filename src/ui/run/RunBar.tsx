/** Runs the case: on what, with which choices, how it goes, and how it ended. */

import { Suspense, useState } from "react";
import type { ReactElement } from "react";
import { useIsRunning } from "../desk/use-run.ts";
import { Skeleton } from "../kit/Skeleton.tsx";
import { runText } from "../text/run.ts";
import { LeftOut } from "./LeftOut.tsx";
import { RunOutcome } from "./RunOutcome.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { RunProblemNotice } from "./RunProblemNotice.tsx";
import { RunStart } from "./RunStart.tsx";

/**
 * While it runs, what starts a run gives its place to what stops it. On a desk both are as high as the other: what stands
 * below is being read and clicked while a run begins and ends.
 */
export function RunBar(): ReactElement {
  const isRunning = useIsRunning();
  const [isLeavingOut, setLeavingOut] = useState(false);
  return (
    <section
      aria-label={runText.region}
      className="grid content-center gap-2 rounded-panel border border-line bg-surface px-3 py-2 sm:min-h-20 sm:gap-3 sm:px-4 sm:py-3"
    >
      {isRunning ? (
        <RunProgress />
      ) : (
        <>
          <Suspense fallback={<Skeleton label={runText.looking} lines={1} />}>
            <RunStart outcome={<RunOutcome />} />
          </Suspense>
          <RunProblemNotice onLeaveOut={() => setLeavingOut(true)} />
          <LeftOut isOpen={isLeavingOut} onOpen={setLeavingOut} />
        </>
      )}
    </section>
  );
}
