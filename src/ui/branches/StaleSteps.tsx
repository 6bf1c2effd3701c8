/** How much is out of date, what of it no run can state again, and the way to run only the rest again. */

import type { ReactElement } from "react";
import { useShallow } from "zustand/react/shallow";
import { readStaleShares } from "../../domain/record/settle.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useStaleList } from "../actions/stale-list.ts";
import { useRerun } from "../actions/use-rerun.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { RefreshIcon } from "../kit/icons/arrows.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { hintOf } from "../text/hints.ts";
import { branchText, type OwnCounts } from "../text/branches.ts";
import { StaleList } from "./StaleList.tsx";

/** The list opens in place, and from the message about a correction. */
export function StaleSteps({ count }: { readonly count: number }): ReactElement {
  const { isOpen, setOpen } = useStaleList();
  const own = useOwnCounts();
  const isAllOwn = own.all === count;
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p
          className="flex items-center gap-2 font-[580]"
          title={isAllOwn ? branchText.ownHelp : branchText.staleHelp}
        >
          <span className="text-caution">
            <CautionIcon />
          </span>
          {isAllOwn ? branchText.own(own) : branchText.stale(count)}
        </p>
        <Hint {...hintOf("stale")} />
        <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? branchText.hideThem : branchText.showThem}
        </Button>
        <RunThese />
      </div>
      {own.all > 0 && (
        <p className="text-small text-ink-soft">
          {!isAllOwn && `${branchText.own(own)}. `}
          {branchText.ownHelp}
        </p>
      )}
      {isOpen && <StaleList />}
    </div>
  );
}

function useOwnCounts(): OwnCounts {
  const { profile } = useDesk().session.author;
  return useFacts(
    useShallow(({ branch, live: { view } }) => {
      const { own } = branch === undefined ? { own: [] } : readStaleShares(branch);
      const authorOf = (id: string): string | undefined => {
        const position = view.log.positions.get(branch?.made.get(id)?.event ?? "");
        return view.log.events[position ?? -1]?.author.profile;
      };
      return {
        all: own.length,
        steps: own.filter((id) => branch?.nodes.has(id) === true).length,
        areMine: own.every((id) => authorOf(id) === profile),
      };
    }),
  );
}

function RunThese(): ReactElement | null {
  const { settle, isWritable } = useDeskActions();
  const { rerun, isRunning, isForRun } = useRerun(settle);
  if (!isWritable || !isForRun) return null;
  return (
    <>
      <Button size="small" icon={<RefreshIcon />} disabled={rerun === undefined} onClick={rerun}>
        {branchText.runOnlyThese}
      </Button>
      {rerun === undefined && (
        <span className="text-small text-ink-soft">
          {isRunning ? branchText.running : branchText.noEngine}
        </span>
      )}
    </>
  );
}
