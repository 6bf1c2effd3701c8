/** The versions of the argument that can be compared: each branch as it is now, and as its last run left it. */
import { useDeferredValue, useMemo } from "react";
import { branchToGraph, type BranchState } from "../../../domain/record/case-state.ts";
import type { BranchId } from "../../../domain/record/events.ts";
import { viewAt } from "../../../domain/record/look-back.ts";
import type { CaseView } from "../../../domain/record/fold.ts";
import { computeStrengths, type Strengths } from "../../../domain/argument/strength/strengths.ts";
import { useFacts } from "../../desk/use-desk.ts";
import { compareText } from "../../text/branches.ts";
import { useLanes, type NamedLane } from "../use-lanes.ts";

export type Version = {
  readonly id: string;
  readonly name: string;
  readonly branch: BranchId;
  /** After how many events; undefined for now. */
  readonly length: number | undefined;
};

/** Two versions that hold the same are one; what is listed first is nearest to the beginning. */
export function useVersions(): readonly Version[] {
  const lanes = useLanes();
  // While a run speaks, what is compared follows when there is time.
  const view = useDeferredValue(useFacts(({ live }) => live.view));
  return useMemo(() => lanes.flatMap((lane) => versionsOf(view, lane)), [lanes, view]);
}

function versionsOf(view: CaseView, { id, name }: NamedLane): readonly Version[] {
  const now = { id, name: compareText.now(name), branch: id, length: undefined };
  const length = lastRunLength(view, id);
  if (length === undefined) return [now];
  const then = viewAt(view, length).state.branches.get(id);
  const today = view.state.branches.get(id);
  if (then?.nodes === today?.nodes && then?.edges === today?.edges) return [now];
  return [{ id: `${id} ${length}`, name: compareText.lastRun(name), branch: id, length }, now];
}

/** How long the record was when the last run on the branch had ended. */
function lastRunLength({ state, log }: CaseView, branch: BranchId): number | undefined {
  let last: number | undefined;
  for (const { start, end } of state.runs.values()) {
    const position = end === undefined ? undefined : log.positions.get(end.id);
    if (start.branch !== branch || position === undefined) continue;
    last = Math.max(last ?? 0, position + 1);
  }
  return last;
}

export type VersionState = { readonly branch: BranchState; readonly strengths: Strengths };

/** The argument of a version; undefined where there is none. */
export function useVersionState(version: Version | undefined): VersionState | undefined {
  const view = useDeferredValue(useFacts(({ live }) => live.view));
  const branch = useMemo(() => {
    if (version === undefined) return undefined;
    const then = version.length === undefined ? view : viewAt(view, version.length);
    return then.state.branches.get(version.branch);
  }, [view, version]);
  return useMemo(
    () => (branch === undefined ? undefined : { branch, strengths: computeStrengths(branchToGraph(branch)) }),
    [branch],
  );
}

/** What was made once for both, such as what a branch took over from its parent. */
export function sharesMaking(before: BranchState, after: BranchState): (id: string) => boolean {
  return (id) => before.made.get(id)?.event === after.made.get(id)?.event;
}
