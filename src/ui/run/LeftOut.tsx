/** That something is left out of the next run is always seen, and can be changed where it is seen. */

import { lazy, type ReactElement, Suspense } from "react";
import { useStore } from "zustand/react";
import { useCaseRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { leaveOutText } from "../text/leave-out.ts";

const LeaveOut = lazy(() => import("./LeaveOut.tsx").then((file) => ({ default: file.LeaveOut })));

export type LeftOutProps = {
  /** Whether it is being chosen. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** Nothing where nothing is left out and nobody is choosing. */
export function LeftOut({ isOpen, onOpen }: LeftOutProps): ReactElement | null {
  const { chosen, status } = useCaseRun();
  const many = useStore(chosen, (run) => run.leftOut.length);
  const fitting = useStore(status, ({ problem }) =>
    problem?.type === "run-does-not-fit" ? problem.fittingSentences : undefined,
  );
  if (isOpen)
    return (
      <Suspense fallback={<Skeleton label={leaveOutText.counting} lines={2} />}>
        <LeaveOut fitting={fitting} onDone={() => onOpen(false)} />
      </Suspense>
    );
  if (many === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-caution">
      <p className="flex gap-1.5">
        <span className="pt-0.5">
          <CautionIcon />
        </span>
        {leaveOutText.leaves(many)}
      </p>
      <Button size="small" tone="quiet" onClick={() => onOpen(true)}>
        {leaveOutText.change}
      </Button>
    </div>
  );
}
